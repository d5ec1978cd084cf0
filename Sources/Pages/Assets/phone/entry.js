// One entry of the backlog: what it says, why it waits, putting it right, deciding a conflict, dropping it.
import { button, el, facts } from "../shared/dom.js";
import { TITLES, sayMoment, text, titleOf } from "../shared/words.js";
import { STARRED } from "./merge.js";
import { whyWaiting } from "./outbox.js";
import { STATES, backlog, drop, onQueue, photoOf, update } from "./queue.js";
import { masked } from "./reveal.js";
import { back, redraw } from "./router.js";
import { decide, resend } from "./send.js";
import { session } from "./session.js";
import { card, chip, confirmed, empty, icon, link, muted, oneOf, toast, topBar } from "./ui.js";

/** What people can put right: texts and days; numbers of rows and code words are not for typing. */
const isEditable = (name, value) => (typeof value === "string" || value === null) && ![
  "action", "source", "kind", "outcome", "reported_at", "role",
].includes(name);
const isDay = (name) => /(_date|_on|since|until)$/.test(name);

export async function entryView(place, { id }, signal) {
  const entry = backlog().find((one) => one.id === id);
  if (!entry) return place.replaceChildren(
    topBar("待发", "outbox"), empty("这一条已经发出，或已放弃。", link("outbox", { className: "button" }, "看待发")),
  );
  signal.addEventListener("abort", onQueue(() => { if (!backlog().some((one) => one.id === id)) redraw(); }));
  const isOwn = entry.owner.id === session.me.id;
  const photo = entry.photo ? el(
    "img", { className: "large", src: URL.createObjectURL(await photoOf(entry)), alt: entry.title },
  ) : null;
  if (photo) signal.addEventListener("abort", () => URL.revokeObjectURL(photo.src));
  place.replaceChildren(topBar("待发", "outbox"), el(
    "header", { className: "who" }, el("h1", { textContent: entry.title, tabIndex: -1 }),
    el("p", { textContent: entry.about ?? "" }),
    el("p", {}, chip(STATES[entry.state], entry.state === "waiting" ? "wait" : "bad"), ` ${sayMoment(entry.at)}记下`),
  ),
    entry.state === "conflict" ? conflict(entry) : card("", el(
      "p", { className: entry.state === "stuck" ? "bad" : "", textContent: whyWaiting(entry) },
    ),
      ...(entry.refusal?.errors ?? []).filter(({ detail }) => detail !== entry.refusal.detail).map(({ detail }) => muted(detail)), entry.refusal?.status === 404 ? muted("可能已不在您的辖区，或已经删除。请转告现在负责的同事；辖区恢复后可以原样重发。") : null, photo, body(entry)),
    entry.state === "stuck" && isOwn ? correcting(entry) : "",
    entry.link ? link(
      entry.link, { className: "row" }, el("span", { className: "what" }, el("b", { textContent: "到记下它的那一页" })),
      icon("next", "icon faint"),
    ) : "",
    el("div", { className: "actions" }, button("放弃这一条", () => give(entry), { className: "grave" })));
}

const body = (entry) => facts(Object.entries(entry.body ?? {}).filter(([name]) => name in TITLES && name !== "person_id").map(([name, value]) => [titleOf(name), text(value)]));

async function give(entry) {
  const also = backlog().filter(({ after }) => after === entry.id).length;
  if (!(await confirmed("放弃这一条？", `「${entry.title}」还没有记到系统里，放弃后就没有了${also ? `，连同 ${also} 张照片` : ""}。`, "放弃", true))) return;
  await drop(entry.id);
  toast("已放弃");
  back("outbox");
}

/** The server's words stand above; here the entry can be changed and goes again. */
function correcting(entry) {
  const inputs = Object.entries(entry.body ?? {}).filter(([name, value]) => isEditable(name, value) && name in TITLES).map(([name, value]) => {
    const isLong = ["note", "text", "result", "reason", "evidence"].includes(name);
    const input = isLong ? el("textarea", { name, rows: 3, value: value ?? "" }) : el(
      "input", { name, type: isDay(name) ? "date" : "text", value: value ?? "" },
    );
    return [name, input];
  });
  const save = async () => {
    const next = { ...entry.body };
    for (const [name, input] of inputs) next[name] = input.value.trim() || (entry.base ? null : "");
    if (!entry.base) for (const [name, value] of Object.entries(next)) if (value === "") delete next[name];
    await update(entry.id, { body: next });
    await resend(backlog().find(({ id }) => id === entry.id));
    toast("改好了，重新发送");
    back("outbox");
  };
  return card("改正后重发", ...inputs.map(([name, input]) => el(
    "label", { className: "field" }, el("span", { textContent: titleOf(name) }), input,
  )),
    el("div", { className: "actions" }, button(inputs.length ? "重新发送" : "原样重发", save, { className: "main", id: "resend" })));
}

/** Base, theirs and mine side by side, field by field; what is not in question goes through as it is. */
function conflict(entry) {
  const choices = entry.conflicts.map((one) => ({
    field: one.field, pick: oneOf("采用哪一个", [["theirs", "对方的"], ["mine", "我的"]], null),
  }));
  const person = entry.path.startsWith("/v1/people/") ? entry.path.split("/").pop() : null;
  const value = (field, shown) => (person && STARRED.includes(field) ? masked(shown, { id: person, field }) : text(shown) || "（空）");
  const columns = entry.conflicts.map((one, index) => el("div", { className: "versus" }, el(
    "h3", { textContent: titleOf(one.field) },
  ),
    one.isUnsure ? muted("打了星号，看不出对方是不是也改了这一项，请点「显示」核对。") : null,
    el(
      "dl", {}, el("div", {}, el("dt", { textContent: "原来" }), el("dd", {}, value(one.field, one.base))),
      el("div", {}, el("dt", { textContent: "对方" }), el("dd", {}, value(one.field, one.theirs))),
      el("div", { className: "mine" }, el("dt", { textContent: "我的" }), el("dd", {}, text(one.mine) || "（空）")),
    ),
    choices[index].pick.box));
  const wrong = el("p", { className: "wrong", role: "alert", hidden: true, textContent: "请每一项都选一个。" });
  const settle = async () => {
    if (choices.some(({ pick }) => pick.value === null)) { wrong.hidden = false; return; }
    const mine = choices.filter(({ pick }) => pick.value === "mine").map(({ field }) => field);
    await decide(entry, mine);
    toast("已定");
    back("outbox");
  };
  return card(
    "别人同时改了同一项", muted("没有自动覆盖。请看三个值，定下用哪一个。"), ...columns, wrong,
    el("div", { className: "actions" }, button("就这样定", settle, { className: "main", id: "decide" })),
  );
}
