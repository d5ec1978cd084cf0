// 待派单: one order after the other, its text, and three candidates with their reasons. 1, 2, 3 give it away.
import { columns, grid } from "../kit/grid.js";
import { get, inquire } from "../kit/server.js";
import { button, count, el, empty, facts, heading, link, moment, panel, pill, quiet, tabs } from "../kit/ui.js";
import { ORDER_KINDS } from "../words.js";
import { actionButtons, askAndAct, candidateCards } from "./acting.js";
import { marks, timeline, until } from "./pieces.js";

const PARTS = { received: "待派单", returned: "退单待裁定" };

export async function queueView(place, session, id, params) {
  const state = params.get("state") === "returned" ? "returned" : "received";
  const detail = el("div", { className: "sticky page" });
  const totals = Object.fromEntries(await Promise.all(Object.keys(PARTS).map(async (part) => [
    part, (await get("/v1/work_orders", { where: `state = ${part}`, limit: 1, select: "id" })).total,
  ])));
  const answer = await get("/v1/work_orders", { where: `state = ${state}`, limit: 100, sort: "due_at" });
  let turn = 0;
  const list = grid({
    label: PARTS[state], onMove: (order) => show(order), open: (order) => { location.hash = `#orders/${order.id}`; },
    columns: columns({
      name: "title", title: "诉求",
      cell: (order) => el(
        "span", {}, el("b", { textContent: order.title }), " ", marks(order), el("small", { textContent: order.address ?? "没有地址" }),
      ),
    },
      { name: "kind", title: "类型", cell: (order) => ORDER_KINDS[order.kind] }, {
        name: "due_at", title: "期限", cell: (order) => el("span", {}, moment(order.due_at), el("small", { textContent: until(order.due_at) })),
      }),
  });
  place.replaceChildren(
    heading("待派单", { about: "上下键换一张，按 1、2、3 派给候选单位，回车看全部。" }),
    tabs(
      Object.entries(PARTS).map(([part, title]) => [`#queue${part === "received" ? "" : `?state=${part}`}`, title, totals[part]]),
      `#queue${state === "received" ? "" : `?state=${state}`}`,
    ),
    answer.items.length ? el(
      "div", { className: "pair even" },
      el(
        "section", { className: "panel flush" }, el("p", { className: "total", textContent: `${count(answer.total)} 张` }),
        el("div", { className: "scroll" }, list.box),
      ),
      detail,
    )
      : panel(
        "",
        empty(
          state === "received" ? "没有等派单的工单" : "没有等裁定的退单", "有把握的系统已经派出，其余的会到这里。",
          link("看全部工单", "#orders", { className: "button" }),
        ),
      ));
  if (!answer.items.length) return;
  list.append(answer.items);
  list.focus();

  /** What was dealt with leaves the list; the next one comes. */
  async function gone(order) {
    const rest = list.items().filter((each) => each.id !== order.id);
    const at = Math.min(list.items().findIndex((each) => each.id === order.id), rest.length - 1);
    list.show(rest);
    session.count().catch(() => null);
    if (rest.length) list.focus(rest[at]); else detail.replaceChildren(panel(
      "", empty("都处理完了", "", link("看全部工单", "#orders", { className: "button" })),
    ));
  }
  async function show(item) {
    const mine = ++turn;
    const order = await get(`/v1/work_orders/${item.id}`);
    if (mine !== turn) return;
    let { candidates } = order.dispatch;
    if (state === "received" && !candidates.length) candidates = (await inquire("/v1/dispatch/preview", {
      text: order.text || order.title, title: order.title, category: order.category || null,
    })).candidates;
    if (mine !== turn) return;
    const done = () => gone(order);
    detail.replaceChildren(panel({ title: order.title, tools: [pill(ORDER_KINDS[order.kind]), marks(order)] },
      el("p", { textContent: order.text ?? "" }),
      facts([
        ["编号", link(order.number, `#orders/${order.id}`)],
        ["地址", order.house ? link(order.house.address, `#houses/${order.house.id}`) : order.address], ["来源", order.source],
        ["反映", moment(order.reported_at)], ["先行联系", until(order.first_contact_due_at)], ["办理期限", until(order.due_at)],
      ]),
      state === "received" ? [
        el("h3", { textContent: "派给谁" }),
        candidates.length ? candidateCards(order, candidates.slice(0, 3), done) : quiet("没有候选单位，请自己选。"),
        el(
          "div", { className: "tools" },
          order.actions.includes("dispatch") ? button("另选单位", () => askAndAct(order, "dispatch", done), { key: "d" }) : null,
          [
            "merge", "reject", "supervise",
          ].filter((action) => order.actions.includes(action)).map((action) => button(
            { merge: "合并", reject: "不予受理", supervise: "督办" }[action],
            () => askAndAct(order, action, action === "supervise" ? () => show(item) : done),
          )))]
        : [el("div", { className: "tools" }, actionButtons(order, done)), timeline(order.timeline)]));
  }
}
