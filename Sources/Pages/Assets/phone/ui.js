// What every page of the phone is built of: icons, bars, cards, chips, notices, and what is shown while there is nothing.
import { Refusal } from "../shared/api.js";
import { el } from "../shared/dom.js";
import { sayAge } from "../shared/words.js";
import { back } from "./router.js";

const SVG = "http://www.w3.org/2000/svg";
/** Strokes on a field of 24 by 24. */
const ICONS = {
  today: "M4 10l8-6 8 6v9a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM9 20v-6h6v6",
  find: "M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16 16l4.5 4.5",
  list: "M5 4h14v16H5zM8.5 9l1.2 1.2L12 8M14 9h2.5M8.5 14.5l1.2 1.2L12 13.5M14 14.5h2.5",
  ticket: "M4 7h16v3.5a1.6 1.6 0 0 0 0 3V17H4v-3.5a1.6 1.6 0 0 0 0-3zM10 10h5M10 14h5",
  outbox: "M12 15V4M8 8l4-4 4 4M4 13v6h16v-6",
  back: "M15 5l-7 7 7 7",
  phone: "M6 3h4l1.5 5-2.3 1.6a12 12 0 0 0 5.2 5.2L16 12.5l5 1.5v4a2 2 0 0 1-2 2C11 20 4 13 4 5a2 2 0 0 1 2-2z",
  person: "M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5",
  camera: "M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7",
  pen: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  tag: "M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  check: "M5 12.5l4.5 4.5L19 7",
  flag: "M6 21V4M6 5h11l-2 4 2 4H6",
  clear: "M6 6l12 12M18 6L6 18",
  next: "M9 5l7 7-7 7",
  alert: "M12 4l9 16H3zM12 10v4M12 17h.01",
  cloud: "M4 4l16 16M8 8a5 5 0 0 0-1 .3A4.5 4.5 0 0 0 7 18h10M10 6.5A5 5 0 0 1 17 10.500a3.800 3.800 0 0 1 3 5.500",
};

export function icon(name, className = "icon") {
  const box = document.createElementNS(SVG, "svg");
  box.setAttribute("viewBox", "0 0 24 24");
  box.setAttribute("class", className);
  box.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  box.append(path);
  return box;
}

/** The bar over a page that one has come to from another: back, title, and what may be done here. */
export function topBar(title, home, ...tools) {
  return el("div", { className: "bar" },
    el("button", { type: "button", className: "bare", "aria-label": "返回", onclick: () => back(home) }, icon("back")),
    el("h1", { textContent: title, tabIndex: -1 }), ...tools);
}

/** A card with a heading, and beside it what belongs to it. */
export function card(title, ...children) {
  const beside = title instanceof Array ? title.slice(1) : [];
  const words = title instanceof Array ? title[0] : title;
  return el(
    "section", { className: "card" }, words ? el("div", { className: "head" }, el("h2", { textContent: words }), ...beside) : null,
    ...children,
  );
}

export const link = (path, properties, ...children) => el("a", { href: `#/${path}`, ...properties }, ...children);

/** A line of a list that leads somewhere: two lines of text, and what stands on the right. */
export function row(path, title, under, ...right) {
  return link(
    path, { className: "row" }, el("span", { className: "what" }, el("b", {}, title), under ? el("small", {}, under) : null),
    ...right, icon("next", "icon faint"),
  );
}

export const chip = (text, kind = "") => el("span", { className: `chip ${kind}`, textContent: text });
export const muted = (text) => el("p", { className: "muted", textContent: text });

/** Buttons of which one is on: `choices` are [value, title]. `isLoose`: pressing it again turns it off. */
export function oneOf(title, choices, value, { isLoose = false, changed = () => {} } = {}) {
  const state = { value };
  const buttons = choices.map(([code, words]) => el("button", {
    type: "button", className: "pick", textContent: words, "aria-pressed": String(code === value),
    onclick: () => {
      state.value = isLoose && state.value === code ? null : code;
      for (const [index, button] of buttons.entries()) button.setAttribute(
        "aria-pressed", String(choices[index][0] === state.value),
      );
      changed(state.value);
    },
  }));
  const box = el(
    "div", { className: "picks", role: "group", "aria-label": title }, el("span", { className: "label", textContent: title }),
    buttons,
  );
  return { box, get value() { return state.value; } };
}

/** What is shown while something is read. */
export const waiting = () => el("div", { className: "skeleton", role: "status", "aria-label": "正在读取" }, el("i"), el("i"), el("i"));

/** That there is nothing, and what may be done about it. */
export const empty = (text, ...more) => el("div", { className: "empty" }, el("p", { textContent: text }), ...more);

/** What went wrong, where something was to be shown. */
export function trouble(error, again) {
  if (!(error instanceof Refusal)) throw error;
  const words = error.status === 0 ? "现在没有信号，这一页还没有存到本机。有信号时打开过的房屋，以后没有信号也能看。"
    : error.status === 404 ? `${error.message}可能不在您的辖区，或已经删除。` : error.message;
  const sign = icon(error.status === 0 ? "cloud" : "alert", "icon big");
  const retry = again && error.status !== 404 ? el("button", { type: "button", textContent: "再试一次", onclick: again }) : null;
  return el("div", { className: "empty", role: "alert" }, sign, el("p", { textContent: words }), retry);
}

/** That what is shown was read earlier. */
export const oldNote = (at) => el("p", { className: "old", role: "status", textContent: `信号不好，这是${sayAge(at)}存下的内容。` });

let fading = null;
/** A short word at the lower edge: what has been done. */
export function toast(text) {
  document.querySelector(".toast")?.remove();
  clearTimeout(fading);
  const box = el("div", { className: "toast", role: "status", textContent: text });
  document.body.append(box);
  fading = setTimeout(() => box.remove(), 3_000);
}

/** A question over the page; resolves with what was chosen, null where it was closed. `build(done)` gives its content. */
export function dialog(title, build) {
  return new Promise((resolve) => {
    let answer = null;
    const box = el("dialog", { className: "sheet", "aria-label": title });
    const done = (value) => { answer = value; box.close(); };
    box.append(el("div", { className: "head" }, el("h2", { textContent: title }),
      el(
        "button", { type: "button", className: "bare", "aria-label": "关闭", onclick: () => done(null) }, icon("clear"),
      )), ...[build(done)].flat());
    box.addEventListener("click", (event) => { if (event.target === box) done(null); });
    const leave = () => done(null);
    box.addEventListener("close", () => { window.removeEventListener("hashchange", leave); box.remove(); resolve(answer); });
    window.addEventListener("hashchange", leave);
    document.body.append(box);
    box.showModal();
  });
}

/** Whether somebody really wants it. */
export const confirmed = (title, text, yes, isGrave = false) => dialog(title, (done) => [
  text ? el("p", { textContent: text }) : "",
  el("div", { className: "actions" }, el("button", { type: "button", textContent: "不了", onclick: () => done(false) }),
    el("button", { type: "button", className: isGrave ? "main grave" : "main", textContent: yes, onclick: () => done(true) })),
]);
