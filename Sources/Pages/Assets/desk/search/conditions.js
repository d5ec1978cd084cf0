// How a question was understood, one condition after the other: each can be tapped off, and the rest be asked again.
import { joined, parts, written } from "../kit/filter.js";
import { get, maybe } from "../kit/server.js";
import { count, el, link, quiet } from "../kit/ui.js";

/** `answer`: subject, where and where_json. Shows how many there are as conditions go off and on. */
export function conditions({ subject, where, where_json: json, total }) {
  const list = parts(json);
  const now = quiet("");
  const open = link("在条件查询里打开", `#query?${new URLSearchParams({ subject, where })}`);
  const boxes = list.map((part) => {
    const box = el("button", {
      type: "button", "aria-pressed": "true", textContent: written(part),
      onclick: () => { box.setAttribute("aria-pressed", String(box.getAttribute("aria-pressed") !== "true")); recount(); },
    });
    maybe(`/v1/${subject}/explain`, { where: written(part) }).then((answer) => { if (answer) box.textContent = answer.explanation; }, () => null);
    return box;
  });
  let turn = 0;
  async function recount() {
    const mine = ++turn;
    const held = list.filter((_, index) => boxes[index].getAttribute("aria-pressed") === "true");
    const text = held.length ? written(joined(held)) : "";
    open.href = `#query?${new URLSearchParams({ subject, where: text })}`;
    if (held.length === list.length) { now.textContent = ""; return; }
    const answer = await get(`/v1/${subject}`, { where: text, limit: 1, select: "id" });
    if (mine === turn) now.textContent = `只按亮着的条件：共 ${count(answer.total)} 条（原来 ${count(total)} 条）`;
  }
  return el(
    "div", { className: "chips conditions" },
    list.length > 1 ? [quiet("点一下关掉一个条件"), boxes] : null, now, open,
  );
}
