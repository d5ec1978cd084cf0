// 热点: where orders of different kinds meet, more than is usual there, with the orders that show it.
import { form } from "../kit/form.js";
import { call, get, maybe } from "../kit/server.js";
import { button, count, dialog, el, empty, heading, link, moment, panel, pill, quiet, tabs, toast } from "../kit/ui.js";
import { ORDER_STATES } from "../words.js";
import { analysisTabs } from "./analysis.js";

const TIES = { shop: "指向这家商铺", house: "在这一户", building: "在这栋楼", compound: "在这个小区", mention: "说法相同" };
const KINDS = { shop: "商铺", house: "房屋", building: "楼栋", compound: "小区", thing: "事物", place: "地点" };

export async function hotspotsView(place, session, id, params) {
  const query = { days: params.get("days") ?? "180", limit: 30 };
  const [{ items }, notes] = await Promise.all([get("/v1/analytics/hotspots", query), maybe("/v1/analytics/notes", { limit: 20 })]);
  const period = el(
    "select", { "aria-label": "看多久", onchange: (event) => { location.hash = `#hotspots?days=${event.target.value}`; } },
    [
      ["30", "近 30 天"], ["90", "近 90 天"], ["180", "近半年"], ["365", "近一年"],
    ].map(([value, textContent]) => el("option", { value, textContent, selected: value === query.days })),
  );
  place.replaceChildren(
    heading("热点", { about: "几张不同类别的工单，遇在同一处：可能是同一个根子。", tools: [period] }), tabs(analysisTabs, "#hotspots"),
    ...(items.length ? items.map((spot) => card(spot, query)) : [panel(
      "", empty("没有热点", "这段时间里，没有哪一处的工单比平常多。可以看得久一些。"),
    )]),
    notes?.items.length ? panel(
      "已经立项的",
      el(
        "ul", { className: "plain" },
        notes.items.map((note) => el(
          "li", {}, el("b", { textContent: note.title }), ` ${note.text} `,
          note.work_order_id ? link("看工单", `#orders/${note.work_order_id}`) : null,
          el("small", { className: "quiet", textContent: `${note.by}，${moment(note.at)}` }),
        )),
      ),
    ) : "");
}

function card(spot, query) {
  const write = (what) => dialog(what === "note" ? "立为项目" : "转为工单", (close) => form([
    ...(what === "note" ? [{ name: "title", title: "名称", max: 64, value: spot.subject.name, wide: true }] : []),
    { name: "text", title: what === "note" ? "打算怎样办" : "补充说明（可不填）", kind: "long", required: what === "note" },
  ], {
    submit: "保存", cancel: () => close(), run: async (given) => {
      const made = await call(
        "POST", `/v1/analytics/hotspots/${encodeURIComponent(spot.key)}/${what}`,
        { query, body: Object.fromEntries(Object.entries(given).filter(([, value]) => value)) },
      );
      close();
      toast(what === "note" ? "已立项。" : "已转为工单。");
      if (what !== "note") location.hash = `#orders/${made.id}`;
    },
  }));
  const href = { shop: "shops", house: "houses", building: "buildings" }[spot.subject.kind];
  return panel({
    title: `${spot.subject.name}`,
    tools: [pill(KINDS[spot.subject.kind] ?? "", "plate"), button("立为项目", () => write("note")), button("转为工单", () => write("work_order"))],
  },
    el(
      "p", {},
      `${count(spot.observed)} 张工单、${count(spot.categories.length)} 类、${count(spot.reporters)} 人反映；${spot.first === spot.last ? spot.first : `${spot.first} 到 ${spot.last}`}。`,
      href && spot.subject.id ? link("打开", `#${href}/${spot.subject.id}`) : null,
    ),
    quiet(spot.subject.why), el("div", { className: "pills" }, spot.categories.map((each) => pill(`${each.category} ${each.count}`))),
    el("details", { open: spot.evidence.length <= 8 }, el(
      "summary", { textContent: "证据" },
    ), el("ul", { className: "plain" }, spot.evidence.map((each) => el(
      "li", {}, link(each.title, `#orders/${each.id}`),
      el("span", {
        className: "quiet", textContent: `　${each.category}，${ORDER_STATES[each.state] ?? ""}，${each.address}，${moment(each.reported_at)}`,
      }),
      el("div", { className: "pills" }, [
        ...each.ties.map((tie) => TIES[tie]).filter(Boolean), ...each.words,
      ].map((word) => pill(word))))))), spot.notes.length ? quiet(`已立项：${spot.notes.map((note) => note.title).join("、")}`) : null);
}
