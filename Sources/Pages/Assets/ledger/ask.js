// 问一句: a sentence, how it was understood, the list, and what to do with it.
import { Refusal, call } from "../shared/api.js";
import { button, count, el, field, guarded, quiet } from "../shared/dom.js";
import { excel, print, revealing, whenMade } from "./files.js";
import { misread } from "../shared/problem.js";
import { append, columnsOf, table } from "../shared/rows.js";
import { saving } from "./saving.js";

const EXAMPLES = ["未来三个月年满90周岁老人", "80岁以上独居老人", "30天没有走访的独居老人", "本月到期年检的电梯", "下个月租约到期的房屋"];
const KINDS = { name: "name", id_number: "sealed", phone: "sealed", contact: "name", housemates: "names" };

export function askView(place, session) {
  const input = el("textarea", { rows: 2, maxLength: 400, required: true, placeholder: "例如：未来三个月年满90周岁老人", name: "sentence" });
  const result = el("div", { id: "answer" });
  let turn = 0;
  const say = (sentence) => { input.value = sentence; return guarded(() => ask(sentence)); };
  const form = el("form", {
    className: "ask",
    onsubmit: (event) => { event.preventDefault(); say(input.value.trim()); },
  }, field("想要什么名单？用平常的话说", input, true), el("button", { textContent: "查询" }));
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  const chips = el("div", { className: "chips" }, EXAMPLES.map((text) => el("button", { type: "button", textContent: text, onclick: () => say(text) })));
  place.replaceChildren(el("section", {}, form, chips), result);

  async function ask(sentence) {
    const mine = ++turn;
    result.replaceChildren(quiet("正在查询…"));
    try {
      const answer = await call("POST", "/v1/ask", { body: { text: sentence } });
      if (mine === turn) show(result, sentence, answer, session);
    } catch (error) {
      if (mine !== turn) return;
      result.replaceChildren();
      if (!(error instanceof Refusal) || error.code !== "ask_unrecognised") throw error;
      if (error.readings.length) return result.replaceChildren(readings(error, say));
      result.replaceChildren(el("section", { role: "alert" }, el("h2", { textContent: "有没听懂的地方" }), quiet(error.message), misread(sentence, error.errors, say)));
    }
  }
}

/** A sentence that can be heard in two ways: each written out, with how many it would find; pressing one asks it. */
function readings(error, say) {
  return el("section", { role: "alert" }, el("h2", { textContent: "这句话有两种读法" }), quiet("请选一种："),
    el("div", { className: "chips" }, error.readings.map(({ explanation, total }) =>
      el("button", { type: "button", textContent: total === null ? explanation : `${explanation}（${count(total)} 条）`, onclick: () => say(explanation) }))));
}

function show(place, sentence, answer, session) {
  const columns = columnsOf(answer.columns);
  const status = el("div", { role: "status" });
  const full = revealing(answer.columns.map((name) => ({ name, kind: KINDS[name] ?? "text" })).filter(({ name }) => name !== "name" || answer.subject === "people"), session.rights);
  let made = null;
  const run = async () => {
    made ??= await whenMade(await call("POST", "/v1/runs", { body: { sentence } }), status);
    return made;
  };
  const file = (work) => async () => {
    const wish = full.wish();
    const ready = await run();
    if (ready) await work(ready, wish);
  };
  const tools = el("div", { className: "tools" },
    session.rights.includes("write") ? [
      button("下载 Excel", file((ready, wish) => excel(ready, status, named(ready, wish))), { className: "main", id: "excel" }),
      button("打印", file((ready, wish) => print(ready, named(ready, wish)))),
      button("存为台账", () => { saving(form, { sentence, subject: answer.subject, name: sentence.slice(0, 64) }, session); }, { id: "save" }),
    ] : quiet("您的角色只能查看名单。"));
  const form = el("div");
  const list = table(columns);
  append(list, columns, answer.items);
  // 前20名: the file has what the sentence asks for, no more.
  const whole = Math.min(answer.total, answer.limit ?? answer.total);
  const inFile = whole < answer.total ? `文件里是前 ${count(whole)} 条` : "文件里是全部";
  const shown = answer.items.length < answer.total ? `，下面是前 ${answer.items.length} 条，${inFile}` : "";
  place.replaceChildren(
    el("section", { className: "understood" },
      el("h2", { textContent: "如何理解" }), el("p", { className: "meaning", textContent: answer.explanation }), ...answer.warnings.map((warning) => quiet(`请留意：${warning}`)),
      el("details", {}, el("summary", { textContent: "条件写法" }), el("code", { textContent: answer.where || "（全部）" }))),
    el("section", {},
      el("p", { className: "total", textContent: `共 ${count(answer.total)} 条（截至 ${answer.as_of}）${shown}` }),
      groups(answer), tools, full.box, status, form, answer.items.length ? el("div", { className: "scroll" }, list) : quiet("没有符合的。")));
}

/** Only columns that the run has can be shown in full. */
const named = (run, wish) => (wish.reveal
  ? { ...wish, reveal: run.columns.filter((column) => ["name", "names", "sealed"].includes(column.kind)).map((column) => column.name) } : wish);

function groups(answer) {
  if (!answer.groups?.length) return null;
  return el("ul", { className: "groups" }, answer.groups.map((group) => el("li", {}, `${Object.values(group.values).join(" · ") || "未填"} `, el("b", { textContent: count(group.count) }))));
}
