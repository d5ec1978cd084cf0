// 工单: mine, due today, and all that runs in my places.
import { el } from "../shared/dom.js";
import { ORDER_KINDS, STATES, dayOf, daysBetween, sayDay, sayMoment } from "../shared/words.js";
import { read } from "./reading.js";
import { queryOf, replace } from "./router.js";
import { session } from "./session.js";
import { card, chip, empty, muted, oldNote, row, trouble, waiting } from "./ui.js";

export const SELECT = "id,number,title,kind,state,address,unit,workers,urgent,overdue,supervised,due_at,reported_at,closed_at,worker";
const OPEN = "state in [dispatched, accepted, in_progress, suspended, returned, received]";
const HELD = "state in [dispatched, accepted, in_progress, suspended]";

const ENDED = ["resolved", "verified", "closed", "rejected", "merged"];

/** Orders given to somebody by name, or taken by them. */
export const isMine = (order) => (order.workers ?? []).includes(session.me.name) || order.worker === session.me.name;

/** When it is due, in words, and whether it is late. */
export function dueOf(order) {
  if (ENDED.includes(order.state)) return { words: order.closed_at ? `${sayDay(order.closed_at)}办结` : "", kind: "" };
  if (!order.due_at) return { words: "没有期限", kind: "" };
  const distance = daysBetween(dayOf(), order.due_at.slice(0, 10));
  if (order.overdue || distance < 0) return { words: `超期 ${Math.max(1, -distance)} 天`, kind: "bad" };
  if (distance === 0) return { words: `今天 ${sayMoment(order.due_at).split(" ")[1]}到期`, kind: "wait" };
  return { words: `${sayDay(order.due_at)}到期`, kind: distance <= 1 ? "wait" : "" };
}

export function orderRow(order) {
  const due = dueOf(order);
  const what = [order.urgent ? chip("紧急", "bad") : null, order.supervised ? chip("督办", "bad") : null].filter(Boolean);
  return row(
    `tickets/${order.id}`, [...what, order.title],
    [ORDER_KINDS[order.kind] ?? order.kind, order.address].filter(Boolean).join(" · "),
    el(
      "span", { className: "side" }, chip(STATES[order.state] ?? "", "quiet"),
      el("small", { className: due.kind, textContent: due.words }),
    ),
  );
}

const LISTS = [
  ["mine", "我的", HELD],
  ["today", "今天到期", `${HELD} and due_at <= today`],
  ["open", "辖区在办", OPEN],
  ["done", "最近办完", "state in [resolved, verified, closed]"],
];

export async function ticketsView(place, _, signal) {
  const chosen = LISTS.find(([name]) => name === queryOf().get("list")) ?? LISTS[0];
  const [name, title, where] = chosen;
  const body = el("div", {}, waiting());
  place.replaceChildren(el("div", { className: "bar" }, el("h1", { textContent: "工单" })),
    el(
      "div", { className: "segments", role: "group", "aria-label": "哪些工单" },
      LISTS.map(([code, words]) => el(
        "button",
        {
          type: "button", textContent: words, "aria-pressed": String(code === name), onclick: () => replace(`tickets?list=${code}`),
        },
      )),
    ), body);
  try {
    const sort = name === "done" ? "reported_at.desc" : "due_at";
    const { body: answer, isOld, at } = await read(
      "/v1/work_orders", { where, select: SELECT, sort, limit: 100, ...(name === "mine" ? { mine: true } : {}) }, { signal },
    );
    const { items } = answer;
    body.replaceChildren(isOld ? oldNote(at) : "", items.length ? card(
      [title, chip(`${answer.total} 件`)], ...items.map(orderRow),
    )
      : card(
        "", empty({ mine: "没有派给您的工单。派给居委会的在「辖区在办」里。", today: "今天没有到期的工单。" }[name] ?? "没有工单。"),
      ), answer.total > items.length ? muted(`先列 ${items.length} 件。`) : "");
  } catch (error) {
    if (signal.aborted) return;
    body.replaceChildren(trouble(error));
  }
}
