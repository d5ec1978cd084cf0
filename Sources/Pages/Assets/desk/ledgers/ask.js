// 问一句: a sentence, how it was understood, the list, and what to do with it.
import { guarded } from "../../shared/dom.js";
import { misread } from "../../shared/problem.js";
import { conditions } from "../search/conditions.js";
import { Refusal, inquire, post } from "../kit/server.js";
import { append, columnsOf, table } from "../kit/rows.js";
import { button, count, el, empty, heading, link, panel, quiet } from "../kit/ui.js";
import { file, print, revealing, whenMade } from "./files.js";
import { saving } from "./saving.js";

const EXAMPLES = ["未来三个月年满90周岁老人", "80岁以上独居老人", "30天没有走访的独居老人", "本月到期年检的电梯", "下个月租约到期的房屋"];
const KINDS = { name: "name", id_number: "sealed", phone: "sealed", contact: "name", housemates: "names" };

export function askView(place, session, id) {
  const input = el("textarea", {
    rows: 2, maxLength: 400, required: true, placeholder: "例如：未来三个月年满90周岁老人", name: "sentence",
    "aria-label": "想要什么名单？用平常的话说", data: { key: "e" },
  });
  const result = el("div", { id: "answer", className: "page" });
  let turn = 0;
  const say = (sentence) => { input.value = sentence; return guarded(() => ask(sentence)); };
  const form = el(
    "form", { className: "ask", onsubmit: (event) => { event.preventDefault(); say(input.value.trim()); } }, input,
    el("button", { className: "main", textContent: "查询" }),
  );
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  const chips = el(
    "div", { className: "chips" }, quiet("例如"),
    EXAMPLES.map((text) => el("button", { type: "button", textContent: text, onclick: () => say(text) })),
  );
  place.replaceChildren(
    heading("问一句", {
      about: "想要什么名单？用平常的话说，会告诉您怎样理解，再给出名单。",
      tools: [link("政策找人", "#policy", { className: "button" }), link("条件查询", "#query", { className: "button" })],
    }),
    panel("", form, chips), result,
  );
  input.focus();
  if (id) return say(id);

  async function ask(sentence) {
    const mine = ++turn;
    result.replaceChildren(quiet("正在查询…"));
    try {
      const answer = await inquire("/v1/ask", { text: sentence });
      if (mine !== turn) return;
      history.replaceState(null, "", `#ask/${encodeURIComponent(sentence)}`);
      show(result, sentence, answer, session);
    } catch (error) {
      if (mine !== turn) return;
      result.replaceChildren();
      if (!(error instanceof Refusal) || error.code !== "ask_unrecognised") throw error;
      if (error.readings.length) return result.replaceChildren(readings(error, say));
      result.replaceChildren(el(
        "section", { className: "panel", role: "alert" }, el("h2", { textContent: "有没听懂的地方" }), quiet(error.message),
        misread(sentence, error.errors, say),
      ));
    }
  }
}

/** A sentence that can be heard in two ways: each written out, with how many it would find; pressing one asks it. */
function readings(error, say) {
  return el("section", { className: "panel", role: "alert" }, el("h2", { textContent: "这句话有两种读法，请选一种" }),
    el("div", { className: "chips" }, error.readings.map(({ explanation, total }) =>
      el("button", {
        type: "button", textContent: total === null ? explanation : `${explanation}（${count(total)} 条）`, onclick: () => say(explanation),
      }))));
}

function show(place, sentence, answer, session) {
  const columns = columnsOf(answer.columns);
  const status = el("div", { role: "status" });
  const full = revealing(
    answer.columns.map((name) => ({ name, kind: KINDS[name] ?? "text" })).filter(({ name }) => name !== "name" || answer.subject === "people"),
    session.rights,
  );
  let made = null;
  const run = async () => { made ??= await whenMade(await post("/v1/runs", { sentence }), status); return made; };
  const withRun = (work) => async () => {
    const wish = full.wish();
    const ready = await run();
    if (ready) await work(ready, named(ready, wish));
  };
  const form = el("div");
  const tools = el("div", { className: "tools" },
    session.may("write") ? [
      button("下载 Excel", withRun((ready, wish) => file(ready, status, wish)), { main: true, id: "excel", key: "x" }),
      button("下载 CSV", withRun((ready, wish) => file(ready, status, wish, "csv"))),
      button("打印", withRun(print), { id: "print", key: "p" }),
      button(
        "存为台账", () => { saving(form, { sentence, subject: answer.subject, name: sentence.slice(0, 64) }, session); }, { id: "save", key: "s" },
      ),
    ] : quiet("您的角色只能查看名单。"));
  const list = table(columns);
  append(list, columns, answer.items, () => [], answer.subject);
  // 前20名: the file has what the sentence asks for, no more.
  const whole = Math.min(answer.total, answer.limit ?? answer.total);
  const inFile = whole < answer.total ? `文件里是前 ${count(whole)} 条` : "文件里是全部";
  const part = answer.items.length < answer.total ? `，下面是前 ${answer.items.length} 条，${inFile}` : "";
  place.replaceChildren(
    panel(
      { title: "如何理解", className: "understood" }, el("p", { className: "meaning", textContent: answer.explanation }),
      answer.warnings.map((warning) => el("p", { className: "notice warn", textContent: `请留意：${warning}` })),
      conditions(answer)),
    form,
    el(
      "section", { className: "panel flush" },
      el("p", { className: "total", textContent: `共 ${count(answer.total)} 条（截至 ${answer.as_of}）${part}` }), groups(answer), tools,
      full.box ? el(
        "div", { className: "tools" }, full.box,
      ) : null, el(
        "div", { className: "tools" }, status,
      ), answer.items.length ? el("div", { className: "scroll" }, list) : empty("没有符合的", "换一个说法，或者放宽条件再试。")));
}

/** Only columns that the run has can be shown in full. */
const named = (run, wish) => (wish.reveal
  ? { ...wish, reveal: run.columns.filter((column) => ["name", "names", "sealed"].includes(column.kind)).map((column) => column.name) } : wish);

function groups(answer) {
  if (!answer.groups?.length) return null;
  return el(
    "ul", { className: "groups tools" },
    answer.groups.map((group) => el("li", {}, `${Object.values(group.values).join(" · ") || "未填"} `, el("b", { textContent: count(group.count) }))),
  );
}
