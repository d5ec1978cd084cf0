// A list of as many rows as there is room for, made once: whatever it shows, its elements stay the same ones, so that a month of
// figures leaves nothing behind.
import { el } from "../shared/dom.js";

/** Sets what has changed, and nothing else: a wall that paints nothing costs nothing. */
export function write(box, text) {
  if (box.textContent !== text) box.textContent = text;
}

export class Rows {
  #title;
  #rows;
  #seen = null;

  /** @param section has an h2; the rows go behind it. */
  constructor(section, length) {
    this.#title = section.querySelector("h2");
    this.#rows = Array.from({ length }, () => {
      const parts = ["label", "more", "value"].map((name) => el("span", { className: name }));
      const bar = el("span", { className: "bar" });
      return { box: el("li", { hidden: true }, bar, parts), bar, label: parts[0], more: parts[1], value: parts[2] };
    });
    section.append(el("ol", { className: "rows" }, this.#rows.map((row) => row.box)));
  }

  /**
   * @param rows { label, more, value, share (0 to 1), isVital, isNote, key }: a note belongs to the row above; a key that was not
   * there before is marked as new.
   */
  show(title, rows) {
    write(this.#title, title);
    const keys = rows.map((row) => row.key).filter(Boolean);
    this.#rows.forEach((row, index) => {
      const shown = rows[index];
      row.box.hidden = !shown;
      if (!shown) return;
      write(row.label, shown.label ?? "");
      write(row.more, shown.more ?? "");
      write(row.value, shown.value ?? "");
      row.bar.style.setProperty("--share", String(shown.share ?? 0));
      row.box.classList.toggle("note", Boolean(shown.isNote));
      row.box.classList.toggle("vital", Boolean(shown.isVital));
      row.box.classList.toggle("new", Boolean(shown.key && this.#seen && !this.#seen.has(shown.key)));
    });
    this.#seen = new Set(keys);
  }

  get length() { return this.#rows.length; }
}
