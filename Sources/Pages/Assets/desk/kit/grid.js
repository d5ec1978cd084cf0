// A list that is walked with the arrows, opened with Enter and picked with the space bar.
import { el } from "./ui.js";
import { FIELDS, shown } from "../words.js";

/** Columns by field name; those that need more are given as objects `{ name, title, cell, number, wide }`. */
export const columns = (...names) => names.map((item) => {
  const column = typeof item === "string" ? { name: item } : item;
  return { title: FIELDS[column.name] ?? column.name, ...column };
});

/**
 * - href: where a row leads; open: what opening it does instead.
 * - picking: rows can be picked; `onPick` is told how many are.
 * - onMove: the row that has the focus.
 */
export function grid({ columns: cols, href, open, picking = false, onPick = () => {}, onMove = () => {}, label }) {
  const items = new Map();
  const picked = new Set();
  const body = el("tbody");
  const every = picking ? el("input", {
    type: "checkbox", "aria-label": "全选", onchange: () => { for (const row of body.rows) pick(row, every.checked); },
  }) : null;
  const head = el(
    "tr", {}, picking ? el("th", { className: "pick" }, every) : null,
    cols.map((column) => el("th", { scope: "col", textContent: column.title, className: column.number ? "number" : "" })),
  );
  const box = el("table", { className: `grid${href || open || picking ? " live" : ""}`, "aria-label": label ?? null }, el("thead", {}, head), body);

  function pick(row, isOn) {
    const item = items.get(row);
    if (isOn) picked.add(item); else picked.delete(item);
    row.classList.toggle("picked", isOn);
    row.querySelector(".pick input").checked = isOn;
    if (every) every.checked = picked.size > 0 && picked.size === items.size;
    onPick(picked.size);
  }
  function move(row) {
    if (!row) return;
    for (const other of body.rows) other.tabIndex = other === row ? 0 : -1;
    row.focus();
  }
  function go(row) {
    const item = items.get(row);
    if (open) open(item, row); else if (href) location.hash = href(item);
  }
  function rowOf(item) {
    const row = el(
      "tr", { data: { id: item.id ?? item.code ?? "" }, tabIndex: body.rows.length ? -1 : 0, onfocus: () => { onMove(items.get(row), row); } },
      picking ? el(
        "td", { className: "pick" },
        el("input", { type: "checkbox", tabIndex: -1, "aria-label": "选中这一行", onchange: (event) => pick(row, event.target.checked) }),
      ) : null,
      cols.map((column, index) => {
        const value = column.cell ? column.cell(item) : shown(column.name, item[column.name]);
        const content = index === 0 && href && typeof value === "string" ? el("a", {
          href: href(item), textContent: value || "（未填）", tabIndex: -1,
        }) : value;
        return el(
          "td",
          {
            data: { title: column.title, name: column.name },
            className: [
              column.number ? "number" : "", column.wide ? "wide" : "", value === "" || value === null ? "none" : "",
            ].filter(Boolean).join(" "),
          },
          content ?? "",
        );
      }));
    items.set(row, item);
    return row;
  }
  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    if (!row || event.target.closest("a, button, input, select, textarea, label, summary")) return;
    move(row);
    if (href || open) go(row);
  });
  body.addEventListener("keydown", (event) => {
    const row = event.target;
    if (row.tagName !== "TR" || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...body.rows];
    const at = rows.indexOf(row);
    const to = {
      ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: rows.length - 1, PageDown: Math.min(at + 10, rows.length - 1),
      PageUp: Math.max(at - 10, 0),
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      if (event.shiftKey && picking) pick(row, true);
      move(rows[to]);
      if (event.shiftKey && picking && rows[to]) pick(rows[to], true);
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(row);
    } else if (event.key === " " && picking) {
      event.preventDefault();
      pick(row, !picked.has(items.get(row)));
    }
  });

  return {
    box,
    append: (more) => { body.append(...more.map(rowOf)); },
    show: (list) => { body.replaceChildren(); items.clear(); picked.clear(); onPick(0); body.append(...list.map(rowOf)); },
    /** Puts another state of a row in its place; the focus stays. */
    replace: (old, item) => {
      const row = [...items].find(([, held]) => held === old)?.[0];
      if (!row) return;
      const hadFocus = row === document.activeElement;
      const fresh = rowOf(item);
      items.delete(row);
      fresh.tabIndex = row.tabIndex;
      row.replaceWith(fresh);
      if (hadFocus) fresh.focus();
    },
    picked: () => [...picked],
    items: () => [...body.rows].map((row) => items.get(row)),
    focus: (item) => move(item === undefined ? body.rows[0] : [...items].find(([, held]) => held === item)?.[0]),
  };
}
