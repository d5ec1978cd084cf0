// One ledger: what it asks, how often it makes itself, the lists that were made, and changing it.
import { change, get, post } from "../kit/server.js";
import { button, confirmed, count, el, empty, facts, heading, link, moment, panel, toast } from "../kit/ui.js";
import { SUBJECTS } from "../words.js";
import { whenMade } from "./files.js";
import { runLine } from "./ledgers.js";
import { scheduleBox } from "./schedule.js";

const STATES = { making: "正在生成", cancelled: "已取消", failed: "没有成功", expired: "已过保存期限，数据已删除" };
const kindOf = (note) => ({ tick: "打勾", text: "填写", visit: "打勾并记走访" })[note.kind] ?? "";

export async function ledgerView(place, session, id) {
  const [ledger, runs] = await Promise.all([get(`/v1/ledgers/${id}`), get(`/v1/ledgers/${id}/runs`, { limit: 50 })]);
  const status = el("div", { role: "status" });
  const mayWrite = session.may("write") && !ledger.retired_at;
  const make = button("生成今天的名单", async () => {
    const run = await whenMade(await post(`/v1/ledgers/${id}/runs`), status);
    if (run) location.hash = `#runs/${run.id}`;
  }, { main: true, id: "make", key: "m" });
  const retire = button("停用", async () => {
    if (!await confirmed("停用台账", `停用「${ledger.name}」？已生成的名单仍可查看。`, "停用")) return;
    await change(`/v1/ledgers/${id}`, undefined, ledger.version, "DELETE");
    toast("已停用。");
    location.hash = "#ledgers";
  }, { className: "danger" });
  const list = el("ul", { className: "cards" }, runs.items.map((run) => runLine(run, STATES)));
  place.replaceChildren(
    heading(ledger.name, {
      back: ["#ledgers", "台账"], about: ledger.explanation || "全部",
      tools: mayWrite ? [make, link("修改", `#ledgers/edit-${id}`, { className: "button", data: { key: "e" } }), retire] : [],
    }),
    status,
    ledger.question_error ? el("p", {
      className: "notice warn", textContent: `条件已失效：${ledger.question_error.detail}${ledger.question_error.remedy}已生成的名单仍可查看。`,
    }) : "",
    el("div", { className: "pair" },
      panel(
        { title: `生成过的名单（${count(runs.total)}）` },
        runs.total ? list : empty("还没有生成过", mayWrite ? "按「生成今天的名单」，或设定自动生成。" : ""),
      ),
      el("div", {},
        panel("这个台账", facts([
          ["对象", SUBJECTS[ledger.subject]], ["原话", ledger.sentence], ["说明", ledger.about],
          ["栏目", ledger.columns.map((column) => column.title).join("、")],
          ["填写", ledger.notes.map((note) => `${note.title}（${kindOf(note)}${note.carry ? "，带到下一次" : ""}）`).join("、")],
          ["分组", (ledger.group_by ?? []).length ? "按居委会等分组" : null],
          ["谁能看到", ledger.seen_by === "owner" ? "只有建立人" : "本辖区的同事"], ["建立", `${ledger.owner}，${moment(ledger.made_at)}`],
          ["停用", ledger.retired_at ? moment(ledger.retired_at) : null],
        ]), el("details", {}, el("summary", { textContent: "条件写法" }), el("code", { textContent: ledger.where || "（全部）" }))),
        session.hasSchedules && mayWrite ? panel("自动生成", await scheduleBox(id)) : "")));
}
