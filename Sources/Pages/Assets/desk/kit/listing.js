// A list of the server, page after page, with how many there are.
import { grid } from "./grid.js";
import { get, given } from "./server.js";
import { button, count, el, empty } from "./ui.js";

/**
 * `path` and `query` are the route's; the rest is the grid's. `nothing`: what is shown where there is none.
 * Resolves once the first page is there.
 */
export async function listing({ path, query = {}, limit = 50, nothing = empty("没有。"), unit = "条", onPage = () => {}, read = get, ...options }) {
  const list = grid(options);
  const [total, more, frame] = [
    el("p", { className: "total", role: "status" }), el("div", { className: "more" }), el("div", { className: "scroll" }, list.box),
  ];
  const box = el("div", { className: "listing" }, total, frame, more);
  let [asked, next, turn] = [query, null, 0];
  async function page() {
    const mine = ++turn;
    const answer = await read(path, given({ limit, ...asked, ...(next ? { cursor: next } : {}) }));
    if (mine !== turn) return;
    if (next) list.append(answer.items); else list.show(answer.items);
    next = answer.next_cursor;
    const held = list.items().length;
    const whole = answer.total ?? held;
    total.textContent = whole ? `共 ${count(whole)} ${unit}` : "";
    frame.hidden = held === 0;
    more.replaceChildren(...(held === 0 ? [nothing] : next ? [button(
      `再看 ${Math.min(limit, whole - held)} ${unit}（已列出 ${count(held)}）`, page,
    )] : []));
    onPage(answer, list);
  }
  await page();
  return { box, list, total, load: (other = asked) => { [asked, next] = [other, null]; return page(); } };
}
