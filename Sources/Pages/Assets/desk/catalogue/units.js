// 承办单位: those that orders can be given to; renamed with all that is theirs, or retired.
import { columns } from "../kit/grid.js";
import { edit } from "../kit/edit.js";
import { form } from "../kit/form.js";
import { listing } from "../kit/listing.js";
import { change, post } from "../kit/server.js";
import { button, confirmed, dialog, el, heading, link, pill, tabs, toast } from "../kit/ui.js";

export async function unitsView(place, session, id, params) {
  const retired = params.get("retired") === "1";
  const mayManage = session.may("manage_duties");
  const again = () => unitsView(place, session, id, params);
  const rename = async (unit) => {
    if (await edit(`给「${unit.name}」改名`, `/v1/units/${unit.id}`, unit, [{
      name: "name", title: "新名称", required: true, max: 64, wide: true,
    }])) await again();
  };
  const retire = async (unit) => {
    if (!await confirmed(unit.retired ? "恢复" : "停用", `${unit.retired ? "恢复" : "停用"}「${unit.name}」？`)) return;
    await change(`/v1/units/${unit.id}`, { retired: !unit.retired }, unit.version);
    toast(unit.retired ? "已恢复。" : "已停用。");
    await again();
  };
  const list = await listing({
    path: "/v1/units", query: { retired: retired ? "true" : undefined }, limit: null, unit: "个", label: "承办单位",
    open: (unit) => { location.hash = `#orders?${new URLSearchParams({ part: "open", unit: unit.name })}`; },
    columns: columns(
      {
        name: "name", title: "单位",
        cell: (unit) => el(
          "span", {}, el("b", { textContent: unit.name }),
          unit.former?.length ? el("small", { textContent: `原名 ${unit.former.join("、")}` }) : null,
        ),
      },
      { name: "leads", title: "主办条目", number: true }, { name: "helps", title: "协办条目", number: true },
      { name: "retired", title: "", cell: (unit) => (unit.retired ? pill("已停用") : "") },
      {
        name: "tools", title: "",
        cell: (unit) => el(
          "span", { className: "tools" }, link("清单", `#duties?${new URLSearchParams({ unit: unit.name })}`),
          mayManage ? [
            button("改名", () => rename(unit), { className: "text" }),
            button(unit.retired ? "恢复" : "停用", () => retire(unit), { className: "text" }),
          ] : null,
        ),
      }),
  });
  const adding = () => dialog("新单位", (close) => form(
    [{ name: "name", title: "名称", required: true, max: 64, wide: true }],
    { submit: "建立", cancel: () => close(), run: async (given) => { await post("/v1/units", given); close(); toast("已建立。"); await again(); } },
  ));
  place.replaceChildren(
    heading("承办单位", { about: "回车看这个单位在办的工单。", tools: mayManage ? [button("新单位", adding, { main: true, key: "n" })] : [] }),
    tabs([["#duties", "条目"], ["#units", "单位"]], "#units"), el("section", { className: "panel flush" }, list.box),
    el("p", {}, link(retired ? "不看已停用的" : "也看已停用的", retired ? "#units" : "#units?retired=1")),
  );
}
