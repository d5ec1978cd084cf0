// What went wrong, in words and with the remedy.
import { Refusal, token } from "./api.js";
import { el, tellTo } from "./dom.js";

const REMEDIES = {
  401: "请重新登录。", 403: "请让有权限的同事操作，或请管理员调整角色。", 412: "别人刚改过，请刷新后再试。",
  413: "内容太大，请分批。", 429: "请稍等片刻再试。", 500: "请再试一次；仍不行请联系管理员。", 503: "系统正在启动，请等几秒再试。",
};

/** Shows problems in the box from now on; `onExpired` is called where the token holds no more. A wrong password ends nothing. */
export function showProblems(box, onExpired) {
  tellTo((error) => {
    box.hidden = error === null;
    if (error === null) return;
    if (!(error instanceof Refusal)) throw error;
    const lines = [el("p", { textContent: error.message })];
    for (const { detail, suggestions = [] } of error.errors) {
      const meant = suggestions.length ? `可用：${suggestions.slice(0, 12).join("、")}` : "";
      const text = [detail === error.message ? "" : detail, meant].filter(Boolean).join(" ");
      if (text) lines.push(el("p", { textContent: text }));
    }
    const wasIn = token.get() !== "";
    const remedy = error.status === 401 && !wasIn ? "请核对用户名和密码后再试。" : REMEDIES[error.status];
    if (remedy) lines.push(el("p", { className: "quiet", textContent: remedy }));
    box.replaceChildren(...lines);
    box.scrollIntoView({ block: "nearest" });
    if (error.status === 401 && wasIn) {
      token.forget();
      onExpired();
    }
  });
}

/**
 * A sentence with what was not understood marked in it, and under it, for each mark, what may have been meant: pressing it
 * puts it in place.
 */
export function misread(sentence, errors, retry) {
  const letters = [...sentence];
  const spans = errors.filter((error) => typeof error.position === "number").sort((a, b) => a.position - b.position);
  const line = el("p", { className: "sentence" });
  let end = 0;
  for (const { position, length } of spans) {
    if (position < end) continue;
    line.append(letters.slice(end, position).join(""), el("mark", { textContent: letters.slice(position, position + length).join("") }));
    end = position + length;
  }
  line.append(letters.slice(end).join(""));
  const hints = errors.map((error) => {
    const whole = typeof error.position !== "number";
    const meant = [...new Set(error.suggestions)].slice(0, 8).map((text) => el("button", {
      type: "button", textContent: text,
      onclick: () => retry(whole ? text : [...letters.slice(0, error.position), text, ...letters.slice(error.position + error.length)].join("")),
    }));
    if (!whole && !meant.length && letters.length > error.length) {
      const rest = [...letters.slice(0, error.position), ...letters.slice(error.position + error.length)].join("");
      return el("li", {}, el("span", { textContent: error.detail }), el("button", { type: "button", textContent: `去掉“${error.text ?? ""}”再查`, onclick: () => retry(rest) }));
    }
    return el("li", {}, el("span", { textContent: error.detail }), meant.length ? el("span", { className: "chips" }, "您是不是要：", meant) : null);
  });
  return el("div", { className: "misread" }, line, el("ul", {}, hints));
}
