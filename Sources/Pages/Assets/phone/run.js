// A list that was made: ticks and remarks, also without signal; calling; the file.
import { Refusal, fetchFile } from "../shared/api.js";
import { button, count, el } from "../shared/dom.js";
import { byAddress, sayDay } from "../shared/words.js";
import { compact } from "./answers.js";
import { enqueue } from "./noting.js";
import { backlog } from "./queue.js";
import { read } from "./reading.js";
import { session } from "./session.js";
import { card, empty, icon, muted, oldNote, toast, topBar, trouble, waiting } from "./ui.js";

const PAGE = 500;
const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

async function made(id, signal, tell) {
  for (;;) {
    const answer = await read(`/v1/runs/${id}`, {}, { signal });
    if (answer.body.state !== "making" || answer.isOld) return answer;
    tell(`正在生成… ${Math.round((answer.body.progress ?? 0) * 100)}%`);
    await pause(500);
    if (signal.aborted) return answer;
  }
}

export async function runView(place, { id }, signal) {
  const list = el("ul", { className: "lines" });
  const status = el("p", { className: "total", role: "status" });
  const body = el("div", {}, waiting());
  place.replaceChildren(topBar("名单", "ledgers"), body);
  try {
    const { body: run, isOld, at } = await made(id, signal, (words) => body.replaceChildren(muted(words)));
    const rows = (await read(`/v1/runs/${id}/rows`, { limit: PAGE }, { signal })).body;
    place.querySelector("h1").textContent = run.name;
    const ticks = run.notes.filter(({ kind }) => kind !== "text");
    const items = rows.items.sort((one, other) => byAddress(one.address, other.address));
    const tell = () => {
      status.textContent = [
        `共 ${count(run.total)} 条`,
        ...ticks.map((note) => `${note.title} ${list.querySelectorAll(`button.tickbox[data-note="${note.name}"][aria-pressed="true"]`).length}`),
      ].join(" · ");
    };
    list.replaceChildren(...items.map((item) => line(run, item, ticks[0], tell)));
    body.replaceChildren(isOld ? oldNote(at) : "",
      card("", el(
        "p", { className: "meaning", textContent: run.explanation },
      ), muted(`${sayDay(run.as_of)}的名单，由${run.caller}生成${run.kept_until ? `，保存到${sayDay(run.kept_until)}` : ""}`),
        el(
          "div", { className: "actions" }, button("下载 Excel", () => download(run), { className: "main small", id: "excel" }),
          canShare() ? button("发给别人", () => share(run), { className: "small" }) : null,
        )),
      card(
        "", status, list, items.length ? "" : empty("没有符合的。"),
        run.total > items.length ? muted(`手机上列前 ${items.length} 条，文件里是全部。`) : "",
      ));
    tell();
  } catch (error) {
    if (signal.aborted) return;
    body.replaceChildren(trouble(error));
  }
}

function line(run, item, note, tell) {
  if (!note) return compact(run.subject, item);
  const path = `/v1/runs/${run.id}/rows/${item.id}/marks`;
  const queued = backlog().filter((entry) => entry.path === path && entry.body && note.name in entry.body).at(-1);
  const isOn = queued ? queued.body[note.name] : Boolean(item.marks?.[note.name]?.value);
  const box = el("button", {
    type: "button", className: "tickbox", disabled: !session.may("write"), data: { note: note.name }, "aria-label": `${note.title}：${item.name ?? item.address}`, "aria-pressed": String(isOn),
    onclick: async () => {
      const next = box.getAttribute("aria-pressed") !== "true";
      box.setAttribute("aria-pressed", String(next));
      tell();
      await enqueue({
        chain: `runs/${run.id}/${item.id}`, title: `${next ? "打勾" : "去勾"}：${note.title}`, about: `${run.name} · ${item.name ?? item.address}`, link: `runs/${run.id}`,
        method: "PUT", path, body: { [note.name]: next },
      });
    },
  }, icon("check"));
  return compact(run.subject, item, box);
}

const canShare = () => Boolean(navigator.canShare?.({ files: [new File(
  [""], "a.xlsx", { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
)] }));

async function file(run) {
  try {
    return await fetchFile(`/v1/runs/${run.id}.xlsx`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    toast(error.message);
    return null;
  }
}

async function download(run) {
  const made = await file(run);
  if (!made) return;
  const address = URL.createObjectURL(made.content);
  el("a", { href: address, download: made.name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  toast(`已下载「${made.name}」`);
}

/** The phone's own way of passing files on; names in it are masked as on the page. */
async function share(run) {
  const made = await file(run);
  if (!made) return;
  try {
    await navigator.share({ files: [new File([made.content], made.name, { type: made.content.type })], title: run.name });
  } catch (error) {
    if (error.name !== "AbortError") await download(run);
  }
}
