// 全部工单: by state, unit, committee and kind; a matter of one's own can be put in.
import { columns } from "../kit/grid.js";
import { form } from "../kit/form.js";
import { listing } from "../kit/listing.js";
import { all, get, post } from "../kit/server.js";
import { button, dialog, el, empty, heading, tabs, toast } from "../kit/ui.js";
import { ORDER_KINDS } from "../words.js";
import { unitNames } from "./acting.js";
import { ORDER_FIELDS, orderColumns } from "./pieces.js";

const OPEN = "not state in [closed, rejected, merged]";
const PARTS = {
  open: ["在办", OPEN], received: ["待派单", "state = received"], today: ["三天内到期", `${OPEN} and due_at in ..today+3d`],
  late: ["已超期", `${OPEN} and overdue = true`], resolved: ["待回访、办结", "state in [resolved, verified]"],
  returned: ["退单待裁定", "state = returned"], done: ["已办结", "state in [closed, rejected, merged]"], all: ["全部", ""],
};
const quoted = (text) => `"${text.replace(/["\\]/g, "")}"`;

export async function ordersView(place, session, id, params) {
  const now = PARTS[params.get("part")] ? params.get("part") : "open";
  const chosen = Object.fromEntries(["unit", "committee", "kind", "category"].map((name) => [name, params.get(name) ?? ""]));
  const where = [
    PARTS[now][1], ...["unit", "committee", "kind"].map((name) => (chosen[name] ? `${name} = ${quoted(chosen[name])}` : "")),
    chosen.category ? `category ~ ${quoted(chosen.category)}` : "",
  ].filter(Boolean).join(" and ");
  const hash = (part, more = {}) => `#orders?${new URLSearchParams(Object.entries({ part, ...chosen, ...more }).filter(([, value]) => value))}`;
  const [units, areas, counts] = await Promise.all([
    unitNames(), all("/v1/areas", { level: "committee" }),
    Promise.all(Object.entries(PARTS).map(async ([part, [, filter]]) => [
      part, (await get("/v1/work_orders", { where: filter, limit: 1, select: "id" })).total,
    ])),
  ]);
  const totals = Object.fromEntries(counts);
  const list = await listing({
    path: "/v1/work_orders", query: { where, sort: now === "done" || now === "all" ? "reported_at.desc" : "due_at", select: ORDER_FIELDS },
    unit: "张", label: "工单", href: (order) => `#orders/${order.id}`,
    columns: columns(...orderColumns), nothing: empty("没有这样的工单", "换一个状态，或去掉一个筛选。"),
  });
  const pick = (name, title, options) => el("label", {}, title, el("select", { onchange: (event) => {
    location.hash = hash(now, { [name]: event.target.value });
  } }, [["", "全部"], ...options].map((option) => {
    const [value, text] = Array.isArray(option) ? option : [option, option];
    return el("option", { value, textContent: text, selected: value === chosen[name] });
  })));
  place.replaceChildren(
    heading("工单", { tools: session.may("push_orders") ? [button("登记事项", () => adding(), { main: true, key: "n" })] : [] }),
    tabs(Object.entries(PARTS).map(([part, [title]]) => [hash(part), title, totals[part]]), hash(now)),
    el("section", { className: "panel flush" }, el(
      "div", { className: "form line tools" }, pick("unit", "主办单位", units),
      areas.length > 1 ? pick("committee", "居委会", areas.map((area) => area.name)) : null, pick("kind", "类型", Object.values(ORDER_KINDS)),
      el(
        "label", {}, "诉求类别",
        el("input", {
          type: "search", value: chosen.category, placeholder: "例如 违停", data: { key: "f" },
          onchange: (event) => { location.hash = hash(now, { category: event.target.value.trim() }); },
        }),
      )), list.box));
}

/** A matter that somebody at the desk has heard of. */
function adding() {
  return dialog("登记事项", (close) => form([
    { name: "title", title: "标题", required: true, max: 64, wide: true },
    { name: "text", title: "事情是怎样的", kind: "long", rows: 5, required: true, max: 4000 },
    { name: "kind", title: "类型", options: Object.entries(ORDER_KINDS), value: "request" },
    { name: "address", title: "地址", placeholder: "照平常的说法写" },
    { name: "reporter", title: "谁反映的（可不填）", max: 64 }, { name: "phone", title: "他的电话（可不填）", max: 32 },
    { name: "urgent", title: "紧急", kind: "check" },
  ], {
    submit: "登记", cancel: () => close(), run: async (given) => {
      const body = {
        source: "社工上报", kind: given.kind, title: given.title, text: given.text, urgent: given.urgent,
        ...(given.address ? { address: given.address } : {}),
      };
      if (given.reporter || given.phone) body.reporter = { name: given.reporter || null, phone: given.phone || null };
      const made = await post("/v1/work_orders", body);
      close();
      toast(made.dispatch.mode === "auto" ? `已登记，派给${made.dispatch.unit}。` : "已登记，等待派单。");
      location.hash = `#orders/${made.id}`;
    },
  }));
}
