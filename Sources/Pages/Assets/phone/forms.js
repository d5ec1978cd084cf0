// Forms of the phone: labelled fields, problems at the field, drafts that survive a lock, a reload and an upgrade.
import { el } from "../shared/dom.js";
import { get, put, remove } from "./db.js";
import { sealHere, unsealHere } from "./seal.js";
import { muted } from "./ui.js";

const input = (tag, properties) => el(tag, properties);

/** A label over a field. `kind`: text, area, day, choice (with `choices` as [value, title]). */
export function field(title, name, { kind = "text", value = "", choices = [], hint = "", ...more } = {}) {
  const box = kind === "area" ? input("textarea", { name, rows: 3, maxLength: 2000, value, ...more })
    : kind === "choice" ? el(
      "select", { name, ...more },
      choices.map(([code, words]) => el("option", { value: code, textContent: words, selected: code === value })),
    )
      : input(
        "input", { name, type: kind === "day" ? "date" : "text", value, maxLength: kind === "day" ? undefined : 200, ...more },
      );
  return el(
    "label", { className: "field" }, el("span", { textContent: title }), box, hint ? el("small", { textContent: hint }) : null,
  );
}

/** A form that keeps what is typed until it is sent. `key` names the draft, null for none; `save(form)` may throw `Missing`. */
export async function form(key, children, submit, save) {
  const wrong = el("p", { className: "wrong", role: "alert", hidden: true });
  const button = el("button", { className: "main", textContent: submit });
  const box = el("form", {
    className: "stack", noValidate: true,
    onsubmit: async (event) => {
      event.preventDefault();
      if (button.disabled) return;
      button.disabled = true;
      wrong.hidden = true;
      try {
        await save(box);
        box.dataset.isSaved = "yes";
        if (key) await remove("drafts", key);
      } catch (error) {
        if (!(error instanceof Missing)) throw error;
        wrong.textContent = error.message;
        wrong.hidden = false;
        box.elements[error.field]?.focus();
      } finally {
        button.disabled = false;
      }
    },
  }, ...children, wrong, el("div", { className: "submit" }, button));
  if (key) await draft(box, key);
  return box;
}

/** Puts back what was typed and not sent, and keeps what is typed from now on. */
async function draft(box, key) {
  const sealed = await get("drafts", key);
  const held = sealed ? await unsealHere(sealed).catch(() => null) : null;
  if (held) {
    for (const [name, value] of Object.entries(held)) if (box.elements[name]) box.elements[name].value = value;
    box.prepend(muted("已找回上次没有保存的内容。"));
  }
  box.addEventListener("input", async () => {
    const values = [...box.elements].filter((one) => one.name && one.type !== "file").map((one) => [one.name, one.value]);
    const draft = await sealHere(Object.fromEntries(values));
    if (!box.dataset.isSaved) await put("drafts", key, draft);
  });
}

/** What a form lacks, and at which field. */
export class Missing extends Error {
  constructor(field, message) {
    super(message);
    this.field = field;
  }
}

export const valueOf = (box, name) => box.elements[name]?.value.trim() ?? "";

/** Puts words into a text field at a tap. */
export const phrases = (name, words) => el("div", { className: "picks" }, words.map((text) => el("button", {
  type: "button", className: "pick", textContent: text,
  onclick: (event) => {
    const area = event.target.form.elements[name];
    area.value = area.value.trim() ? `${area.value.trim()}，${text}` : text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  },
})));
