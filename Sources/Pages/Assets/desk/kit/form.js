// Forms: labelled fields from a description, and what was put into them.
import { guarded } from "../../shared/dom.js";
import { el } from "./ui.js";

let number = 0;

/** One field: `{ name, title, kind, options, value, required, hint, max, wide, placeholder }`. */
export function input(field) {
  const shared = { name: field.name, required: field.required ?? false, disabled: field.disabled ?? false, id: `field-${++number}` };
  if (field.options) {
    return el("select", shared, field.options.map((option) => {
      const [value, title] = Array.isArray(option) ? option : [option, option];
      return el("option", { value, textContent: title, selected: value === (field.value ?? "") });
    }));
  }
  if (field.kind === "long") return el("textarea", {
    ...shared, rows: field.rows ?? 3, maxLength: field.max ?? 2000, value: field.value ?? "", placeholder: field.placeholder ?? "",
  });
  if (field.kind === "check") return el("input", { ...shared, type: "checkbox", checked: Boolean(field.value) });
  const box = el("input", {
    ...shared, type: field.kind ?? "text", value: field.value ?? "", placeholder: field.placeholder ?? "", maxLength: field.max ?? 200,
    autocomplete: field.autocomplete ?? "off", spellcheck: false,
    ...(field.kind === "number" ? { step: field.step ?? "any", min: field.min ?? "", max: "" } : {}),
  });
  if (field.choices) {
    const id = `choices-${number}`;
    box.setAttribute("list", id);
    return [box, el("datalist", { id }, field.choices.map((value) => el("option", { value })))];
  }
  return box;
}

export function labelled(field) {
  const boxes = [input(field)].flat();
  if (field.kind === "check") return el("label", { className: `check ${field.wide ? "wide" : ""}` }, boxes, ` ${field.title}`);
  return el(
    "label", { className: field.wide || field.kind === "long" ? "wide" : "" },
    el("span", {}, field.title, field.required ? el("i", { textContent: " 必填" }) : null), boxes,
    field.hint ? el("small", { textContent: field.hint }) : null);
}

/** What stands in the fields: text trimmed, "" where there is none, a flag for a check, a number for a number. */
export function values(form, fields) {
  return Object.fromEntries(fields.map((field) => {
    const box = form.elements[field.name];
    if (field.kind === "check") return [field.name, box.checked];
    const text = box.value.trim();
    return [field.name, field.kind === "number" ? (text === "" ? null : Number(text)) : text];
  }));
}

/** A form that gives what was put in to `run`. */
export function form(fields, { submit = "保存", cancel, run, more = [], className = "" }) {
  const box = el("form", {
    className: `form ${className}`.trim(),
    onsubmit: async (event) => {
      event.preventDefault();
      if (box.dataset.busy) return;
      box.dataset.busy = "1";
      try { await guarded(() => run(values(box, fields), box)); } finally { delete box.dataset.busy; }
    },
  }, fields.map(labelled), more, el("div", { className: "tools end" },
    cancel ? el(
      "button", { type: "button", textContent: "取消", onclick: cancel },
    ) : null, el("button", { className: "main", textContent: submit })));
  return box;
}
