// Rows as a table on a desk, and as one card after the other on a phone.
import { el } from "./dom.js";
import { TITLES, isShown, text } from "./words.js";

/** What a person needs not see on a list: numbers of rows, and when they were changed. */
const isForPeople = (name) => isShown(name) && !["id", "updated_at", "since", "until"].includes(name);

/** The columns of an answer's items, by name. */
export function columnsOf(names, titles = {}) {
  return names.filter(isForPeople).map((name) => ({ name, title: titles[name] ?? TITLES[name] ?? name }));
}

/** An empty table. `more`: titles of further columns, whose cells `append` is given. */
export function table(columns, more = []) {
  const head = [...columns.map((column) => column.title), ...more].map((title) => el("th", { scope: "col", textContent: title }));
  return el("table", { className: "rows" }, el("thead", {}, el("tr", {}, head)), el("tbody"));
}

/** Appends rows; `cells(item)` are elements for the further columns. */
export function append(box, columns, items, cells = () => []) {
  const body = box.tBodies[0];
  for (const item of items) {
    const own = columns.map((column) => {
      const shown = text(item[column.name]);
      return el("td", { textContent: shown, data: { title: column.title, name: column.name }, className: shown ? "" : "none" });
    });
    body.append(el("tr", { data: { id: item.id } }, own, cells(item)));
  }
}
