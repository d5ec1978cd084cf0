// One work order: what it is about, how far it is, what one can do with it; and doing it.
import { Refusal } from "../shared/api.js";
import { el, facts } from "../shared/dom.js";
import { ACTIONS, ORDER_KINDS, SATISFACTION, STATES, sayMoment, text } from "../shared/words.js";
import { fileRow } from "./files.js";
import { Missing, field, form, phrases, valueOf } from "./forms.js";
import { pendingCard } from "./house.js";
import { enqueue } from "./noting.js";
import { photoPicker } from "./photos.js";
import { onQueue } from "./queue.js";
import { read } from "./reading.js";
import { revealOrder } from "./reveal.js";
import { back } from "./router.js";
import { session } from "./session.js";
import { dueOf } from "./tickets.js";
import { card, chip, confirmed, dialog, empty, icon, link, muted, oldNote, oneOf, row, toast, topBar, waiting } from "./ui.js";

/** What each action asks for. Actions that need what a phone has no list of (units, duties, other orders) are the desk's. */
const ASKS = {
  accept: {}, contact: { note: "联系情况" }, note: { note: "备注", must: "note", photos: true }, return: {
    reason: "为什么退单", must: "reason", said: ["不属于本单位职责", "地址不在本辖区", "重复工单"],
  },
  extend: { reason: "为什么要延期", must: "reason" }, suspend: { reason: "为什么挂起", must: "reason" }, resume: { note: "备注" },
  resolve: {
    result: "办理结果", must: "result", outcome: true, photos: true,
  }, verify: { satisfaction: true, note: "回访情况" }, reopen: { reason: "为什么重开" }, close: { note: "备注" }, supervise: { reason: "督办要求" },
  reject: { reason: "为什么不予受理", must: "reason" },
};
const MAIN = ["accept", "contact", "resolve", "verify", "close"];

export async function ticketView(place, { id }, signal) {
  const options = { signal };
  const home = "tickets";
  place.replaceChildren(topBar("工单", home), waiting());
  const { body: order, isOld, at } = await read(`/v1/work_orders/${id}`, {}, options);
  const due = dueOf(order);
  const words = el("p", { className: "said", textContent: order.text });
  const who = el("span", { textContent: [order.reporter, order.phone].filter(Boolean).join(" ") || "没有留姓名电话" });
  const show = session.may("reveal") && `${order.text}${order.reporter}${order.phone}${order.title}`.includes("*") ? el("button", {
    type: "button", className: "show", textContent: "显示",
    onclick: async () => {
      const plain = await revealOrder(id);
      if (!plain) return;
      words.textContent = plain.text;
      who.replaceChildren(
        [plain.reporter, " "].join(""), plain.phone ? el("a", { href: `tel:${plain.phone}`, textContent: plain.phone }) : "",
      );
      show.remove();
    },
  }) : "";
  const [pending, rest] = [el("div"), el("div", {}, waiting())];
  place.replaceChildren(topBar("工单", home), el(
    "header", { className: "who" }, el("h1", { textContent: order.title, tabIndex: -1 }),
    el("p", {}, chip(STATES[order.state] ?? ""), " ", el("span", { className: due.kind, textContent: due.words })),
  ), isOld ? oldNote(at) : "", pending,
    card("", words, facts([[
      "反映人", el("span", { className: "masked" }, who, show),
    ], [
      "性质", ORDER_KINDS[order.kind] ?? order.kind,
    ], ["类别", order.category], ["地址", order.address], ["主办", order.unit], ["协办", order.co_units?.join("、")],
      [
        "办理人", [...new Set([order.worker, ...(order.workers ?? [])])].filter(Boolean).join("、"),
      ], ["反映时间", sayMoment(order.reported_at)], ["办理结果", order.result], ["编号", order.number]])),
    order.house_id ? card(
      "", row(`houses/${order.house_id}`, order.house?.address ?? order.address, "到这处房屋"),
    ) : "", rest, actions(order));
  const drawPending = () => pending.replaceChildren(...pendingCard(`tickets/${id}`));
  signal.addEventListener("abort", onQueue(drawPending));
  drawPending();
  try {
    const [events, files] = await Promise.all([
      read(`/v1/work_orders/${id}/events`, { limit: 100 }, options), read(`/v1/work_orders/${id}/attachments`, {}, options),
    ]);
    rest.replaceChildren(card(
      "经过",
      ...events.body.items.map((event) => el(
        "div", { className: "note" },
        el(
          "p", {}, el("b", { textContent: ACTIONS[event.action] ?? "处理" }), " ",
          el("span", { className: "soft", textContent: `${sayMoment(event.at)} ${event.by === "system" ? "系统" : event.by}` }),
        ),
        event.note ? el("p", { textContent: event.note }) : null,
      )),
    ),
      files.body.items.length ? card(["附件", chip(`${files.body.total} 个`)], ...files.body.items.map(fileRow)) : "");
  } catch (error) {
    if (signal.aborted || !(error instanceof Refusal)) throw error;
    rest.replaceChildren(muted("经过没有存到本机，有信号时再看。"));
  }
}

function actions(order) {
  const able = (order.actions ?? []).filter((name) => name in ASKS);
  if (!able.length) return "";
  const [first, ...others] = [...able].sort((one, other) => (MAIN.indexOf(one) + 1 || 99) - (MAIN.indexOf(other) + 1 || 99));
  return el(
    "div", { className: "actbar text" },
    [first, ...others].map((name) => link(
      `tickets/${order.id}/${name}`, { className: `act ${name === first ? "main" : ""}`, id: `to-${name}` },
      el("span", { textContent: ACTIONS[name] }),
    )),
  );
}

/** Doing one thing with an order. */
export async function actView(place, { id, action }, signal) {
  const home = `tickets/${id}`;
  const asks = ASKS[action];
  if (!asks) return place.replaceChildren(topBar("工单", home), empty("这一步要在电脑上办。"));
  place.replaceChildren(topBar(ACTIONS[action], home), waiting());
  const { body: order } = await read(`/v1/work_orders/${id}`, {}, { signal });
  const outcome = asks.outcome ? oneOf("办得怎样", ["solved", "explained"].map((code) => [code, text(code)]), "solved") : null;
  const rating = asks.satisfaction ? oneOf(
    "满意吗", Object.entries(SATISFACTION).reverse().map(([code, words]) => [Number(code), words]), null,
  ) : null;
  const photos = asks.photos ? photoPicker() : null;
  const texts = ["result", "reason", "note"].filter((name) => asks[name]);
  const save = async (box) => {
    const body = { action };
    for (const name of texts) if (valueOf(box, name)) body[name] = valueOf(box, name);
    if (asks.must && !body[asks.must]) throw new Missing(asks.must, `请写${asks[asks.must]}。`);
    if (outcome) body.outcome = outcome.value;
    if (rating && rating.value === null) throw new Missing("note", "请选满意程度。");
    if (rating) body.satisfaction = rating.value;
    if (action === "return" && !(await confirmed("退单", "一张工单只能退一次，由街道裁定。", "退单", true))) return;
    await enqueue({
      chain: home, title: `工单${ACTIONS[action]}`, about: order.title, link: home, method: "POST",
      path: `/v1/work_orders/${id}/actions`, body,
    },
      photos?.blobs ?? [], `/v1/work_orders/${id}/attachments`);
    toast(`${ACTIONS[action]}已记下`);
    back(home);
  };
  const box = await form(`act ${id} ${action}`, [
    outcome?.box, rating?.box, ...texts.map((name) => field(asks[name], name, { kind: "area" })), asks.said ? phrases("reason", asks.said) : null, photos?.box,
  ].filter(Boolean), ACTIONS[action], save);
  place.replaceChildren(topBar(ACTIONS[action], home), card(order.title, box));
}
