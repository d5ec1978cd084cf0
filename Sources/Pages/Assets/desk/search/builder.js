// A question put together by taps: conditions that all hold. What taps cannot say stays as it was written.
import { parts, written } from "../kit/filter.js";
import { all, maybe } from "../kit/server.js";
import { el } from "../kit/ui.js";
import { conditionRow, rowOf } from "./condition.js";
import { tagSubject } from "./fields.js";

let held = null;
/** Names to choose from: read once. */
async function names() {
  held ??= Promise.all([
    all("/v1/tags"), all("/v1/areas", { level: "committee" }), all("/v1/areas", { level: "grid" }),
  ]).then(([tags, committee, grid]) =>
    ({
      tags, areas: { committee: committee.map((area) => area.name), grid: grid.map((area) => area.name) },
    })).catch((error) => { held = null; throw error; });
  return held;
}

/** `json`: the question to begin with; `changed(json)` is told as taps change it. */
export async function builder({ subject, json, changed }) {
  const { tags, areas } = await names();
  const mine = tags.filter((tag) => tag.subject === tagSubject(subject)).map((tag) => tag.name);
  const list = el("ul", { className: "conditions" });
  let rows = [];
  const question = () => {
    const said = rows.map((row) => row.json()).filter(Boolean);
    return said.length === 0 ? {} : said.length === 1 ? said[0] : { and: said };
  };
  const tell = () => changed(question());
  function add(state) {
    const row = conditionRow(subject, state, { tags: mine, areas, changed: tell, remove: () => drop(row) });
    rows.push(row);
    list.append(row.box);
    return row;
  }
  function drop(row) {
    rows = rows.filter((each) => each !== row);
    row.box.remove();
    more.focus();
    tell();
  }
  /** A condition that has brackets or relations of its own: shown in words, and only taken away. */
  function keep(part) {
    const words = el("span", { className: "words", textContent: written(part) });
    const row = {
      json: () => part,
      box: el(
        "li", { className: "condition" }, words,
        el("button", { type: "button", className: "icon", textContent: "×", "aria-label": "去掉这个条件", onclick: () => drop(row) }),
      ),
    };
    maybe(`/v1/${subject}/explain`, { where: written(part) }).then((answer) => { if (answer) words.textContent = answer.explanation; }, () => null);
    rows.push(row);
    list.append(row.box);
  }
  const more = el("button", { type: "button", textContent: "＋ 加一个条件", data: { key: "a" }, onclick: () => { add({}).focus(); tell(); } });
  for (const part of parts(json)) {
    const state = rowOf(subject, part);
    if (state && (state.field !== "tag" || mine.length)) add(state); else keep(part);
  }
  return { box: el("div", { className: "builder" }, list, more), json: question };
}
