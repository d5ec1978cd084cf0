// A sentence that was not understood, with what it may have meant.
import { el } from "./dom.js";

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
