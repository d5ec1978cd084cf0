// Changing a row: only what was changed is sent, with the version that was read. Where somebody else was faster, both are
// shown, and what only one of them changed goes through.
import { FIELDS, shown } from "../words.js";
import { form } from "./form.js";
import { Refusal, change, get } from "./server.js";
import { dialog, el, quiet, toast } from "./ui.js";

/** What is in a field as it is sent: null empties it. */
const sent = (value) => (value === "" ? null : value);
/** What is shown starred is not put into its field: nobody should send the stars back. */
const isMasked = (value) => typeof value === "string" && value.includes("*");

/**
 * `fields` are the form's; those whose value is masked begin empty and stay as they are unless something is typed.
 * Resolves to the row as it is then; undefined where nothing was changed.
 */
export function edit(title, path, row, fields, more = {}) {
  const described = fields.map((field) => {
    const value = row[field.name];
    return isMasked(value) ? { ...field, required: false, value: "", placeholder: `现在是 ${value}，不填则不改` } : { ...field, value: value ?? "" };
  });
  return dialog(title, (close) => form(described, {
    cancel: () => close(), className: "two", ...more, run: async (given) => {
      const mine = {};
      for (const field of described) {
        const before = isMasked(row[field.name]) ? "" : row[field.name] ?? "";
        if (String(given[field.name] ?? "") !== String(before)) mine[field.name] = sent(given[field.name]);
      }
      if (!Object.keys(mine).length) return close();
      const now = await save(path, row, mine);
      if (!now) return;
      toast("已保存。");
      close(now);
    },
  }));
}

async function save(path, base, mine) {
  try {
    return await change(path, mine, base.version);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 412) throw error;
    const theirs = await get(path);
    const changed = Object.keys(mine).filter((name) => JSON.stringify(theirs[name] ?? null) !== JSON.stringify(base[name] ?? null));
    if (!changed.length) return save(path, theirs, mine);
    const kept = await decide(base, theirs, mine, changed);
    if (!kept) return null;
    const rest = Object.fromEntries(Object.entries(mine).filter(([name]) => !changed.includes(name) || kept.has(name)));
    return Object.keys(rest).length ? save(path, theirs, rest) : theirs;
  }
}

/** Field by field: before, theirs, mine. Resolves to the names of which mine is taken; undefined where it is left. */
function decide(base, theirs, mine, changed) {
  return dialog("别人刚改过同一项", (close) => {
    const line = (name) => el(
      "tr", { className: "differs" }, el("th", { scope: "row", textContent: FIELDS[name] ?? name }),
      el("td", { textContent: shown(name, base[name]) || "（空）" }),
      ["theirs", "mine"].map((side) => el(
        "td", {},
        el(
          "label", { className: "check" }, el("input", { type: "radio", name: `side-${name}`, value: side, checked: side === "theirs" }),
          ` ${shown(name, side === "mine" ? mine[name] : theirs[name]) || "（空）"}`,
        ),
      )));
    const box = el(
      "form",
      { onsubmit: (event) => { event.preventDefault(); close(new Set(changed.filter((name) => box.elements[`side-${name}`].value === "mine"))); } },
      quiet("您没有动的项保持别人的改动；下面这些两边都改了，请逐项选。"),
      el(
        "table", { className: "compare" },
        el("thead", {}, el("tr", {}, ["", "原来", "别人改成", "您改成"].map((text) => el("th", { scope: "col", textContent: text })))),
        el("tbody", {}, changed.map(line)),
      ),
      el(
        "div", { className: "tools end" }, el("button", { type: "button", textContent: "先不保存", onclick: () => close() }),
        el("button", { className: "main", textContent: "就这样保存" }),
      ));
    return box;
  }, { wide: true });
}
