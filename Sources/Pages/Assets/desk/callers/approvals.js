// 批准: more people in full than an hour has room for; a second person allows it or not.
import { change, get, post } from "../kit/server.js";
import { button, count, el, empty, facts, heading, link, moment, panel, pill } from "../kit/ui.js";

const STATES = { waiting: ["待批准", "warn"], approved: ["已批准", "good"], refused: ["未批准", "bad"], revoked: ["已收回", ""] };
const NAMES = { name: "姓名", id_number: "证件号码", phone: "联系电话", contact: "联系人", housemates: "同住人" };
const what = (item) => (item.run ? link(
  `${item.title ?? ""}（第 ${item.run} 次生成的名单）`, `#runs/${item.run}`,
) : item.ledger ? link(`${item.title ?? ""}（台账）`, `#ledgers/${item.ledger}`) : `条件：${item.where || "（全部）"}`);

export async function approvalsView(place, session) {
  const [waiting, all] = await Promise.all([get("/v1/reveal_approvals", { waiting: true, limit: 100 }), get("/v1/reveal_approvals", { limit: 100 })]);
  const known = new Set(waiting.items.map((item) => item.id));
  const again = async () => { await approvalsView(place, session); await session.count(); };
  const list = (items) => el("ul", { className: "cards" }, items.map((item) => card(item, session, again)));
  const rest = all.items.filter((item) => !known.has(item.id));
  place.replaceChildren(heading("批准查看", { about: "一小时内要完整看的人超过上限时，由第二个人批准。申请的人不能自己批。" }),
    panel(
      `等您决定（${count(waiting.total)}）`, waiting.total ? list(waiting.items) : empty("没有等您决定的申请"),
    ), panel("其他", rest.length ? list(rest) : empty("没有")));
}

function card(item, session, again) {
  const path = `/v1/reveal_approvals/${item.id}`;
  const note = el("input", { maxLength: 500, placeholder: "可不填", "aria-label": "说明" });
  const decide = (decision) => async () => {
    await change(`${path}/decision`, { decision, note: note.value.trim() || null }, item.version, "POST");
    await again();
  };
  const mayRevoke = ["waiting", "approved"].includes(item.state) && (item.caller === session.name || item.decided_by === session.name);
  return el(
    "li", {}, el("b", { textContent: `${item.caller}：${item.fields.map((name) => NAMES[name] ?? name).join("、")}，${count(item.people)} 人` }),
    pill(...STATES[item.state]),
    facts([
      ["名单", what(item)], ["用途", item.purpose], ["可用到", item.until], ["申请", moment(item.made_at)],
      ["决定", item.decided_by ? `${item.decided_by}，${moment(item.decided_at)}` : null], ["已查看", item.used ? `${count(item.used)} 人` : null],
      ["说明", item.note],
    ]),
    item.may_decide ? el(
      "div", { className: "tools" }, note, button("批准", decide("approve"), { main: true }), button("不批准", decide("refuse")),
    ) : null,
    mayRevoke ? el("div", { className: "tools" }, button("收回", async () => { await post(`${path}/revoke`); await again(); })) : null);
}
