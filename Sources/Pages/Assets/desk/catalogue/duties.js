// 权责清单: which unit does what, by what right, and within how many days.
import { columns } from "../kit/grid.js";
import { form } from "../kit/form.js";
import { listing } from "../kit/listing.js";
import { change, get, post } from "../kit/server.js";
import { button, confirmed, dialog, el, empty, facts, heading, link, panel, tabs, toast } from "../kit/ui.js";
import { LEVELS } from "../words.js";
import { unitNames } from "../orders/acting.js";

const BASIS = { law: "法律法规", analogy: "类推", topic: "专项文件", office_rule: "本街道规定", practice: "惯例" };
const words = (text) => text.split(/[、，,\n]/).map((word) => word.trim()).filter(Boolean);
const deadline = (duty) => (duty.urgent_hours ? `${duty.deadline_workdays} 个工作日，紧急 ${duty.urgent_hours} 小时` : `${duty.deadline_workdays} 个工作日`);
const fields = (units, isNew) => [
  ...(isNew ? [{ name: "code", title: "代码", required: true, max: 32 }] : []), { name: "category", title: "大类", required: true, max: 64 },
  { name: "subcategory", title: "小类", required: true, max: 64 }, { name: "unit", title: "主办单位", required: true, choices: units },
  { name: "co_units", title: "协办单位（用顿号隔开）" },
  { name: "deadline_workdays", title: "办理期限（工作日）", kind: "number", step: "1", required: true, value: 5 },
  { name: "urgent_hours", title: "紧急时（小时，可不填）", kind: "number", step: "1" },
  { name: "keywords", title: "关键词（用顿号隔开）", wide: true }, { name: "unless", title: "出现这些词就不是（用顿号隔开）", wide: true },
  { name: "basis", title: "依据", max: 500, wide: true }, { name: "basis_kind", title: "依据的性质", options: Object.entries(BASIS) },
  {
    name: "level", title: "哪一级", options: ["committee", "street", "district", "city", "enterprise"].map((level) => [level, LEVELS[level]]),
    value: "street",
  },
];
const LISTS = ["co_units", "keywords", "unless"];

export async function dutiesView(place, session, id, params) {
  const q = params.get("q") ?? "";
  const list = await listing({
    path: "/v1/duties", query: { q, unit: params.get("unit") }, limit: 100, unit: "条", label: "权责清单", href: (duty) => `#duties/${duty.code}`,
    nothing: empty("没有这样的条目"),
    columns: columns(
      { name: "subcategory", title: "事项" }, { name: "category", title: "大类" }, { name: "unit", title: "主办单位" },
      { name: "co_units", title: "协办", wide: true }, { name: "deadline_workdays", title: "期限", cell: deadline },
      { name: "basis", title: "依据", wide: true }, { name: "code", title: "代码" },
    ),
  });
  const adding = async () => {
    const units = await unitNames();
    await dialog("新条目", (close) => form(fields(units, true), { submit: "建立", cancel: () => close(), run: async (given) => {
      const made = await post("/v1/duties", sent(given));
      close();
      location.hash = `#duties/${made.code}`;
    } }), { wide: true });
  };
  place.replaceChildren(
    heading("权责清单", { tools: session.may("manage_duties") ? [button("新条目", adding, { main: true, key: "n" })] : [] }),
    tabs([["#duties", "条目"], ["#units", "单位"]], "#duties"),
    el(
      "section", { className: "panel flush" },
      el(
        "form",
        {
          className: "form line",
          onsubmit: (event) => {
            event.preventDefault();
            location.hash = `#duties?${new URLSearchParams({ q: event.target.elements.q.value.trim() })}`;
          },
        },
        el("label", {}, "找条目", el("input", { name: "q", type: "search", value: q, placeholder: "例如 油烟", data: { key: "f" } })),
        el("button", { textContent: "找" }),
      ),
      list.box,
    ));
}

const sent = (given) => Object.fromEntries(Object.entries(given).map(([name, value]) => [
  name, LISTS.includes(name) ? words(value) : value,
]).filter(([, value]) => value !== "" && value !== null));

export async function dutyView(place, session, code) {
  const path = `/v1/duties/${encodeURIComponent(code)}`;
  const duty = await get(path);
  const alter = async () => {
    const flat = { ...duty, ...Object.fromEntries(LISTS.map((name) => [name, (duty[name] ?? []).join("、")])) };
    const units = await unitNames();
    const now = await dialog(
      `修改「${duty.subcategory}」`,
      (close) => form(
        fields(units, false).map((field) => ({ ...field, value: flat[field.name] ?? "" })),
        { cancel: () => close(), run: async (given) => { close(await change(path, sent(given), duty.version)); } },
      ),
      { wide: true },
    );
    if (now) { toast("已保存，旧的一版还在。"); await dutyView(place, session, code); }
  };
  const end = async () => {
    if (!await confirmed("停用条目", `从今天起停用「${duty.subcategory}」？`, "停用")) return;
    await change(path, undefined, duty.version, "DELETE");
    location.hash = "#duties";
  };
  place.replaceChildren(heading(duty.subcategory, {
    back: ["#duties", "权责清单"], about: `${duty.category}，${duty.unit}`,
    tools: session.may("manage_duties") ? [button("修改", alter, { key: "e" }), button("停用", end, { className: "danger" })] : [],
  }),
    panel(
      "",
      facts([
        ["代码", duty.code], ["主办单位", link(duty.unit, `#orders?${new URLSearchParams({ part: "open", unit: duty.unit })}`)],
        ["协办", (duty.co_units ?? []).join("、")], ["期限", deadline(duty)], ["依据", duty.basis], ["依据的性质", BASIS[duty.basis_kind]],
        ["级别", LEVELS[duty.level]], ["关键词", (duty.keywords ?? []).join("、")], ["除非出现", (duty.unless ?? []).join("、")], ["从", duty.since],
        ["到", duty.until],
      ]),
    ),
    (duty.versions ?? []).length > 1 ? panel(
      "以前的各版",
      el(
        "ul", { className: "plain" },
        duty.versions.map((version) => el(
          "li",
          { textContent: `${version.since} 起${version.until ? `，${version.until} 止` : ""}：${version.unit}，${deadline(version)}，${version.by ?? ""}` },
        )),
      ),
    ) : "");
}
