// Rows of an answer or a run as a table, with further cells to tick and write in.
import { FIELDS, shown } from "../words.js";
import { el } from "./ui.js";

/** What a person needs not see on a list: numbers of rows, and when they were changed. */
const isForPeople = (name) => !name.endsWith("_id") && !["id", "version", "updated_at", "since", "until", "lat", "lon"].includes(name);
export const columnsOf = (names, titles = {}) => names.filter(isForPeople).map((name) => ({ name, title: titles[name] ?? FIELDS[name] ?? name }));

const PAGES = ["people", "houses", "shops", "buildings", "assets"];
/** Where a row of a subject has its page; null where it has none. */
export const pageOf = (subject, id) => (subject === "work_orders" ? `#orders/${id}` : PAGES.includes(subject) ? `#${subject}/${id}` : null);

/** An empty table. `more`: titles of further columns, whose cells `append` is given. */
export function table(columns, more = [], { numbered = false } = {}) {
  const head = [
    ...(numbered ? ["序号"] : []), ...columns.map((column) => column.title), ...more,
  ].map((title) => el("th", { scope: "col", textContent: title }));
  return el("table", { className: "rows", data: numbered ? { numbered: "1" } : {} }, el("thead", {}, el("tr", {}, head)), el("tbody"));
}

/** Appends rows; `cells(item)` are elements for the further columns. The first column leads to the row's own page. */
export function append(box, columns, items, cells = () => [], subject = "") {
  const body = box.tBodies[0];
  for (const item of items) {
    const href = pageOf(subject, item.id);
    const own = columns.map((column, index) => {
      const text = shown(column.name, item[column.name]);
      return el(
        "td", { data: { title: column.title, name: column.name }, className: text ? "" : "none" },
        index === 0 && href && text ? el("a", { href, textContent: text }) : text,
      );
    });
    const number = box.dataset.numbered ? el("td", { className: "number", data: { title: "序号" }, textContent: body.rows.length + 1 }) : null;
    body.append(el("tr", { data: { id: item.id } }, number, own, cells(item)));
  }
}
