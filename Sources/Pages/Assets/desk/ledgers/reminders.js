// 提醒: what ledgers that make themselves have found new.
import { guarded } from "../../shared/dom.js";
import { form } from "../kit/form.js";
import { get, post } from "../kit/server.js";
import { pageOf } from "../kit/rows.js";
import { button, count, dialog, el, empty, heading, link, moment, panel, toast } from "../kit/ui.js";

const WORDS = { new: "新", read: "已读", done: "已办结", passed: "已转交" };

export async function remindersView(place, session) {
  const choice = el("select", { "aria-label": "哪些提醒" }, [
    ["", "未办结"], ["new", "未读"], ["all", "全部"],
  ].map(([value, textContent]) => el("option", { value, textContent })));
  const [list, more, total] = [el("ul", { className: "cards" }), el("div", { className: "more" }), el("p", { className: "total", role: "status" })];
  let next = null;
  async function page() {
    const answer = await get("/v1/reminders", { limit: 50, state: choice.value, cursor: next });
    if (!next) list.replaceChildren();
    list.append(...answer.items.map((item) => card(item, session)));
    next = answer.next_cursor;
    total.textContent = answer.total ? `共 ${count(answer.total)} 条` : "";
    more.replaceChildren(...(next ? [button("更多", page)] : answer.total ? [] : [empty("没有提醒", "自动生成的台账有新增的人时，会在这里提醒。")]));
  }
  choice.addEventListener("change", () => { next = null; guarded(page); });
  const read = button("全部标为已读", async () => {
    const { items } = await get("/v1/reminders", { state: "new", limit: 500 });
    if (items.length) await post("/v1/reminders/read", { ids: items.map((item) => item.id) });
    next = null;
    await page();
    await session.count();
  });
  place.replaceChildren(heading("提醒", { tools: [choice, read] }), panel("", total, list, more));
  await page();
}

function card(item, session) {
  const state = el("small");
  const tools = el("div", { className: "tools" });
  const act = (action) => async () => {
    show(await post(`/v1/reminders/${item.id}/actions`, { action }));
    await session.count();
  };
  const pass = () => dialog("转交给同事", (close) => form([
    { name: "caller", title: "同事的用户名", required: true }, { name: "note", title: "留言（可不填）", wide: true },
  ], {
    submit: "转交", cancel: () => close(), run: async (given) => {
      show(await post(`/v1/reminders/${item.id}/actions`, { action: "pass", caller: given.caller, note: given.note || null }));
      close();
      toast("已转交。");
      await session.count();
    },
  }));
  function show(now) {
    state.textContent = [WORDS[now.state] ?? "", now.due ? `期限 ${now.due}` : "", moment(now.made_at), now.ledger].filter(Boolean).join("，");
    const page = now.subject && now.subject_id ? pageOf(now.subject, now.subject_id) : null;
    tools.replaceChildren(...[
      page ? link("打开", page, { className: "button" }) : null, now.run_id ? link("看名单", `#runs/${now.run_id}`, { className: "button" }) : null,
      now.state === "new" ? button("知道了", act("read")) : null, ["new", "read"].includes(now.state) ? button("转交", pass) : null,
      now.state !== "done" ? button("办结", act("done"), { main: true }) : null,
    ].filter(Boolean));
  }
  const box = el(
    "li", {}, el("b", { textContent: item.title ?? "" }), el("span", { textContent: item.text ?? "" }), el("small", { textContent: item.why ?? "" }),
    state, tools,
  );
  show(item);
  return box;
}
