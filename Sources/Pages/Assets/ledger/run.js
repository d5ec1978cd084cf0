// One run: its rows with ticks and remarks, as a file, on paper, and against the run before.
import { call } from "../shared/api.js";
import { button, count, el, guarded, quiet } from "../shared/dom.js";
import { showDiff } from "./diff.js";
import { excel, print, revealing, whenMade } from "./files.js";
import { append, columnsOf, table } from "../shared/rows.js";

export async function runView(place, session, id) {
  place.replaceChildren(quiet("正在读取…"));
  const begun = await call("GET", `/v1/runs/${id}`);
  const run = await whenMade(begun, place);
  if (!run || run.state !== "done") {
    const words = run?.state === "expired" ? "这次生成的名单已过保存期限，数据已删除。" : "这次生成没有完成。";
    place.replaceChildren(el("section", {}, el("h2", { textContent: begun.name }), quiet(words)));
    return;
  }
  const titles = Object.fromEntries(run.columns.map((column) => [column.name, column.title]));
  const columns = columnsOf(run.columns.map((column) => column.name), titles);
  const [status, diff] = [el("div", { role: "status" }), el("div", { id: "diff" })];
  const full = revealing(run.columns, session.rights);
  const list = table(columns, run.notes.map((note) => note.title));
  const done = el("p", { className: "quiet", role: "status" });
  const more = el("div");
  const mayWrite = session.rights.includes("write");
  const tools = el("div", { className: "tools" },
    button("下载 Excel", () => excel(run, status, full.wish()), { className: "main" }), button("打印", () => print(run, full.wish())),
    run.previous_run_id ? button("与上次比较", async () => {
      if (diff.childElementCount) return diff.replaceChildren();
      await showDiff(diff, run, titles);
    }, { id: "compare" }) : null,
    mayWrite && run.kind !== "request" ? button("删除", async () => {
      if (!window.confirm("删除这份名单？打过的勾会留给以后的名单，回写的标签和走访不变。")) return;
      await call("DELETE", `/v1/runs/${id}`);
      location.hash = run.kind === "kept" ? `#ledgers/${run.ledger_id}` : "#ask";
    }, { id: "delete" }) : null);
  const open = el("input", { type: "checkbox", onchange: () => list.classList.toggle("only-open", open.checked) });
  place.replaceChildren(
    el("section", {},
      el("p", {}, run.kind !== "kept" ? el("a", { href: "#", textContent: "← 返回", onclick: (event) => { event.preventDefault(); history.back(); } })
        : el("a", { href: `#ledgers/${run.ledger_id}`, textContent: "← 台账" })), el("h2", { textContent: run.name }), el("p", { className: "meaning", textContent: run.explanation }),
      el("p", { className: "total", textContent: `共 ${count(run.total)} 条（截至 ${run.as_of}）` }),
      run.kept_until ? quiet(`数据保存到 ${run.kept_until}，过后自动删除。`) : null, tools, full.box, status, diff),
    el("section", {}, run.notes.some((note) => note.kind === "tick") ? el("label", { className: "check" }, open, " 只看没有打勾的") : null, done,
      run.total ? el("div", { className: "scroll" }, list) : quiet("没有符合的。"), more));

  const tell = () => {
    const rows = [...list.tBodies[0].rows];
    const ticks = run.notes.filter((note) => note.kind === "tick");
    done.textContent = ticks.map((note) => `${note.title} ${rows.filter((row) => row.querySelector(`button.tick[data-note="${note.name}"][aria-pressed="true"]`)).length} / ${rows.length}`).join("，");
  };
  let next = null;
  async function page() {
    const answer = await call("GET", `/v1/runs/${id}/rows`, { query: { limit: 100, ...(next ? { cursor: next } : {}) } });
    append(list, columns, answer.items, (row) => run.notes.map((note) => cell(run, row, note, mayWrite, tell)));
    next = answer.next_cursor;
    more.replaceChildren(...(next ? [button("更多", page)] : []));
    tell();
  }
  await page();
}

const told = (mark) => (mark ? `${mark.carried ? "沿用上次，" : ""}${mark.by} ${mark.at.slice(5, 10)}${mark.ended ? "（标签后来已取消）" : ""}` : "");

/** What is noted on a row: a large button to tick, a box to write in. */
function cell(run, row, note, mayWrite, changed) {
  const mark = row.marks[note.name];
  const who = el("small", { textContent: told(mark) });
  const path = `/v1/runs/${run.id}/rows/${row.id}/marks`;
  const box = note.kind === "tick" ? tick(path, note, mark, mayWrite, who, changed) : remark(path, note, mark, mayWrite, who);
  return el("td", { data: { title: note.title }, className: "note" }, box, who);
}

function tick(path, note, mark, mayWrite, who, changed) {
  const box = el("button", { type: "button", className: "tick", disabled: !mayWrite, data: { note: note.name }, "aria-label": note.title });
  const show = (isOn) => {
    box.setAttribute("aria-pressed", String(isOn));
    box.textContent = isOn ? "✓" : "";
    queueMicrotask(() => box.closest("tr")?.classList.toggle("ticked", Boolean(box.closest("tr").querySelector('button.tick[aria-pressed="true"]'))));
  };
  show(Boolean(mark?.value));
  box.addEventListener("click", async () => {
    const isOn = box.getAttribute("aria-pressed") !== "true";
    show(isOn);
    box.disabled = true;
    const answer = await put(path, { [note.name]: isOn });
    box.disabled = false;
    if (!answer) return show(!isOn);
    who.textContent = told(answer.marks[note.name]);
    changed();
  });
  return box;
}

function remark(path, note, mark, mayWrite, who) {
  let held = mark?.value ?? "";
  const box = el("input", { value: held, maxLength: 500, disabled: !mayWrite, placeholder: note.title, "aria-label": note.title });
  box.addEventListener("change", async () => {
    const answer = await put(path, { [note.name]: box.value.trim() || null });
    if (!answer) { box.value = held; return; }
    held = box.value = answer.marks[note.name]?.value ?? "";
    who.textContent = told(answer.marks[note.name]);
  });
  return box;
}

async function put(path, body) {
  let answer = null;
  await guarded(async () => { answer = await call("PUT", path, { body }); });
  return answer;
}
