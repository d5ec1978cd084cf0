// The one box: an address as people say it, a name, a telephone, an order's number, a part of the desk, or a sentence.
import { guarded } from "../shared/dom.js";
import { get, maybe } from "./kit/server.js";
import { el } from "./kit/ui.js";
import { mayOpen } from "./nav.js";

const PAGES = [
  ["home", "今日工作"], ["ask", "问一句"], ["query", "条件查询"], ["rosters", "名册导入"], ["quality", "数据质量"], ["ledgers", "台账和模板"],
  ["templates", "台账模板"],
  ["requests", "要数"], ["reminders", "提醒"], ["queue", "待派单"], ["orders", "全部工单"], ["analysis", "分析研判"], ["hotspots", "热点"],
  ["admissions", "准入"], ["tags", "标签"],
  ["datasets", "专题库"], ["duties", "权责清单"], ["units", "承办单位"], ["users", "用户"], ["tokens", "令牌"], ["approvals", "批准查看"],
  ["audit", "审计"], ["account", "我的账号和密码"],
];
const quoted = (text) => `"${text.replace(/["\\]/g, "")}"`;
export const queryHash = (subject, where) => `#query?${new URLSearchParams({ subject, where })}`;
let tags = null;

/** What a text may mean: `{ title, about, href }`, the likeliest first. Nothing here reveals anybody. */
async function meanings(text, session) {
  const [found, rest] = [[], []];
  const isAddress = /[路弄号室街]|^\d+[-—]\d+/.test(text);
  if (session.rights.includes("handle_orders") && /^\d{8}-\d+$/.test(text)) {
    const { items } = await get("/v1/work_orders", { where: `number = ${quoted(text)}`, select: "id,number,title", limit: 1 });
    found.push(...items.map((item) => ({ title: item.title, about: `工单 ${item.number}`, href: `#orders/${item.id}` })));
  }
  if (/\d/.test(text) || isAddress) {
    const answer = await maybe("/v1/houses/resolve", { address: text });
    // Half an address is no house yet: those that begin so.
    const houses = answer?.houses.length ? answer.houses : (await maybe("/v1/houses", {
      where: `address ~ ${quoted(text)}`, limit: 7, select: "id,address,committee",
    }))?.items ?? [];
    found.push(...houses.slice(0, 7).map((house) => ({
      title: house.address, about: `房屋，${house.committee ?? ""}`, href: `#houses/${house.id}`,
    })));
  }
  if (/^[\d*＊ -]{7,}[\dXx]?$/.test(text) && session.rights.includes("reveal")) {
    const digits = text.replace(/[^\dXx]/g, "");
    rest.push(digits.length >= 15 ? {
      title: text, about: "按证件号码找人", href: queryHash("people", `id_number = ${digits}`),
    } : { title: text, about: "按电话找人", href: queryHash("people", `phone = ${digits}`) });
  }
  for (const [name, title] of PAGES) if (title.includes(text) && mayOpen(session, name)) rest.push({ title, about: "打开这一页", href: `#${name}` });
  tags ??= (await maybe("/v1/tags", { limit: 500 }))?.items ?? [];
  const subjects = { person: "people", house: "houses", shop: "shops", building: "buildings" };
  rest.push(...tags.filter((tag) => tag.name.includes(text) || tag.aliases.includes(text)).slice(0, 3).map((tag) =>
    ({ title: tag.name, about: "有这个标签的", href: queryHash(subjects[tag.subject], `tag:${quoted(tag.name)}`) })));
  if (!isAddress && /[\u3400-\u9fff\u{20000}-\u{3ffff}]/u.test(text)) {
    const shops = (await maybe("/v1/shops", { where: `name ~ ${quoted(text)}`, select: "id,name,address", limit: 3 }))?.items ?? [];
    rest.push(...shops.map((shop) => ({ title: shop.name, about: `商铺，${shop.address ?? ""}`, href: `#shops/${shop.id}` })));
    const person = { title: text, about: "按姓名找人（记入审计）", href: queryHash("people", `name = ${quoted(text)}`) };
    if (session.rights.includes("reveal") && /^\p{Script=Han}{2,4}$/u.test(text)) rest.push(person);
  }
  const sentence = { title: text, about: "问一句", href: `#ask/${encodeURIComponent(text)}` };
  return [...found, ...([...text].length > 4 && !isAddress ? [sentence, ...rest] : [...rest, sentence])];
}

export function showBox(input, list, session) {
  let [options, at, turn, timer] = [[], -1, 0, 0];
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); at = -1; };
  function mark(to) {
    at = (to + options.length) % options.length;
    [...list.children].forEach((box, index) => box.setAttribute("aria-selected", String(index === at)));
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }
  function go(option) {
    close();
    input.value = "";
    input.blur();
    if (location.hash === option.href) window.dispatchEvent(new HashChangeEvent("hashchange")); else location.hash = option.href;
  }
  async function look() {
    const text = input.value.trim();
    const mine = ++turn;
    if (!text || !session()) return close();
    const found = await meanings(text, session());
    if (mine !== turn) return;
    options = found;
    list.replaceChildren(...options.map((option, index) => el(
      "li", { id: `box-option-${index}`, role: "option", "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); go(option); } },
      el("b", { textContent: option.title }), el("small", { textContent: option.about }))));
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    at = -1;
  }
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => guarded(look), 180); });
  input.addEventListener("focus", () => { if (input.value.trim()) guarded(look); });
  input.addEventListener("blur", () => setTimeout(close, 100));
  input.addEventListener("keydown", async (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && options.length && !list.hidden) { event.preventDefault(); mark(at + 1); }
    else if (event.key === "ArrowUp" && options.length && !list.hidden) { event.preventDefault(); mark(at - 1); }
    else if (event.key === "Escape") { if (list.hidden) { input.value = ""; input.blur(); } else close(); }
    else if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      const chosen = at;
      if (chosen >= 0) return go(options[chosen]);
      await guarded(look);
      if (options.length && input.value.trim()) go(options[0]);
    }
  });
}
