// The keyboard: moving between parts, what the page in front offers, and a list of both.
import { dialog, el } from "./ui.js";

const GO = {
  h: ["home", "今日工作"], s: ["query", "条件查询"], a: ["ask", "问一句"], r: ["rosters", "名册"], l: ["ledgers", "台账"], o: ["orders", "工单"],
  p: ["queue", "待派单"],
  d: ["quality", "数据质量"], t: ["tags", "标签目录"], u: ["users", "用户"], m: ["reminders", "提醒"],
};
const isTyping = (target) => target.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
const isSeen = (box) => box.offsetParent !== null && !box.disabled;
let hasG = 0;

/** What is in front: the dialog that is open, else the page. */
const front = () => [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.getElementById("main");

/** `may(name)`: whether the caller has that part. */
export function listen(may) {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey) return;
    // Ctrl+Enter sends a form from wherever one is in it.
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.target.closest?.("form")?.requestSubmit(); return; }
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && isTyping(event.target) && !event.target.closest("dialog, #box")) { event.target.blur(); return; }
    if (isTyping(event.target) || document.getElementById("main").hidden) return;
    const inDialog = front().tagName === "DIALOG";
    if (event.key === "?") { event.preventDefault(); if (!inDialog) showHelp(may); return; }
    if (event.key === "/" && !inDialog) { event.preventDefault(); document.getElementById("box-input").select(); return; }
    if (hasG > Date.now() - 1500 && GO[event.key] && !inDialog) {
      hasG = 0;
      event.preventDefault();
      if (may(GO[event.key][0])) location.hash = `#${GO[event.key][0]}`;
      return;
    }
    if (event.key === "g") { hasG = Date.now(); return; }
    const offered = [...front().querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)].find(isSeen);
    if (offered) {
      event.preventDefault();
      if (offered.matches("input, select, textarea")) offered.focus(); else offered.click();
      return;
    }
    if (["ArrowDown", "ArrowUp"].includes(event.key) && !event.target.closest("tr, dialog, [role=listbox], details, .tabs")) {
      const row = [...front().querySelectorAll("table.grid tbody tr[tabindex='0'], ul.cards a, ul.cards summary")].find(isSeen);
      if (row) { event.preventDefault(); row.focus(); }
      return;
    }
    walkCards(event);
  });
}

/** Lists that are no tables are walked with the arrows as well. */
function walkCards(event) {
  const list = event.target.closest?.("ul.cards");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!list || !step) return;
  const stops = [...list.querySelectorAll(":scope > li > a, :scope > li > details > summary")];
  const next = stops[stops.indexOf(event.target) + step];
  if (next) { event.preventDefault(); next.focus(); }
}

export function showHelp(may) {
  const line = ([keys, text]) => el("div", {}, el("dt", {}, keys.map((key) => el("kbd", { textContent: key }))), el("dd", { textContent: text }));
  const here = [...document.querySelectorAll("#main [data-key]")].filter(isSeen);
  const own = [...new Map(here.map((box) => [box.dataset.key, box.getAttribute("aria-label") ?? box.firstChild?.textContent ?? ""])).entries()];
  return dialog("键盘快捷键", () => el("div", { className: "help" },
    el("section", {}, el("h3", { textContent: "到处可用" }), el("dl", {}, [
      [["/"], "到上面的框：找地址、姓名、电话、工单，或问一句"], [["?"], "显示这张表"], [["↑", "↓"], "在列表里移动"], [["Enter"], "打开这一行"],
      [["空格"], "选中或取消这一行"], [["Shift", "↓"], "连着选"], [["Ctrl", "Enter"], "保存正在填的表"], [["Esc"], "关闭，或离开输入框"],
    ].map(line))),
    el(
      "section", {}, el("h3", { textContent: "先按 G，再按" }),
      el("dl", {}, Object.entries(GO).filter(([, [name]]) => may(name)).map(([key, [, title]]) => line([["G", key.toUpperCase()], title]))),
    ),
    own.length ? el(
      "section", {}, el("h3", { textContent: "这一页" }), el("dl", {}, own.map(([key, title]) => line([[key.toUpperCase()], title]))),
    ) : null), { wide: true });
}
