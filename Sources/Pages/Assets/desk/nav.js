// The parts of the desk by task. What the caller may not do is not there.
import { el } from "./kit/ui.js";

const has = (...rights) => (session) => rights.some((right) => session.rights.includes(right));
const everybody = () => true;

const GROUPS = [
  ["", [["home", "今日工作", everybody]]],
  ["查人查房", [["ask", "问一句", has("read")], ["query", "条件查询", has("read")]]],
  ["名册", [["rosters", "名册导入", has("import")], ["quality", "数据质量", has("import", "write")]]],
  [
    "台账",
    [
      ["ledgers", "台账和模板", has("read")], ["campaigns", "发放", has("read")],
      ["requests", "要数", has("ask_data", "answer_data", "read")],
      ["reminders", "提醒", has("handle_reminders")],
    ],
  ],
  ["工单", [
    ["queue", "待派单", (session) => has("handle_orders")(session) && ["admin", "street", "secretary"].includes(session.role)],
    ["orders", "全部工单", has("handle_orders", "push_orders")],
    ["analysis", "分析研判", has("handle_orders")], ["admissions", "准入", has("propose_tasks", "manage_duties")],
  ]],
  [
    "目录",
    [["tags", "标签", has("read")], ["datasets", "专题库", has("read")], ["duties", "权责清单", has("read")], ["units", "承办单位", has("read")]],
  ],
  ["管理", [
    ["users", "用户", has("manage_callers")], ["tokens", "令牌", has("manage_callers")], ["approvals", "批准查看", has("reveal")],
    ["audit", "审计", has("read_audit")],
  ]],
];
/** Pages that stand in no list, and the part that they belong to. */
const PART_OF = {
  runs: "ledgers", templates: "ledgers", schedules: "ledgers", people: "query", houses: "query", shops: "query", buildings: "query", assets: "query",
  hotspots: "analysis", policy: "ask",
};

export const mayOpen = (session, name) => {
  const known = GROUPS.flatMap(([, items]) => items).find(([part]) => part === (PART_OF[name] ?? name));
  return known ? known[2](session) : name === "account";
};

export function drawNav(place, session) {
  place.replaceChildren(
    el("a", { className: "brand", href: "#home" }, el("img", { src: "/icon.svg", alt: "", width: 36, height: 36 }), el("b", { textContent: "门牌" })),
    ...GROUPS.map(([title, items]) => [title, items.filter(([, , may]) => may(session))]).filter(([, items]) => items.length).map(([title, items]) =>
      el("div", { className: "group" }, title ? el("h2", { textContent: title }) : null,
        items.map(([name, text]) => el("a", { href: `#${name}`, data: { part: name } }, text, el("b", { className: "badge", hidden: true }))))));
}

export function markNav(place, name) {
  const part = PART_OF[name] ?? name;
  for (const item of place.querySelectorAll("[data-part]")) {
    if (item.dataset.part === part) item.setAttribute("aria-current", "page"); else item.removeAttribute("aria-current");
  }
}

/** How much waits in a part; 0 shows nothing. */
export function badge(place, part, number) {
  const box = place.querySelector(`[data-part="${part}"] .badge`);
  if (!box) return;
  box.textContent = number > 99 ? "99+" : String(number);
  box.hidden = number === 0;
}
