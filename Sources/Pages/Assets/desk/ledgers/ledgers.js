// 台账: those that are kept, the templates, and when ledgers make themselves.
import { get, post } from "../kit/server.js";
import { listing } from "../kit/listing.js";
import { columns } from "../kit/grid.js";
import { button, count, el, empty, heading, link, moment, panel, pill, quiet, tabs } from "../kit/ui.js";
import { SUBJECTS } from "../words.js";
import { file, whenMade } from "./files.js";
import { saving } from "./saving.js";

const PARTS = [["#ledgers", "台账"], ["#templates", "模板"], ["#schedules", "自动生成"]];
const tools = (session) => (session.may("write") ? [
  link("勾选条件新建", "#ledgers/new", { className: "button main", data: { key: "n" } }), link("用一句话新建", "#ask", { className: "button" }),
] : []);

export async function ledgersView(place, session, id, params) {
  const retired = params?.get("retired") === "1";
  const list = await listing({
    path: "/v1/ledgers", query: { with_retired: retired || undefined }, label: "台账", unit: "个", href: (item) => `#ledgers/${item.id}`,
    nothing: empty("还没有台账", "在「问一句」里查到名单后按「存为台账」，或从模板开始。", link("看模板", "#templates", { className: "button" })),
    columns: columns({ name: "name", title: "名称" }, { name: "subject", title: "对象", cell: (item) => SUBJECTS[item.subject] }, {
      name: "explanation", title: "条件",
      cell: (item) => (item.question_error ? el("span", {
        className: "late", textContent: `条件已失效：${item.question_error.detail}`,
      }) : item.explanation || "全部"),
    }, { name: "owner", title: "建立人" }, { name: "updated_at", title: "最近修改", cell: (item) => moment(item.updated_at) }, {
      name: "state", title: "", cell: (item) => (item.retired_at ? pill("已停用") : ""),
    }),
  });
  place.replaceChildren(heading("台账", { tools: tools(session) }), tabs(PARTS, "#ledgers"),
    el("section", { className: "panel flush" }, list.box), el(
      "p", {}, link(retired ? "不看已停用的" : "也看已停用的", retired ? "#ledgers" : "#ledgers?retired=1"),
    ));
}

export async function templatesView(place, session, id, params) {
  const { items } = await get("/v1/ledgers/templates");
  const search = el("input", {
    type: "search", placeholder: `在 ${items.length} 个模板里找`, "aria-label": "找模板", data: { key: "f" }, oninput: () => draw(),
  });
  const lines = ["", ...new Set(items.map((item) => item.line))];
  const line = el(
    "select", { "aria-label": "条线", onchange: () => draw() },
    lines.map((value) => el("option", { value, textContent: value || "所有条线", selected: value === (params?.get("line") ?? "") })),
  );
  const [list, total] = [el("ul", { className: "cards" }), el("p", { className: "total", role: "status" })];
  function draw() {
    const word = search.value.trim();
    const found = items.filter((item) => (!line.value || item.line === line.value) && [
      item.name, item.line, item.about, item.sentence,
    ].some((text) => text.includes(word)));
    total.textContent = `${found.length} 个模板`;
    list.replaceChildren(...(found.length ? found.map(card) : [el("li", {}, quiet("没有这样的模板。换一个词，或者用一句话问。"))]));
  }
  function card(item) {
    const [status, form] = [el("div", { role: "status" }), el("div")];
    const make = !session.may("write") ? null : el("div", { className: "tools" },
      button("下载 Excel", async () => {
        const run = await whenMade(await post("/v1/runs", { template: item.code }), status);
        if (run) await file(run, status);
      }), button("看名单", async () => {
        const run = await whenMade(await post("/v1/runs", { template: item.code }), status);
        if (run) location.hash = `#runs/${run.id}`;
      }), button("存为台账", () => { saving(form, { template: item.code, name: item.name, subject: item.subject }, session); }));
    return el("li", {}, el(
      "details", {}, el("summary", {}, el("b", { textContent: item.name }), el("small", { textContent: `${item.line}，${SUBJECTS[item.subject]}` })),
      el("p", { textContent: item.sentence }), quiet(`${item.about}。要它的是：${item.asked_by}`), make, status, form));
  }
  draw();
  place.replaceChildren(
    heading("台账模板", { about: "上海居委会常要的名单，展开就能下载或存为台账。", tools: tools(session) }), tabs(PARTS, "#templates"),
    panel("", el("div", { className: "form line" }, el("label", {}, "找", search), el("label", {}, "条线", line)), total, list));
  search.focus();
}

export async function schedulesView(place, session) {
  const list = await listing({
    path: "/v1/schedules", label: "自动生成的台账", unit: "个", href: (item) => `#ledgers/${item.ledger_id}`,
    nothing: empty("没有自动生成的台账", "打开一个台账，在「自动生成」里设定每天、每周、每月或每季度。"),
    columns: columns(
      { name: "ledger", title: "台账" }, { name: "explanation", title: "什么时候" },
      { name: "next_due_at", title: "下一次", cell: (item) => moment(item.next_due_at) },
      { name: "last_run_at", title: "上一次", cell: (item) => moment(item.last_run_at) }, {
        name: "problem_detail", title: "情况", wide: true,
        cell: (item) => (item.problem_detail ? pill(item.problem_detail, "bad") : pill("正常", "good")),
      }),
  });
  place.replaceChildren(
    heading("自动生成", { about: "到时间自己生成名单，新增的人会成为提醒。", tools: tools(session) }), tabs(PARTS, "#schedules"),
    el("section", { className: "panel flush" }, list.box),
  );
}

export const runLine = (run, states) => el("li", {}, el("a", { href: `#runs/${run.id}` }, el("b", { textContent: run.as_of }),
  el(
    "span", { textContent: run.state === "done" ? `${count(run.total)} 条` : states[run.state] ?? "" },
  ), el("small", { textContent: `${run.caller}，${moment(run.made_at)}` })));
