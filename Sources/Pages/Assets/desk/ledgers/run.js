// One run: its rows with ticks and remarks, as a file, on paper, and against the run before.
import { guarded } from "../../shared/dom.js";
import { append, columnsOf, table } from "../kit/rows.js";
import { call, get } from "../kit/server.js";
import { button, confirmed, count, el, empty, heading, quiet } from "../kit/ui.js";
import { showDiff } from "./diff.js";
import { file, print, revealing, whenMade } from "./files.js";

export async function runView(place, session, id) {
  const begun = await get(`/v1/runs/${id}`);
  const run = await whenMade(begun, place);
  if (!run || run.state !== "done") {
    const words = begun.state === "expired" ? "已过保存期限，数据已删除。" : "这次生成没有完成。";
    place.replaceChildren(heading(begun.name, { back: [`#ledgers/${begun.ledger_id}`, "台账"] }), empty("没有名单", words));
    return;
  }
  const titles = Object.fromEntries(run.columns.map((column) => [column.name, column.title]));
  const columns = columnsOf(run.columns.map((column) => column.name), titles);
  const [status, diff] = [el("div", { role: "status" }), el("div", { id: "diff" })];
  const full = revealing(run.columns, session.rights);
  const list = table(columns, run.notes.map((note) => note.title), { numbered: true });
  const [done, more] = [quiet(""), el("div", { className: "more" })];
  done.setAttribute("role", "status");
  const mayWrite = session.may("write");
  const tools = [
    button("下载 Excel", () => file(run, status, full.wish()), { main: true, id: "excel", key: "x" }),
    button("下载 CSV", () => file(run, status, full.wish(), "csv"), { id: "csv" }),
    button("打印", () => print(run, full.wish()), { id: "print", key: "p" }),
    run.previous_run_id ? button("与上次比较", async () => {
      if (diff.childElementCount) return diff.replaceChildren();
      await showDiff(diff, run, titles);
    }, { id: "compare", key: "c" }) : null,
    mayWrite && run.kind !== "request" ? button("删除", async () => {
      if (!await confirmed("删除名单", "删除这份名单？打过的勾会留给以后的名单，回写的标签和走访不变。", "删除")) return;
      await call("DELETE", `/v1/runs/${id}`);
      location.hash = run.kind === "kept" ? `#ledgers/${run.ledger_id}` : "#ask";
    }, { id: "delete", className: "danger" }) : null,
  ].filter(Boolean);
  const open = el("input", { type: "checkbox", onchange: () => list.classList.toggle("only-open", open.checked) });
  const ticks = run.notes.filter((note) => note.kind !== "text");
  place.replaceChildren(
    heading(run.name, { back: run.kind === "kept" ? [`#ledgers/${run.ledger_id}`, "台账"] : ["#ledgers", "台账"], about: run.explanation, tools }),
    full.box ? el("section", { className: "panel" }, full.box) : "", status, diff,
    el("section", { className: "panel flush" },
      el("p", {
        className: "total",
        textContent: `共 ${count(run.total)} 条（截至 ${run.as_of}）${run.kept_until ? `，数据保存到 ${run.kept_until}，过后自动删除` : ""}`,
      }),
      ticks.length ? el("div", { className: "tools" }, el("label", { className: "check" }, open, " 只看没有打勾的"), done) : null,
      run.total ? el("div", { className: "scroll" }, list) : empty("没有符合的", "这一天没有人符合条件。"), more));

  const tell = () => {
    const rows = [...list.tBodies[0].rows];
    done.textContent = ticks.map((note) => `${note.title} ${rows.filter((row) => row.querySelector(`button.tick[data-note="${note.name}"][aria-pressed="true"]`)).length} / ${rows.length}`).join("，");
  };
  let next = null;
  async function page() {
    const answer = await get(`/v1/runs/${id}/rows`, { limit: 100, ...(next ? { cursor: next } : {}) });
    append(list, columns, answer.items, (row) => run.notes.map((note) => cell(run, row, note, mayWrite, tell)), run.subject);
    next = answer.next_cursor;
    more.replaceChildren(...(next ? [button("更多", page)] : []));
    tell();
  }
  list.addEventListener("keydown", walk);
  await page();
}

/** Arrows go from tick to tick, and from remark to remark, down the column. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const cell = event.target.closest("td.note");
  if (!step || !cell) return;
  const rows = [...cell.closest("tbody").rows].filter((row) => row.offsetParent !== null);
  const next = rows[rows.indexOf(cell.parentElement) + step]?.cells[cell.cellIndex]?.querySelector("button, input");
  if (next) { event.preventDefault(); next.focus(); }
}

const told = (mark) => (mark ? `${mark.carried ? "沿用上次，" : ""}${mark.by} ${mark.at.slice(5, 10)}${mark.ended ? "（标签后来已取消）" : ""}` : "");

/** What is noted on a row: a large button to tick, a box to write in. */
function cell(run, row, note, mayWrite, changed) {
  const mark = row.marks[note.name];
  const who = el("small", { textContent: told(mark) });
  const path = `/v1/runs/${run.id}/rows/${row.id}/marks`;
  const box = note.kind !== "text" ? tick(path, note, mark, mayWrite, who, changed) : remark(path, note, mark, mayWrite, who);
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
  let isBusy = false;
  box.addEventListener("click", async () => {
    if (isBusy) return;
    isBusy = true;
    const isOn = box.getAttribute("aria-pressed") !== "true";
    show(isOn);
    const answer = await put(path, { [note.name]: isOn });
    isBusy = false;
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
    // What was refused stays in the box: it was typed and is not saved.
    if (!answer) { box.classList.add("late"); return; }
    box.classList.remove("late");
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
