// 待发: what is not sent yet, what is stuck and why, and what went out lately.
import { button, el } from "../shared/dom.js";
import { sayAge, sayMoment, titleOf } from "../shared/words.js";
import { STATES, backlog, onQueue, sentLately, summary } from "./queue.js";
import { isHeldUp, isUnreachable, sendNow } from "./send.js";
import { session } from "./session.js";
import { card, chip, empty, muted, row } from "./ui.js";

/** What holds an entry up, in a few words. */
export function whyWaiting(entry) {
  if (entry.state === "stuck") return entry.refusal?.detail ?? "服务器没有接受。";
  if (entry.state === "conflict") return "别人同时改了同一项，要您来定。";
  if (entry.owner.id !== session.me?.id) return `是${entry.owner.name}记的，由${entry.owner.name}登录后发送。`;
  if (isHeldUp(entry)) return "同一户前面有一条要先处理。";
  if (entry.after) return "等前一条发出后接着发。";
  return !navigator.onLine || isUnreachable() ? "有信号时自动发送" : "正在发送…";
}

const entryRow = (entry) => row(`outbox/${entry.id}`, entry.title, [entry.about, whyWaiting(entry)].filter(Boolean).join(" · "),
  el(
    "span", { className: "side" }, entry.state === "waiting" ? "" : chip(STATES[entry.state], "bad"),
    el("small", { textContent: sayAge(entry.at) }),
  ));

export async function outboxView(place, _, signal) {
  const body = el("div");
  place.replaceChildren(
    el(
      "div", { className: "bar" }, el("h1", { textContent: "待发" }), button("现在发送", sendNow, { className: "small", id: "sendnow" }),
    ),
    body,
  );
  const draw = async () => {
    const entries = backlog();
    const { oldest, troubled } = summary();
    const [stuck, others] = [
      entries.filter(({ state }) => state !== "waiting"), entries.filter(({ state }) => state === "waiting"),
    ];
    const sent = await sentLately();
    if (signal.aborted) return;
    body.replaceChildren(
      entries.length ? muted(`共 ${entries.length} 条，最早的是${sayMoment(oldest)}记的${troubled ? `，其中 ${troubled} 条要处理` : ""}。`) : "",
      stuck.length ? card(["要处理的", chip(`${stuck.length} 条`, "bad")], ...stuck.map(entryRow)) : "",
      others.length ? card(["等待发送", chip(`${others.length} 条`, "wait")], ...others.map(entryRow)) : "",
      entries.length ? "" : card("", empty("都发出去了。没有信号时记的内容会先存在这里。")),
      sent.length ? card("最近发出", ...sent.map(sentLine)) : "");
  };
  signal.addEventListener("abort", onQueue(draw));
  await draw();
}

function sentLine({ title, about, sentAt, remark }) {
  const parallel = remark?.parallel?.length ? `别人同时改了${remark.parallel.map(titleOf).join("、")}，两边都保留` : remark?.theirs ? "采用了对方的" : "";
  return el(
    "div", { className: "note" },
    el("p", {}, el("b", { textContent: title }), " ", el("span", { className: "soft", textContent: sayMoment(sentAt) })),
    el("p", { className: "soft", textContent: about ?? "" }), parallel ? chip(parallel, "wait") : null,
  );
}
