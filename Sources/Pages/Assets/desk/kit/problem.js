// Where the desk says what went wrong: in the dialog that is open, else above the page.
import { tellTo } from "../../shared/dom.js";
import { Refusal } from "./server.js";
import { el } from "./ui.js";
import { FIELDS } from "../words.js";

const REMEDIES = {
  401: "请重新登录。", 403: "请让有权限的同事操作，或请管理员调整角色。", 404: "可能已被删除，或不在您的辖区。", 412: "别人刚改过，请刷新后再试。",
  413: "内容太大，请分批。", 429: "请稍等片刻再试。", 500: "请再试一次；仍不行请联系管理员。", 503: "系统正在启动，请等几秒再试。",
};

const TITLES = {
  ...FIELDS, about: "说明", reason: "用途或理由", unit: "单位", units: "协办单位", workers: "社工", result: "办理情况", outcome: "结果",
  ruling: "裁定", password: "密码", old: "现在的密码", areas: "辖区", caller: "用户", where: "条件", sort: "排序", columns: "栏目", aliases: "别名",
  rule: "规则", line: "条线", level: "级别", subject: "对象", evidence: "依据", people: "人数", sheet: "工作表", mapping: "列的理解",
  file_name: "文件名",
};
/** The server names fields as programs do: said as the forms call them. */
const inWords = (text) => text.replace(/「([a-z_0-9]+)」/g, (whole, name) => (TITLES[name] ? `「${TITLES[name]}」` : whole));

/** The lines that say what a refusal means and what may have been meant. */
export function problemLines(error) {
  const lines = [el("p", { textContent: inWords(error.message) })];
  for (const { detail, suggestions = [] } of error.errors) {
    const meant = suggestions.filter((text) => /[\u3400-\u9fff]/.test(text));
    const text = [detail === error.message ? "" : detail, meant.length ? `可用：${meant.slice(0, 12).join("、")}` : ""].filter(Boolean).join(" ");
    if (text && !error.message.includes(text)) lines.push(el("p", { textContent: inWords(text) }));
  }
  if (REMEDIES[error.status]) lines.push(el("p", { className: "quiet", textContent: REMEDIES[error.status] }));
  return lines;
}

export function say(box, error) {
  box.hidden = error === null;
  box.replaceChildren(...(error === null ? [] : problemLines(error)));
}

tellTo((error) => {
  if (error !== null && !(error instanceof Refusal)) throw error;
  const open = [...document.querySelectorAll("dialog[open]")].at(-1);
  const box = open?.querySelector(":scope > .problem") ?? document.getElementById("problem");
  say(box, error);
  if (error === null) return;
  box.append(el("button", { type: "button", className: "icon", "aria-label": "知道了", textContent: "×", onclick: () => say(box, null) }));
  box.scrollIntoView({ block: "nearest" });
});
