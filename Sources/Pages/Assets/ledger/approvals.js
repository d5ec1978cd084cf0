// 批准: more people in full than an hour has room for; a second person allows it or not.
import { call } from "../shared/api.js";
import { button, count, el, facts, field, guarded, moment, quiet } from "../shared/dom.js";

const STATES = { waiting: "待批准", approved: "已批准", refused: "未批准", revoked: "已收回" };
const FIELDS = { name: "姓名", id_number: "证件号码", phone: "联系电话", contact: "联系人", housemates: "同住人" };

const what = (item) => (item.run ? el("a", { href: `#runs/${item.run}`, textContent: `${item.title ?? ""}（第 ${item.run} 次生成的名单）` })
  : item.ledger ? el("a", { href: `#ledgers/${item.ledger}`, textContent: `${item.title ?? ""}（第 ${item.ledger} 号台账）` }) : `条件：${item.where || "（全部）"}`);

export async function approvalsView(place, session) {
  const [waiting, all] = await Promise.all([
    call("GET", "/v1/reveal_approvals", { query: { waiting: true, limit: 100 } }), call("GET", "/v1/reveal_approvals", { query: { limit: 100 } }),
  ]);
  const known = new Set(waiting.items.map((item) => item.id));
  const again = async () => { await Promise.all([approvalsView(place, session), session.count()]); };
  const list = (items) => el("ul", { className: "cards" }, items.map((item) => card(item, session, again)));
  const rest = all.items.filter((item) => !known.has(item.id));
  place.replaceChildren(
    el("section", {}, el("h2", { textContent: `等您决定（${count(waiting.total)}）` }), waiting.total ? list(waiting.items) : quiet("没有等您决定的申请。")),
    el("section", {}, el("h2", { textContent: "其他" }), rest.length ? list(rest) : quiet("没有。")));
}

function card(item, session, again) {
  const path = `/v1/reveal_approvals/${item.id}`;
  const note = el("input", { maxLength: 500, placeholder: "可不填" });
  const decide = (decision) => async () => {
    await call("POST", `${path}/decision`, { body: { decision, note: note.value.trim() || null }, headers: { "If-Match": `"${item.version}"` } });
    await again();
  };
  const mayRevoke = ["waiting", "approved"].includes(item.state) && (item.caller === session.name || item.decided_by === session.name);
  return el("li", {}, el("b", { textContent: `${item.caller}：${item.fields.map((name) => FIELDS[name] ?? name).join("、")}，${count(item.people)} 人` }),
    facts([
      ["名单", what(item)], ["条件", item.where], ["用途", item.purpose], ["可用到", item.until], ["申请", moment(item.made_at)],
      ["状态", `${STATES[item.state]}${item.decided_by ? `（${item.decided_by}，${moment(item.decided_at)}）` : ""}${item.used ? `，已查看 ${count(item.used)} 人` : ""}`], ["说明", item.note],
    ]),
    item.may_decide ? el("div", { className: "answer" }, field("说明", note), button("批准", decide("approve"), { className: "main" }), button("不批准", decide("refuse"))) : null,
    mayRevoke ? el("div", { className: "tools" }, button("收回", async () => { await call("POST", `${path}/revoke`); await again(); })) : null);
}

/** In place of a file that an hour has no room for: asks for approval. `wish`: reveal and reason. */
export function asksApproval(run, wish, place, refusal) {
  const until = el("input", { type: "date", required: true });
  const tomorrow = new Date(Date.now() + 32 * 3_600_000);
  until.value = tomorrow.toISOString().slice(0, 10);
  const form = el("form", {
    className: "card",
    onsubmit: (event) => {
      event.preventDefault();
      guarded(async () => {
        // Housemates count too: whoever is asked allows what the server has said that it would be.
        const people = Math.min(100_000, Number(/查看 (\d+) 人/.exec(refusal.message)?.[1] ?? run.total));
        const body = { run: run.id, fields: wish.reveal, purpose: wish.reason, people, until: until.value };
        const made = await call("POST", "/v1/reveal_approvals", { body });
        place.replaceChildren(quiet(`已申请（第 ${made.id} 号）。批准后再点一次下载。`));
      });
    },
  }, el("p", { textContent: refusal.message.replace(/（POST .*?）/, "") }), field("最后可用的一天", until), el("button", { textContent: "申请批准" }));
  place.replaceChildren(form);
}
