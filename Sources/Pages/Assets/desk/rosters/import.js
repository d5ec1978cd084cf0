// One import: how far it is, what it would do or has done, how its columns were understood, and its rows.
import { call, get, post } from "../kit/server.js";
import { button, confirmed, count, el, empty, heading, link, moment, panel, pill, quiet, tiles, toast } from "../kit/ui.js";
import { IMPORT_STATES, ROW_STATES, SOURCES, SUBJECTS } from "../words.js";
import { mappingPanel } from "./mapping.js";
import { rowsPanel } from "./rows.js";
import { STATE_TONES } from "./rosters.js";
import { undoPanel, undone } from "./undo.js";

const RUNNING = ["reading", "matching", "applying"];
const LEFT_OUT = { blank: "空行", totals: "合计行", repeated_header: "重复的表头", footnote: "表尾说明", example: "示例行" };
const SHEET_USES = { read: "读这一张", hidden: "隐藏的，没有读", empty: "空的", not_chosen: "也像名册，没有选它", no_header: "没有表头" };
const wait = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

export async function importView(place, session, id, params) {
  const path = `/v1/imports/${id}`;
  let item = await get(path);
  const [top, report, rows, rest] = Array.from({ length: 4 }, () => el("div", { className: "page" }));
  place.replaceChildren(top, report, rows, rest);

  // The server keeps the file of a trial, and of one that it did not understand.
  const rerun = async (wish) => { location.hash = `#rosters/${(await post(`${path}/rerun`, wish)).id}`; };
  const isRunning = () => RUNNING.includes(item.state) || item.undo.state === "running";
  async function follow() {
    while (isRunning()) {
      drawTop();
      if (!place.isConnected) return false;
      await wait(500);
      item = await get(path);
    }
    return true;
  }
  async function refresh() { item = await get(path); drawTop(); drawReport(); }
  async function whole() {
    for (const box of [report, rows, rest]) box.replaceChildren();
    if (!await follow()) return;
    drawTop();
    drawReport();
    if (!item.counts.read || item.state === "failed") return;
    rows.replaceChildren(await rowsPanel(item, params.get("status"), refresh));
    // Whoever has picked a kind of rows wants to see them.
    if (params.has("status")) rows.scrollIntoView();
  }
  const reread = async () => { item = await get(path); await whole(); };
  const apply = async () => {
    item = await get(path);
    const { created, updated, review } = item.counts;
    const words = `写入新增 ${count(created)} 行、更新 ${count(updated)} 行。${review ? `还有 ${count(review)} 行待核对，这次不写，以后还可以接着处理。` : ""}`;
    if (!await confirmed("写入", words, "写入")) return;
    item = await post(`${path}/apply`);
    await whole();
    toast("已写入。");
  };
  const undo = async () => {
    item = await get(path, { undo: true });
    const { undo: of } = item;
    if (of.possible) await undoPanel(top, item, async () => { item = await post(`${path}/undo`); await whole(); toast("已撤销。"); }, drawTop);
  };
  const cancel = async () => {
    if (!await confirmed("取消导入", "还没有写入的都不写。已写入的不受影响。", "取消导入")) return;
    item = await post(`${path}/cancel`);
    await whole();
  };

  function drawTop() {
    const ready = item.counts.created + item.counts.updated;
    const progress = el("div", { role: "status" });
    const tools = [
      item.state === "review" ? button(ready ? `写入 ${count(ready)} 行` : "结束导入", apply, { main: true, key: "w", id: "apply" }) : null,
      item.dry_run && item.state === "done" && item.file_kept ? button("正式导入", () => rerun({}), { main: true, key: "w", id: "in-earnest" }) : null,
      item.undo.possible ? button("撤销导入", undo, { className: "danger", id: "undo" }) : null,
      item.state === "review" || RUNNING.includes(item.state) ? button("取消导入", cancel, { className: "danger" }) : null,
    ].filter(Boolean);
    top.replaceChildren(
      heading(item.file_name || "名册", {
        back: ["#rosters", "名册导入"],
        about: `${SUBJECTS[item.subject]}${item.sheet ? `，${item.sheet}` : ""}${item.source ? `，${SOURCES[item.source] ?? item.source}` : ""}；${item.caller}，${moment(item.made_at)}`,
        tools: [pill(IMPORT_STATES[item.state], STATE_TONES[item.state] ?? "plate"), item.dry_run ? pill("试算，没有写入") : null, ...tools],
      }),
      progress,
      isRunning() ? running(item) : "",
      item.dry_run && item.state === "done" && !item.file_kept ? el("p", {
        className: "notice", textContent: "这是一次试算。要正式导入，请回到「名册导入」再拖一次这个文件。",
      }) : "",
      item.problem ? failed(item, rerun) : "",
      undone(item.undo));
  }
  function drawReport() {
    const { counts: of } = item;
    const tile = (status, title, number, tone) => ({ title, value: number, tone: number ? tone : "", href: `#rosters/${id}?status=${status}` });
    const reasons = reasonsPanel(item, id, reread);
    const mapping = mappingPanel(item, item.file_kept ? (columns) => rerun({ mapping: columns, dry_run: true }) : null);
    if (item.state === "failed") return report.replaceChildren(item.file_kept && item.ignored_columns.length ? mapping : "");
    report.replaceChildren(
      tiles([
        { title: "读到的行", value: of.read, href: `#rosters/${id}` }, tile("create", "新增", of.created, "good"),
        tile("update", "更新", of.updated, "plate"), tile("unchanged", "无变化", of.unchanged, ""), tile("review", "待核对", of.review, "warn"),
        tile("rejected", "退回", of.rejected, "bad"),
      ]),
      item.dry_run ? el("div", { className: "pair" }, reasons, el("div", {}, mapping, layoutPanel(item))) : reasons);
    // In earnest there are rows to decide; how the columns were understood is settled.
    rest.replaceChildren(...(item.dry_run ? [] : [el("div", { className: "pair even" }, mapping, layoutPanel(item))]));
  }
  await whole();
}

const running = (item) => el(
  "div", { className: "notice", role: "status" },
  el("p", {
    textContent: item.undo.state === "running"
      ? `正在撤销……已撤销 ${count(item.undo.undone)} 行`
      : `${IMPORT_STATES[item.state]}……已到 ${count(item.counts.read)} 行`,
  }),
  el("progress", { "aria-label": "进度" }), quiet("可以离开这一页，回来接着看。"),
);

/** Why nothing came of it; where it was the sheet, it can be named at once. */
function failed(item, rerun) {
  const names = (item.sheets ?? []).filter((sheet) => !["empty", "hidden"].includes(sheet.use)).map((sheet) => sheet.name);
  return el("div", { className: "notice warn" }, el("p", { textContent: item.problem.replace(/（(sheet|mapping)）/g, "") }),
    item.file_kept && names.length > 1
      ? el("div", { className: "chips" }, names.map((sheet) => button(`读「${sheet}」`, () => rerun({ sheet, dry_run: true })))) : null,
    el("div", { className: "tools" }, link("换一个文件", "#rosters", { className: "button" })));
}

/** Why rows wait or were refused, how many each, and deciding all of one kind at once. */
function reasonsPanel(item, id, again) {
  const line = (reason) => {
    const isOpen = item.state === "review" && reason.status === "review";
    const decide = (action, title) => button(title, async () => {
      if (!await confirmed(title, `「${reason.detail}」的 ${count(reason.count)} 行，${title}？要逐行看的会留下。`)) return;
      const answer = await call("POST", `/v1/imports/${id}/decisions`, { body: { action, reason: reason.code } });
      await again();
      toast(`已决定 ${count(answer.decided)} 行${answer.left ? `，留下 ${count(answer.left)} 行要逐行看` : ""}。`);
    }, { className: "text" });
    return el(
      "tr", {}, el("td", {}, pill(ROW_STATES[reason.status], { review: "warn", rejected: "bad" }[reason.status] ?? "")),
      el(
        "td", { className: "wide" }, reason.detail,
        reason.column ? el("small", { textContent: `列「${reason.column}」，从第 ${reason.first_row} 行起` }) : null,
      ),
      el("td", { className: "number", textContent: `${count(reason.count)} 行` }),
      el(
        "td", {}, isOpen ? el("span", { className: "tools" }, decide("merge", "都合并"), decide("create", "都新增"), decide("skip", "都跳过")) : "",
      ));
  };
  const reasons = item.reasons ?? [];
  return el(
    "section", { className: "panel flush" }, el("div", { className: "panel-head" }, el("h2", { textContent: "要留意的" })),
    reasons.length ? el("div", { className: "scroll" }, el("table", {}, el("tbody", {}, reasons.map(line)))) : empty("没有问题", "每一行都读懂了。"),
  );
}

function layoutPanel(item) {
  const sheets = (item.sheets ?? []).filter((sheet) => item.sheets.length > 1 || sheet.use !== "read");
  const left = item.left_out ?? [];
  if (!sheets.length && !left.length) return "";
  return panel(
    "没有读的",
    sheets.length ? el(
      "ul", { className: "plain" }, sheets.map((sheet) => el("li", {}, el("b", { textContent: sheet.name }), ` ${SHEET_USES[sheet.use] ?? ""}`)),
    ) : null,
    left.length ? el(
      "ul", { className: "plain" },
      left.map((each) => el(
        "li",
        { textContent: `${LEFT_OUT[each.kind] ?? ""} ${count(each.count)} 行：第 ${each.rows.slice(0, 8).join("、")}${each.count > 8 ? "……" : ""} 行` },
      )),
    ) : null);
}
