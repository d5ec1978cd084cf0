// What every page of the desk is made of: a heading, panels, buttons, dialogs, short notices.
import { guarded } from "../../shared/dom.js";

export { guarded };

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

/** A button that is not pressed twice while its work goes on, and keeps the focus meanwhile. `key`: its shortcut. */
export function button(title, work, { main, key, ...properties } = {}) {
  let isBusy = false;
  const box = el("button", {
    type: "button", ...properties, className: [properties.className, main ? "main" : ""].filter(Boolean).join(" "), data: key ? { key } : undefined,
    onclick: async (event) => {
      if (isBusy) return;
      isBusy = true;
      box.setAttribute("aria-busy", "true");
      try { await guarded(() => work(event)); } finally { isBusy = false; box.removeAttribute("aria-busy"); }
    },
  }, title, key ? el("kbd", { textContent: key.toUpperCase(), "aria-hidden": "true" }) : null);
  return box;
}

export const link = (title, href, properties = {}) => el("a", { href, textContent: title, ...properties });
export const quiet = (text, className = "") => el("p", { className: `quiet ${className}`.trim(), textContent: text });
export const count = (number) => Number(number ?? 0).toLocaleString("zh-CN");
/** 2026-11-21T09:00:00.000+08:00 as 2026-11-21 09:00. */
export const moment = (text) => (text ?? "").slice(0, 16).replace("T", " ");
/** Who did it, where the server itself did. */
export const who = (name) => ({ system: "系统", operator: "服务器本机" })[name] ?? name;
export const share = (number) => (number === null || number === undefined ? "—" : `${Math.round(number * 1000) / 10}%`);

/** The top of a page: what it is, where one came from, what can be done. It also names the window. */
export function heading(title, { back, about, tools = [] } = {}) {
  document.title = `${title} · 门牌`;
  return el("div", { className: "heading" },
    el("div", {},
      back ? el("p", { className: "back" }, link(`← ${back[1]}`, back[0])) : null,
      el("h1", { textContent: title, tabIndex: -1 }), about ? el("p", { className: "quiet" }, about) : null),
    el("div", { className: "tools" }, tools));
}

export function panel(title, ...children) {
  const [text, properties] = typeof title === "object" && title !== null ? [title.title, title] : [title, {}];
  return el("section", { className: `panel ${properties.className ?? ""}`.trim(), id: properties.id },
    text ? el(
      "div", { className: "panel-head" }, el("h2", { textContent: text }),
      properties.tools ? el("div", { className: "tools" }, properties.tools) : null,
    ) : null, children);
}

/** Where there is nothing: what that means, and what to do next. */
export const empty = (title, hint = "", ...more) => el(
  "div", { className: "empty" }, el("b", { textContent: title }), hint ? el("p", { textContent: hint }) : null, more,
);

export const pill = (text, tone = "") => el("span", { className: `pill ${tone}`.trim(), textContent: text });

/** Links between the parts of one page; the one that is shown is marked. */
export const tabs = (items, now) => el("div", {
  className: "tabs", role: "navigation", "aria-label": "分页",
}, items.filter(Boolean).map(([href, title, number]) =>
  el(
    "a", { href, "aria-current": href === now ? "page" : null }, title,
    number === undefined || number === null ? null : el("b", { textContent: count(number) }),
  )));

/** Pairs under labels; what has no value is left out unless `whole`. */
export function facts(pairs, { whole = false } = {}) {
  const list = el("dl", { className: "facts" });
  for (const [title, value] of pairs) {
    const isEmpty = value === null || value === undefined || value === "";
    if (isEmpty && !whole) continue;
    list.append(el("div", {}, el("dt", { textContent: title }), el("dd", { className: isEmpty ? "none" : "" }, isEmpty ? "—" : value)));
  }
  return list;
}

/** Numbers in a row, each with what it counts; `href` leads to them. */
export const tiles = (items) => el("div", { className: "tiles" }, items.filter(Boolean).map(({ title, value, href, tone = "", hint }) =>
  el(
    href ? "a" : "div", { className: `tile ${tone}`.trim(), href: href ?? null },
    el("b", { textContent: typeof value === "number" ? count(value) : value ?? "—" }),
    el("span", { textContent: title }), hint ? el("small", { textContent: hint }) : null)));

let toastTimer = 0;
export function toast(text) {
  const box = document.getElementById("toast");
  box.textContent = text;
  box.classList.add("on");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("on"), 4000);
}

/** Shows a dialog until `close` is called or Esc is pressed; resolves to what `close` was given, else undefined. */
export function dialog(title, build, { wide = false } = {}) {
  return new Promise((resolve) => {
    let answer;
    const box = el("dialog", { className: wide ? "wide" : "", "aria-label": title });
    const close = (value) => { answer = value; box.close(); };
    box.append(el(
      "div", { className: "dialog-head" }, el("h2", { textContent: title }),
      el("button", { type: "button", className: "icon", "aria-label": "关闭", textContent: "×", onclick: () => close() }),
    ),
      el("div", { className: "problem", role: "alert", hidden: true }), ...[build(close)].flat().filter(Boolean));
    box.addEventListener("close", () => { box.remove(); resolve(answer); });
    document.body.append(box);
    box.showModal();
    const first = ["input", "select", "textarea", "button"].map((tag) => `.dialog-head ~ * ${tag}`).join(", ");
    (box.querySelector("[autofocus]") ?? box.querySelector(first))?.focus();
  });
}

/** Whether somebody says yes. */
export const confirmed = (title, text, yes = "确定") => dialog(title, (close) => [
  el("p", { textContent: text }),
  el("div", { className: "tools end" }, el("button", { type: "button", textContent: "取消", onclick: () => close(false) }),
    el("button", { type: "button", className: "main", textContent: yes, autofocus: true, onclick: () => close(true) })),
]).then(Boolean);

/** Keeps a file that the page has. */
export function keep({ name, content }) {
  const address = URL.createObjectURL(content);
  const box = el("a", { href: address, download: name });
  document.body.append(box);
  box.click();
  box.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
