// 「显示」: what is masked, for a reason that is recorded. What was shown stays in this page's memory only.
import { Refusal, call } from "../shared/api.js";
import { el } from "../shared/dom.js";
import { titleOf } from "../shared/words.js";
import { session } from "./session.js";
import { confirmed, dialog, icon, muted, toast } from "./ui.js";

const REASONS = ["上门走访核实", "电话联系本人", "办理本人申请", "核对登记信息"];
const SHORTEST = 4;
let shownThisHour = [];

function counted() {
  shownThisHour = shownThisHour.filter((at) => Date.now() - at < 3_600_000);
  return shownThisHour.length;
}

/** Asks why; null where somebody thought better of it. */
function askReason(what) {
  return dialog(`显示${what}`, (done) => {
    const input = el("input", { name: "reason", maxLength: 200, placeholder: "为什么要看（至少 4 个字）", "aria-label": "原因" });
    const wrong = el("p", { className: "wrong", role: "alert", hidden: true, textContent: "请写明原因，至少 4 个字。" });
    const send = () => {
      const reason = input.value.trim();
      if (reason.length < SHORTEST) { wrong.hidden = false; input.focus(); return; }
      done(reason);
    };
    return [
      el(
        "div", { className: "picks" },
        REASONS.map((text) => el("button", { type: "button", className: "pick", textContent: text, onclick: () => done(text) })),
      ),
      el(
        "form", { className: "stack", onsubmit: (event) => { event.preventDefault(); send(); } }, input, wrong,
        el("button", { className: "main", textContent: "显示" }),
      ),
      muted(`原因和您的名字会记入审计。本小时已看 ${counted()} 人次，上限 200。`),
    ];
  });
}

/** Fields of a person in full: asks for the reason. null where it was not given, there is no signal, or it is refused. */
async function revealPerson(id, fields, what) {
  return reveal(what, (reason) => call("POST", `/v1/people/${id}/reveal`, { body: { fields, reason }, timeout: 15_000 }));
}

/** Who reported an order, and its text, in full. */
export const revealOrder = (id) => reveal(
  "反映人和原文", (reason) => call("POST", `/v1/work_orders/${id}/reveal`, { body: { reason }, timeout: 15_000 }),
);

/** A text in which numbers of people are starred out, with 「显示」 under it. `field` is its name in the row. */
export function maskedText(words, { subject, id, field }) {
  const box = el("p", { textContent: words });
  if (!session.may("reveal") || !/\*{4}/.test(words)) return box;
  const show = el("button", {
    type: "button", className: "show", textContent: "显示",
    onclick: async () => {
      const answer = await reveal(
        "原文", (reason) => call("POST", "/v1/texts/reveal", { body: { subject, id, reason }, timeout: 15_000 }),
      );
      if (answer) box.textContent = answer.texts[field] ?? words;
    },
  });
  box.append(" ", show);
  return box;
}

async function reveal(what, ask) {
  const reason = await askReason(what);
  if (!reason) return null;
  try {
    const answer = await ask(reason);
    shownThisHour.push(Date.now());
    return answer;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await confirmed("没有显示", error.status === 0 ? "没有信号时不能显示完整的姓名和号码：本机只存打了星号的。" : error.message, "知道了");
    return null;
  }
}

/** A masked value with 「显示」 beside it, where the caller may see more. `shown(answer)` is told of it. */
export function masked(value, { id, field, shown = () => {} }) {
  if (!value) return el("span", { className: "none", textContent: "未登记" });
  const box = el("span", { className: "masked" }, el("span", { textContent: value }));
  if (session.may("reveal") && String(value).includes("*")) {
    box.append(el("button", {
      type: "button", className: "show", textContent: "显示", "aria-label": `显示${titleOf(field)}`,
      onclick: async () => {
        const answer = await revealPerson(id, [field], titleOf(field));
        if (!answer) return;
        box.replaceChildren(el("b", { className: "full", textContent: answer[field] ?? "未登记" }));
        shown(answer);
      },
    }));
  }
  return box;
}

/** Shows the number for a reason and offers to dial it. */
export async function dial(person) {
  const answer = await revealPerson(person.id, ["phone"], "电话并拨打");
  if (!answer) return;
  if (!answer.phone) return toast("没有登记电话。");
  await dialog(
    person.name,
    (done) => el(
      "a", { className: "call", href: `tel:${answer.phone.replace(/[^\d+]/g, "")}`, onclick: () => done(true) }, icon("phone"),
      el("b", { textContent: answer.phone }),
    ),
  );
}
