// What a sentence found: how it was understood, as conditions to tap off and on, and a compact list.
import { Refusal, call } from "../shared/api.js";
import { button, count, el } from "../shared/dom.js";
import { byAddress, text } from "../shared/words.js";
import { partsOf, shortened } from "./conditions.js";
import { dial } from "./reveal.js";
import { go } from "./router.js";
import { session } from "./session.js";
import { card, chip, empty, icon, link, muted, toast } from "./ui.js";

const SELECT = {
  people: "id,name,sex,age,address,phone,house_id", houses: "id,address,kind,residents,last_visited", shops: "id,name,status,category,address,house_id,phone",
  buildings: "id,address,storeys,built", assets: "id,kind,code,status,due,address,house_id", work_orders: "id,number,title,state,due_at,address",
};
const AT_ONCE = 50;
/** What a list is ticked with when it is made from here. */
const NOTES = [{ name: "done", title: "已办", kind: "tick" }];

/** Where a row of a list leads; null for what has no page. */
export const pathOf = (subject, item) => ({ people: `people/${item.id}`, houses: `houses/${item.id}`, work_orders: `tickets/${item.id}` })[subject]
  ?? (item.house_id ? `houses/${item.house_id}` : null);

/** A row's first line and what stands under it. */
function linesOf(subject, item) {
  switch (subject) {
    case "people": return [
      `${item.name}`,
      [
        text(item.sex), item.age === null || item.age === undefined ? "" : `${item.age} 岁`, item.address,
      ].filter(Boolean).join(" · "),
    ];
    case "houses": return [item.address, [text(item.kind), `${item.residents ?? 0} 人`].join(" · ")];
    case "shops": return [item.name, [item.status, item.category, item.address].filter(Boolean).join(" · ")];
    case "assets": return [
      `${item.kind} ${item.code ?? ""}`, [item.status, item.due ? `${item.due} 到期` : "", item.address].filter(Boolean).join(" · "),
    ];
    case "work_orders": return [item.title, [text(item.state), item.number, item.address].filter(Boolean).join(" · ")];
    default: return [
      item.address, [item.storeys ? `${item.storeys} 层` : "", item.built ? `${item.built} 年建` : ""].filter(Boolean).join(" · "),
    ];
  }
}

/** A compact line: what it is, and a telephone where there is one. `before`: what stands in front, a tick. */
export function compact(subject, item, before = null) {
  const [title, under] = linesOf(subject, item);
  const path = pathOf(subject, item);
  const words = [el("b", { textContent: title }), el("small", { textContent: under })];
  return el("li", {
    className: "line", data: { id: item.id },
  }, before, path ? link(path, { className: "what" }, words) : el("span", { className: "what" }, words),
    subject === "people" && item.phone ? el(
      "button", { type: "button", className: "round", "aria-label": `给${item.name}打电话`, onclick: () => dial(item) }, icon("phone"),
    ) : null);
}

/** The card of an answer of `/v1/ask`. */
export function answerCard(sentence, answer) {
  const parts = partsOf(answer.where).map((where) => ({ where, title: where, isOn: true }));
  const total = el("p", { className: "total", role: "status" });
  const list = el("ul", { className: "lines" });
  const more = el("div");
  const conditions = el("div", { className: "picks", role: "group", "aria-label": "条件" });
  const where = () => parts.filter(({ isOn }) => isOn).map(({ where: part }) => (parts.length > 1 && / or /.test(part) ? `(${part})` : part)).join(" and ");
  const isWhole = () => parts.every(({ isOn }) => isOn);
  let turn = 0;

  const show = (items, sum) => {
    total.textContent = `共 ${count(sum)} 条`;
    list.replaceChildren(...items.map((item) => compact(answer.subject, item)));
    more.replaceChildren(
      sum > items.length ? muted(`先列 ${items.length} 条。全部请点「做成名单」。`) : "", items.length ? "" : empty("没有符合的。点掉一个条件再看看。"),
    );
  };
  const search = async () => {
    const mine = ++turn;
    total.textContent = "正在查…";
    try {
      const found = await call(
        "GET", `/v1/${answer.subject}`, { query: { where: where(), select: SELECT[answer.subject], limit: AT_ONCE } },
      );
      if (mine === turn) show(found.items.sort((one, other) => byAddress(one.address, other.address)), found.total);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (mine === turn) total.textContent = error.message;
    }
  };
  const drawConditions = () => conditions.replaceChildren(...parts.map((part) => el("button", {
    type: "button", className: "pick tick", "aria-pressed": String(part.isOn), textContent: part.title,
    onclick: (event) => {
      if (part.isOn && parts.filter(({ isOn }) => isOn).length === 1) return toast("至少留一个条件。");
      part.isOn = !part.isOn;
      event.target.setAttribute("aria-pressed", String(part.isOn));
      search();
    },
  })));
  const explain = async () => {
    await Promise.all(parts.map(async (part) => {
      try {
        const { explanation } = await call("GET", `/v1/${answer.subject}/explain`, { query: { where: part.where } });
        part.title = shortened(explanation);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        part.title = shortened(answer.explanation);
      }
    }));
    drawConditions();
  };
  const make = async () => {
    const body = isWhole() ? { sentence, notes: NOTES } : {
      subject: answer.subject, where: where(), name: sentence.slice(0, 64), notes: NOTES,
    };
    try {
      go(`runs/${(await call("POST", "/v1/runs", { body })).id}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      toast(error.message);
    }
  };
  if (parts.length) explain();
  show(
    [...answer.items].sort((one, other) => byAddress(one.address, other.address)).slice(0, AT_ONCE),
    Math.min(answer.total ?? answer.items.length, answer.limit ?? Infinity),
  );
  return el("div", {},
    card("听懂的是", el(
      "p", { className: "meaning", textContent: answer.explanation },
    ), ...answer.warnings.map((warning) => muted(`请留意：${warning}`)),
      parts.length ? conditions : null),
    card(
      ["名单", chip(sentence)],
      el(
        "div", { className: "head" }, total,
        session.may("write") ? button("做成名单", make, { className: "main small", id: "make" }) : null,
      ),
      list, more,
    ));
}
