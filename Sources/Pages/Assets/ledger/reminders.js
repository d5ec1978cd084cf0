// 提醒: what ledgers that make themselves have found new.
import { call } from "../shared/api.js";
import { button, count, el, guarded, moment, quiet } from "../shared/dom.js";

const WORDS = { new: "新", read: "已读", done: "已办结", passed: "已转交" };

export async function remindersView(place, session) {
  const choice = el("select", { "aria-label": "哪些" }, [["", "未办结"], ["new", "未读"], ["all", "全部"]].map(([value, textContent]) => el("option", { value, textContent })));
  const [list, more, total] = [el("ul", { className: "cards" }), el("div"), el("p", { className: "quiet" })];
  let next = null;
  async function page() {
    const query = { limit: 50, ...(choice.value ? { state: choice.value } : {}), ...(next ? { cursor: next } : {}) };
    const answer = await call("GET", "/v1/reminders", { query });
    if (!next) list.replaceChildren();
    list.append(...answer.items.map((item) => card(item, session)));
    next = answer.next_cursor;
    total.textContent = answer.total ? `共 ${count(answer.total)} 条` : "没有提醒。";
    more.replaceChildren(...(next ? [button("更多", page)] : []));
  }
  choice.addEventListener("change", () => { next = null; guarded(page); });
  place.replaceChildren(el("section", {}, el("h2", { textContent: "提醒" }), choice, total, list, more));
  await page();
}

function card(item, session) {
  const state = el("small");
  const tools = el("div", { className: "tools" });
  const act = (action) => async () => {
    show(await call("POST", `/v1/reminders/${item.id}/actions`, { body: { action } }));
    await session.count();
  };
  function show(now) {
    state.textContent = [WORDS[now.state] ?? now.state, now.due ? `期限 ${now.due}` : "", moment(now.made_at)].filter(Boolean).join("，");
    tools.replaceChildren(...[
      now.run_id ? el("a", { className: "button", href: `#runs/${now.run_id}`, textContent: "看名单" }) : null,
      now.state === "new" ? button("知道了", act("read")) : null, now.state !== "done" ? button("办结", act("done"), { className: "main" }) : null,
    ].filter(Boolean));
  }
  const box = el("li", {}, el("b", { textContent: item.title ?? "" }), el("span", { textContent: item.text ?? "" }), el("small", { textContent: item.why ?? "" }), state, tools);
  show(item);
  return box;
}
