// Pieces of work orders that several pages show.
import { el, moment, pill, who } from "../kit/ui.js";
import { ORDER_ACTIONS, ORDER_KINDS, ORDER_STATES, OUTCOMES, rating } from "../words.js";

const TONES = { received: "warn", returned: "warn", suspended: "warn", rejected: "", merged: "", closed: "good", verified: "good", resolved: "good" };
export const statePill = (order) => pill(ORDER_STATES[order.state] ?? "", order.overdue ? "bad" : TONES[order.state] ?? "plate");
export const marks = (order) => el("span", { className: "pills" }, [
  order.urgent ? pill("紧急", "bad") : null, order.supervised ? pill("督办", "bad") : null, order.overdue ? pill("超期", "bad") : null,
  order.returned ? pill("退过单", "warn") : null, order.extended ? pill("已延期", "warn") : null,
].filter(Boolean));

/** How long there is until a moment, or since when it is late. */
export function until(text, end = null) {
  if (!text) return "";
  const hours = (new Date(text) - (end ? new Date(end) : new Date())) / 3_600_000;
  const whole = Math.abs(hours);
  const words = whole >= 48 ? `${Math.floor(whole / 24)} 天` : whole >= 1 ? `${Math.floor(whole)} 小时` : `${Math.max(1, Math.round(whole * 60))} 分钟`;
  return hours >= 0 ? `还有 ${words}` : `超过 ${words}`;
}

export const orderColumns = [
  { name: "number", title: "编号" }, { name: "title", title: "标题", cell: (order) => el("span", {}, order.title, " ", marks(order)) },
  { name: "kind", title: "类型", cell: (order) => ORDER_KINDS[order.kind] },
  { name: "state", title: "状态", cell: statePill }, { name: "unit", title: "主办单位" },
  {
    name: "due_at", title: "期限",
    cell: (order) => (order.due_at ? el("span", { className: order.overdue ? "late" : "" }, moment(order.due_at)) : ""),
  },
  { name: "address", title: "地址" }, { name: "committee", title: "居委会" },
  { name: "reported_at", title: "反映时间", cell: (order) => moment(order.reported_at) },
];
export const ORDER_FIELDS = "id,number,title,kind,state,unit,due_at,overdue,urgent,supervised,returned,extended,address,committee,reported_at";

const DETAIL = {
  unit: "单位", duty: "权责条目", units: "协办", workers: "社工", ruling: "裁定", outcome: "结果", satisfaction: "满意度", solved: "已解决",
};
function detail(name, value) {
  if (name === "ruling") return value === "upheld" ? "同意" : "不同意";
  if (name === "outcome") return OUTCOMES[value] ?? value;
  if (name === "satisfaction") return rating(value) || "没有评价";
  if (name === "solved") return value ? "是" : "否";
  return Array.isArray(value) ? value.join("、") : String(value);
}

/** What happened to an order, in the order in which it did. */
export const timeline = (events) => el("ol", { className: "timeline" }, events.map((event) => el("li", {},
  el("time", { textContent: moment(event.at) }),
  el(
    "div", {},
    el(
      "p", {}, el("b", { textContent: ORDER_ACTIONS[event.action] ?? "其他" }), `　${who(event.by)}`,
      event.to && event.to !== event.from ? el("span", { className: "quiet", textContent: `　→ ${ORDER_STATES[event.to] ?? ""}` }) : null,
    ),
    event.note ? el("p", { textContent: event.note }) : null,
    Object.entries(event.detail ?? {}).filter(([name]) => DETAIL[name]).map(([name, value]) => el("p", {
      className: "quiet", textContent: `${DETAIL[name]}：${detail(name, value)}`,
    }))))));
