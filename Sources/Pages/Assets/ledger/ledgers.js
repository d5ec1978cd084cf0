// 台账: those that are kept, the templates, and one ledger with its runs.
import { Refusal, call } from "../shared/api.js";
import { button, count, el, facts, moment, quiet } from "../shared/dom.js";
import { excel, whenMade } from "./files.js";
import { schedule, scheduleChoice, saving } from "./saving.js";

const STATES = { making: "正在生成", done: "", cancelled: "已取消", failed: "没有成功", expired: "已过保存期限，数据已删除" };

export async function ledgersView(place, session) {
  const list = el("ul", { className: "cards" });
  const more = el("div");
  let next = null;
  async function page() {
    const answer = await call("GET", "/v1/ledgers", { query: { limit: 20, ...(next ? { cursor: next } : {}) } });
    for (const ledger of answer.items) {
      list.append(el("li", {}, el("a", { href: `#ledgers/${ledger.id}` },
        el("b", { textContent: ledger.name }), el("span", { textContent: ledger.question_error ? `条件已失效：${ledger.question_error.detail}` : ledger.explanation, className: ledger.question_error ? "late" : "" }), el("small", { textContent: `${ledger.owner}，${moment(ledger.updated_at)}` }))));
    }
    next = answer.next_cursor;
    more.replaceChildren(...(next ? [button("更多", page)] : []));
    return answer.total;
  }
  const templates = el("section", {}, el("h2", { textContent: "模板" }));
  place.replaceChildren(el("section", {}, el("h2", { textContent: "台账" }), list, more), templates);
  if (await page() === 0) list.replaceChildren(el("li", {}, quiet("还没有台账。在「问一句」里查到名单后，按「存为台账」；也可以从下面的模板开始。")));
  await showTemplates(templates, session);
}

async function showTemplates(place, session) {
  const { items } = await call("GET", "/v1/ledgers/templates");
  const search = el("input", { type: "search", placeholder: `在 ${items.length} 个模板里找`, "aria-label": "找模板", oninput: () => draw(search.value.trim()) });
  const list = el("ul", { className: "cards" });
  function draw(word) {
    const found = items.filter((item) => [item.name, item.line, item.about, item.sentence].some((text) => text.includes(word)));
    list.replaceChildren(...found.map(card));
  }
  function card(item) {
    const [status, form] = [el("div", { role: "status" }), el("div")];
    const tools = !session.rights.includes("write") ? null : el("div", { className: "tools" },
      button("下载 Excel", async () => {
        const run = await whenMade(await call("POST", "/v1/runs", { body: { template: item.code } }), status);
        if (run) await excel(run, status);
      }), button("存为台账", () => { saving(form, { template: item.code, name: item.name }, session); }));
    return el("li", {}, el("details", {}, el("summary", {}, el("b", { textContent: item.name }), el("small", { textContent: item.line })),
      el("p", { textContent: item.sentence }), quiet(item.about), tools, status, form));
  }
  draw("");
  place.append(search, list);
}

export async function ledgerView(place, session, id) {
  const [ledger, runs] = await Promise.all([call("GET", `/v1/ledgers/${id}`), call("GET", `/v1/ledgers/${id}/runs`, { query: { limit: 50 } })]);
  const status = el("div", { role: "status" });
  const mayWrite = session.rights.includes("write") && !ledger.retired_at;
  const make = button("生成今天的名单", async () => {
    const run = await whenMade(await call("POST", `/v1/ledgers/${id}/runs`), status);
    if (run) location.hash = `#runs/${run.id}`;
  }, { className: "main", id: "make" });
  const retire = button("停用", async () => {
    if (!window.confirm(`停用「${ledger.name}」？已生成的名单仍可查看。`)) return;
    await call("DELETE", `/v1/ledgers/${id}`, { headers: { "If-Match": `"${ledger.version}"` } });
    location.hash = "#ledgers";
  });
  place.replaceChildren(el("section", {},
    el("p", {}, el("a", { href: "#ledgers", textContent: "← 台账" })), el("h2", { textContent: ledger.name }), el("p", { className: "meaning", textContent: ledger.explanation }),
    ledger.question_error ? el("p", { className: "late", textContent: `条件已失效：${ledger.question_error.detail}${ledger.question_error.remedy}已生成的名单仍可查看。` }) : null,
    facts([
      ["说明", ledger.about], ["栏目", ledger.columns.map((column) => column.title).join("、")],
      ["填写", ledger.notes.map((note) => note.title).join("、")], ["建立", `${ledger.owner}，${moment(ledger.made_at)}`], ["停用", moment(ledger.retired_at)],
    ]), mayWrite ? el("div", { className: "tools" }, make, retire) : null, status,
    session.hasSchedules && mayWrite ? await scheduleBox(id) : null));
  const list = el("ul", { className: "cards" }, runs.items.map((run) => el("li", {}, el("a", { href: `#runs/${run.id}` },
    el("b", { textContent: run.as_of }), el("span", { textContent: run.state === "done" ? `${count(run.total)} 条` : STATES[run.state] ?? run.state }),
    el("small", { textContent: `${run.caller}，${moment(run.made_at)}` })))));
  place.append(el("section", {}, el("h2", { textContent: "生成过的名单" }), runs.total ? list : quiet("还没有生成过。")));
}

const told = (held) => `${held.explanation ?? ""}；${held.problem_detail ? `已停止：${held.problem_detail}` : `下次 ${moment(held.next_due_at)}`}`;

/** How often it makes itself; null where the server knows of no schedules. */
async function scheduleBox(id) {
  let held = null;
  try {
    held = await call("GET", `/v1/ledgers/${id}/schedule`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status !== 404) return null;
  }
  const words = quiet(held ? told(held) : "现在不自动生成。");
  const choice = scheduleChoice(held?.kind);
  if (held && !choice.value) choice.append(el("option", { value: held.kind, textContent: held.explanation ?? held.kind, selected: true }));
  const set = button("设定", async () => {
    if (!choice.value && !held) return;
    if (choice.value !== held?.kind) await schedule(id, choice.value);
    held = choice.value ? await call("GET", `/v1/ledgers/${id}/schedule`) : null;
    words.textContent = held ? told(held) : "现在不自动生成。";
  });
  return el("div", { className: "inline" }, el("label", {}, "自动生成 ", choice), set, words);
}
