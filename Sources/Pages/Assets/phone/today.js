// 今天: what I am reminded of, what is due, whom to visit, and what is new around.
import { Refusal } from "../shared/api.js";
import { el } from "../shared/dom.js";
import { byAddress, dayOf, daysBetween, sayDay, sayWeekday } from "../shared/words.js";
import { pathOf } from "./answers.js";
import { findBox } from "./find.js";
import { enqueue } from "./noting.js";
import { backlog } from "./queue.js";
import { read } from "./reading.js";
import { session } from "./session.js";
import { SELECT, isMine, orderRow } from "./tickets.js";
import { card, chip, icon, link, muted, oldNote, row, toast, trouble, waiting } from "./ui.js";

const AT_ONCE = 6;
/** 独居老人超期未走访. */
const OVERDUE_VISITS = "tag:LL031";

export async function todayView(place, _, signal) {
  const day = dayOf();
  const [, month, date] = day.split("-").map(Number);
  const parts = ["reminders", "orders", "visits", "news"].map((name) => el("div", { id: name }, waiting()));
  place.replaceChildren(el("header", { className: "masthead" },
    el(
      "div", {}, el("h1", { textContent: `${month}月${date}日` }),
      el("p", { textContent: `${sayWeekday(day)} · ${session.me.areas.map(({ name }) => name).join("、") || "全部辖区"}` }),
    ),
    link("account", { className: "bare", "aria-label": `我的：${session.me.name}` }, icon("person"))), findBox(), ...parts);
  const works = [reminders, orders, visits, news];
  await Promise.all(works.map(async (work, index) => {
    try {
      parts[index].replaceChildren(...await work({ signal }));
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Refusal) || error.status === 401) throw error;
      parts[index].replaceChildren(...(error.status === 403 ? [] : [trouble(error)]));
    }
  }));
}

/** Shows a few, and the others at a tap. */
function few(items, draw) {
  const box = el("div", {}, items.slice(0, AT_ONCE).map(draw));
  if (items.length > AT_ONCE) {
    box.append(el("button", {
      type: "button", className: "morebutton", textContent: `再看 ${items.length - AT_ONCE} 个`,
      onclick: (event) => { event.target.remove(); box.append(...items.slice(AT_ONCE).map(draw)); },
    }));
  }
  return box;
}

async function reminders(options) {
  if (!session.may("handle_reminders")) return [];
  const { body, isOld, at } = await read("/v1/reminders", { limit: 50 }, options);
  const handled = new Set(backlog().map(({ path }) => path));
  const items = body.items.filter(({ id }) => !handled.has(`/v1/reminders/${id}/actions`));
  if (!items.length) return [];
  return [card(["提醒", chip(`${body.total} 条`)], isOld ? oldNote(at) : "", few(items, reminder))];
}

function reminder(item) {
  const path = pathOf(item.subject, { id: item.subject_id });
  const words = [
    el("b", { textContent: item.title }),
    el(
      "small", { textContent: [item.ledger, item.due ? `${sayDay(item.due)}到期` : "", item.note ?? ""].filter(Boolean).join(" · ") },
    ),
  ];
  const line = el("div", { className: "line" }, path ? link(path, { className: "what" }, words) : el("span", { className: "what" }, words), el("button", {
    type: "button", className: "round", "aria-label": `办完：${item.title}`,
    onclick: async () => {
      await enqueue({
        chain: `reminders/${item.id}`, title: "提醒办完", about: item.title, link: "", method: "POST",
        path: `/v1/reminders/${item.id}/actions`, body: { action: "done" },
      });
      line.remove();
      toast("已办完");
    },
  }, icon("check")));
  return line;
}

async function orders(options) {
  const { body, isOld, at } = await read(
    "/v1/work_orders",
    { where: "state in [dispatched, accepted, in_progress] and due_at <= today+1d", select: SELECT, sort: "due_at", limit: 100 },
    options,
  );
  const mine = body.items.filter(isMine);
  const others = body.items.filter((order) => !isMine(order));
  if (!body.items.length) return [muted("今明两天没有到期的工单。")];
  return [card(["到期工单", chip(`${body.total} 件`, "wait")], isOld ? oldNote(at) : "", few([...mine, ...others], orderRow))];
}

/** In the order in which one walks: by road and number, those of one lane together. */
async function visits(options) {
  const { body, isOld, at } = await read(
    "/v1/people", { where: OVERDUE_VISITS, select: "id,name,sex,age,address,road,lane,house_id,last_visited", limit: 200 }, options,
  );
  const done = new Set(backlog().filter(({ path }) => path === "/v1/visits").map(({ body: visit }) => visit.house_id));
  const items = body.items.filter(({ house_id: house }) => !done.has(house)).sort((one, other) => byAddress(one.address, other.address));
  if (!items.length) return [muted("独居老人都走访过了。")];
  let lane = null;
  const draw = (person) => {
    const here = `${person.road ?? ""}${person.lane ? `${person.lane}弄` : ""}`;
    const heading = here !== lane ? el("h3", { textContent: here }) : null;
    lane = here;
    const since = person.last_visited ? `${daysBetween(person.last_visited, dayOf())} 天没走访` : "没有走访过";
    return el(
      "div", {}, heading,
      row(
        `houses/${person.house_id}`, `${person.name} ${person.age} 岁`, person.address.slice(here.length) || person.address,
        el("span", { className: "side" }, el("small", { textContent: since })),
      ),
    );
  };
  return [card(["要走访的独居老人", chip(`${body.total} 人`, "wait")], isOld ? oldNote(at) : "", few(items, draw))];
}

async function news(options) {
  const [people, fresh, shops] = await Promise.all([
    read("/v1/people", { where: "since >= today-7d", select: "id,name,age,address,since", limit: 100 }, options),
    read("/v1/work_orders", { where: "reported_at >= today-1d", select: SELECT, sort: "reported_at.desc", limit: 20 }, options),
    read("/v1/shops", { where: "opened >= today-30d", select: "id,name,address,house_id,opened", limit: 20 }, options),
  ]);
  const lines = [
    ...fresh.body.items.map((order) => row(`tickets/${order.id}`, order.title, `新工单 · ${order.address ?? ""}`)),
    ...people.body.items.sort((one, other) => other.since.localeCompare(one.since)).map((person) => row(
      `people/${person.id}`, `${person.name}${person.age === null ? "" : ` ${person.age} 岁`}`,
      `${sayDay(person.since)}迁入 ${person.address}`,
    )),
    ...shops.body.items.map((shop) => row(`houses/${shop.house_id}`, shop.name, `${sayDay(shop.opened)}开业 ${shop.address}`)),
  ];
  const total = people.body.total + fresh.body.total + shops.body.total;
  if (!lines.length) return [muted("近一周没有人迁入，近两天没有新工单。")];
  return [card(["这几天的新情况", chip(`${total} 条`)], few(lines, (line) => line))];
}
