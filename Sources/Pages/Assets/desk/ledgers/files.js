// A run as a file or on paper: waiting until it is made, with how far it is, and a way to stop it.
import { Refusal, fetchFile, get, post } from "../kit/server.js";
import { button, count, el, keep, quiet } from "../kit/ui.js";
import { asksApproval } from "./asksApproval.js";

/** More rows than this are made into a file in the background. */
const LARGE = 5000;
const wait = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** A bar with a way to stop; `cancel` is what stopping does. */
export function progress(place, title, cancel) {
  let isStopped = false;
  const bar = el("progress", { max: 1, value: 0, "aria-label": title });
  const words = el("span", { textContent: title });
  place.replaceChildren(el(
    "div", { className: "progress", role: "status" }, words, bar, cancel ? button("取消", async () => { isStopped = true; await cancel(); }) : null,
  ));
  return {
    set: (share, text) => { bar.value = share; words.textContent = text; },
    isStopped: () => isStopped,
    end: (text = "") => { place.replaceChildren(...(text ? [quiet(text)] : [])); },
  };
}

/** The run once it is made; null where it was stopped. */
export async function whenMade(run, place) {
  if (run.state !== "making") return run;
  const bar = progress(place, "正在生成…", () => post(`/v1/runs/${run.id}/cancel`));
  let now = run;
  while (now.state === "making") {
    await wait(400);
    now = await get(`/v1/runs/${run.id}`);
    bar.set(now.progress ?? 0, `正在生成… ${Math.round((now.progress ?? 0) * 100)}%`);
  }
  bar.end(now.state === "done" ? "" : "已取消。");
  return now.state === "done" ? now : null;
}

/** Downloads a run. `wish`: reveal (names of columns) and reason, where names are wanted in full. */
export async function file(run, place, wish = {}, format = "xlsx") {
  try {
    await download(run, place, wish, format);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "reveal_approval_needed") throw error;
    asksApproval(run, wish, place, error);
  }
}

const revealed = (wish) => (wish.reveal?.length ? { reveal: wish.reveal.join(","), reason: wish.reason } : {});

async function download(run, place, wish, format) {
  if ((run.total ?? 0) <= LARGE) {
    const made = await fetchFile(`/v1/runs/${run.id}.${format}`, revealed(wish));
    keep(made);
    place.replaceChildren(quiet(`已下载「${made.name}」，共 ${count(run.total)} 条。`));
    return;
  }
  let job = await post(`/v1/runs/${run.id}/exports`, { format, ...(wish.reveal?.length ? wish : {}) });
  const bar = progress(place, "正在导出…", () => post(`/v1/exports/${job.id}/cancel`));
  while (job.state === "making") {
    await wait(400);
    job = await get(`/v1/exports/${job.id}`);
    bar.set(job.done / Math.max(1, job.total), `正在导出… ${count(job.done)} / ${count(job.total)} 条`);
  }
  if (job.state !== "done") return bar.end(job.state === "cancelled" || bar.isStopped() ? "已取消导出。" : "导出没有成功，请再试一次。");
  keep({ ...await fetchFile(`/v1/exports/${job.id}/file`), name: job.file_name });
  bar.end(`已下载「${job.file_name}」，共 ${count(job.total)} 条。`);
}

/** Prints a run: its page is laid on paper beside this one, and only it is printed. */
export async function print(run, wish = {}) {
  if ((run.total ?? 0) > LARGE) throw new Refusal(0, { detail: `共 ${count(run.total)} 条，太多了，不能直接打印；请下载 Excel。` });
  await paper(`/v1/runs/${run.id}.html`, revealed(wish));
}

/** Prints a page of the server's that is one table. */
export async function paper(path, query) {
  const text = await (await fetchFile(path, query)).content.text();
  // Its own styles may not come into this page, which has those of print.css.
  const page = new DOMParser().parseFromString(text.replace(/<style>[^]*?<\/style>|<colgroup>.*?<\/colgroup>/g, ""), "text/html");
  const table = page.querySelector("table");
  const sheet = document.getElementById("paper");
  sheet.className = text.includes("size: A4 landscape") ? "wide" : "";
  sheet.replaceChildren(...(table ? [numbered(document.importNode(table, true))] : []));
  window.addEventListener("afterprint", () => sheet.replaceChildren(), { once: true });
  window.print();
}

/** Puts 序号 before the rows of a printed list: who signs is called by it. Titles and groups become a column wider. */
function numbered(table) {
  let number = 0;
  if ([...table.querySelectorAll("tr.head th")].some((cell) => cell.textContent === "序号")) return table;
  for (const row of table.rows) {
    const first = row.cells[0];
    if (row.classList.contains("head")) row.prepend(el("th", { scope: "col", textContent: "序号" }));
    else if (first?.tagName === "TD") row.prepend(el("td", { textContent: ++number }));
    else if (first) first.colSpan += 1;
  }
  return table;
}

/** Whether names and numbers are wanted in full, and why. `columns`: those of the run; null where nobody may or needs to. */
export function revealing(columns, rights) {
  const able = columns.filter((column) => ["name", "names", "sealed"].includes(column.kind));
  if (!able.length || !rights.includes("reveal")) return { box: null, wish: () => ({}) };
  const input = el("input", { maxLength: 500, placeholder: "例如：发放牛奶，本人签收" });
  const reason = el("label", { hidden: true }, el("span", { textContent: "用途（记入审计）" }), input);
  const tick = el("input", { type: "checkbox", onchange: () => { reason.hidden = !tick.checked; if (tick.checked) input.focus(); } });
  const box = el("div", { className: "reveal" }, el("label", { className: "check" }, tick, " 显示完整姓名和号码"), reason);
  const wish = () => {
    if (!tick.checked) return {};
    if (input.value.trim().length < 4) throw new Refusal(0, { detail: "显示完整姓名和号码要写明用途，至少 4 个字。" });
    return { reveal: able.map((column) => column.name), reason: input.value.trim() };
  };
  return { box, wish };
}
