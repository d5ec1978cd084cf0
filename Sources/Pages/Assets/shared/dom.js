// Elements and words that every part of the page uses. Text goes in as text, never as markup.

/** An element: properties (`on…` are listeners, `data` its data attributes) and children, lists of children as well. */
export function el(tag, properties = {}, ...children) {
  const box = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name.startsWith("on")) box.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(box.dataset, value);
    else if (name in box) box[name] = value;
    else box.setAttribute(name, value);
  }
  box.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return box;
}

/** A button that cannot be pressed again while what it does goes on. */
export function button(title, work, properties = {}) {
  const box = el("button", {
    type: "button", textContent: title, ...properties,
    onclick: async () => {
      if (box.disabled) return;
      box.disabled = true;
      try { await guarded(work); } finally { box.disabled = false; }
    },
  });
  return box;
}

export const count = (number) => Number(number ?? 0).toLocaleString("zh-CN");
/** 2026-11-21T09:00:00.000+08:00 as 2026-11-21 09:00; a day as it is. */
export const moment = (text) => (text ?? "").slice(0, 16).replace("T", " ");

/** What stands under a label: pairs that have no value are left out. */
export function facts(pairs) {
  const list = el("dl", { className: "facts" });
  for (const [title, value] of pairs) {
    if (value === null || value === undefined || value === "") continue;
    list.append(el("div", {}, el("dt", { textContent: title }), el("dd", {}, value)));
  }
  return list;
}

let tellProblem = () => {};
/** Who shows what went wrong; null hides it. */
export const tellTo = (teller) => { tellProblem = teller; };

/** Runs the work; what the server refuses is shown. Whether it went well. */
export async function guarded(work) {
  tellProblem(null);
  try {
    await work();
    return true;
  } catch (error) {
    tellProblem(error);
    return false;
  }
}

/** A labelled input, and a sentence in small type: what the log-in is made of. */
export const field = (title, input, wide = false) => el("label", { className: wide ? "wide" : "" }, title, " ", input);
export const quiet = (text) => el("p", { className: "quiet", textContent: text });
