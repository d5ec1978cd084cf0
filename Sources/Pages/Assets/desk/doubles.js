// People who are likely there twice: side by side, whose value stays chosen field by field, made one, and taken back.
import { get, post } from "./kit/server.js";
import { button, confirmed, dialog, el, empty, link, moment, panel, pill, quiet, toast } from "./kit/ui.js";
import { FIELDS, shown } from "./words.js";

const CHOSEN = ["name", "sex", "birth_date", "death_date", "id_number", "phone", "hukou", "ethnicity", "education"];
const SHOWN = [...CHOSEN, "address", "committee", "source", "updated_at"];
const COMPARED = new Set([...CHOSEN, "address"]);
const isEmpty = (value) => value === null || value === undefined || value === "";

function said(field, value) {
  if (isEmpty(value)) return field === "death_date" ? "没有登记去世" : "（空）";
  return field === "updated_at" ? moment(value) : shown(field, value);
}

/** Masked values look alike and may differ: numbers are asked for wherever both have one. */
const isAsked = (field, own, other) => CHOSEN.includes(field) && (own[field] !== other[field] || ["id_number", "phone"].includes(field))
  && (field === "death_date" || (!isEmpty(own[field]) && !isEmpty(other[field])));

export async function doublesPart() {
  const [list, done] = [el("div", { className: "pairs" }), el("div", {})];
  let cursor = null;
  const more = button("再找一些", () => load(), { hidden: true });
  const nothing = empty("没有发现疑似重复的人", "姓名相同，并且出生日期也相同，或者登记过同一处房屋，才算疑似。证件号码都已登记而不同的不算。");
  async function load() {
    // A page may come empty: so many people are looked at for each.
    let found = [];
    do {
      const page = await get("/v1/doubles", { limit: 20, cursor });
      found = page.items;
      cursor = page.next_cursor;
    } while (!found.length && cursor);
    list.append(...found.map((item) => pair(item, refresh)));
    more.hidden = !cursor;
    nothing.hidden = list.querySelector(".double") !== null;
  }
  async function refresh() {
    const { items } = await get("/v1/merges", { limit: 20 });
    done.replaceChildren(...(items.length ? [merged(items, again)] : []));
    nothing.hidden = list.querySelector(".double") !== null;
  }
  async function again() {
    list.querySelectorAll(".double").forEach((box) => box.remove());
    cursor = null;
    await Promise.all([load(), refresh()]);
  }
  list.append(nothing);
  await Promise.all([load(), refresh()]);
  return el("div", { className: "pairs" }, list, el("div", { className: "tools" }, more), done);
}

/** Two rows beside each other: the left one is kept unless somebody turns them round. */
function pair(item, done) {
  const box = el("section", { className: "panel double" });
  draw(item.left, item.right);
  return box;

  function draw(own, other) {
    const choices = new Map();
    const cell = (field, side, person) => {
      if (!isAsked(field, own, other)) return el("td", {}, said(field, person[field]));
      // Who is right about a death nobody but the office can say.
      if (!choices.has(field)) choices.set(field, field === "death_date" ? null : "own");
      const radio = el("input", {
        type: "radio", name: `${item.left.id}-${item.right.id}-${field}`, value: side, checked: choices.get(field) === side,
        onchange: () => choices.set(field, side),
      });
      return el("td", {}, el("label", { className: "check" }, radio, said(field, person[field])));
    };
    const lines = SHOWN.filter((field) => !isEmpty(own[field]) || !isEmpty(other[field])).map((field) => el(
      "tr", { className: own[field] === other[field] || !COMPARED.has(field) ? "" : "differs" }, el("th", { scope: "row", textContent: FIELDS[field] ?? field }),
      cell(field, "own", own), cell(field, "other", other),
    ));
    const name = (person, words) => el(
      "th", { scope: "col" }, link(`${person.name}（编号 ${person.id}）`, `#people/${person.id}`), el("small", { textContent: words }),
    );
    const take = () => Object.fromEntries([...choices].filter(([, side]) => side));
    box.replaceChildren(
      el("p", { className: "tools" }, item.reasons.map(({ detail }) => pill(detail, "warn"))),
      el("div", { className: "scroll" }, el(
        "table", { className: "compare" },
        el("thead", {}, el("tr", {}, el("th", {}), name(own, "留下"), name(other, "并入左边"))), el("tbody", {}, lines),
      )),
      el(
        "div", { className: "tools end" }, button("左右对调", () => draw(other, own)),
        button("合并为一人", () => merge(own, other, take(), box, done), { main: true }),
      ),
    );
  }
}

async function merge(own, other, take, box, done) {
  const isSure = await confirmed(
    "合并为一人？", `编号 ${other.id} 的居住关系、标签、记录和走访都转到 ${own.name}（编号 ${own.id}）名下，编号 ${other.id} 不再使用。没有取的值留作其他来源的说法。合并后没有再改动的，可以撤销。`,
    "合并",
  );
  if (!isSure) return;
  const body = { other: other.id, other_version: other.version, take };
  const path = `/v1/people/${own.id}/merge`;
  try {
    await post(path, body, own.version);
  } catch (error) {
    if (error.code !== "numbers_differ") throw error;
    const isMeant = await dialog("证件号码不同", (close) => [
      quiet("两人各有一个有效的证件号码，多半是两个人。只有核对过证件、确实是同一人（例如换过号码）时才合并。"),
      el("div", { className: "tools end" }, button("不合并", () => close(false)), button("核对过，仍要合并", () => close(true), { className: "grave" })),
    ]);
    if (!isMeant) return;
    await post(path, { ...body, numbers_differ: true }, own.version);
  }
  toast("已合并，可在下面撤销");
  box.remove();
  await done();
}

const merged = (items, done) => panel("合并过的", el("ul", { className: "plain" }, items.map((item) => el(
  "li", {}, link(`${item.kept_name}（编号 ${item.kept_id}）`, `#people/${item.kept_id}`), ` ← ${item.gone_name}（编号 ${item.gone_id}）　`,
  el("span", { className: "quiet", textContent: `${moment(item.at)} ${item.by}　` }),
  item.undone_at ? pill(`${moment(item.undone_at)} 已撤销`) : button("撤销", async () => {
    if (!(await confirmed("撤销合并？", "两人照原样分开，各自的居住关系、标签、记录和走访放回原处。", "撤销"))) return;
    await post(`/v1/merges/${item.id}/undo`);
    toast("已撤销，两人照原样分开");
    await done();
  }, { className: "text" }),
))));
