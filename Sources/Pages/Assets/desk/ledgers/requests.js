// 要数: what offices ask committees for; a committee answers or objects, and copies nothing by hand.
import { call, change, get, post } from "../kit/server.js";
import { button, count, el, empty, facts, heading, link, moment, panel } from "../kit/ui.js";
import { asking } from "./asking.js";
import { file } from "./files.js";

const STATES = { asked: "未读", seen: "已读", answered: "已提供", objected: "有异议" };

export async function requestsView(place, session) {
  const mayAnswer = session.may("answer_data");
  const form = el("div");
  const waiting = mayAnswer ? await get("/v1/data_requests", { waiting: true, limit: 100 }) : { total: 0, items: [] };
  const all = await get("/v1/data_requests", { limit: 100 });
  const known = new Set(waiting.items.map((item) => item.id));
  const rest = all.items.filter((item) => !known.has(item.id));
  const list = (items) => el("ul", { className: "cards" }, items.map(card));
  place.replaceChildren(
    heading("要数", {
      about: "部门要居委会的数据，用一句话说清楚；居委会同意后由系统给出，不用再抄表。",
      tools: session.may("ask_data") ? [button("向居委会要数", () => asking(form), { main: true, id: "askdata", key: "n" })] : [],
    }),
    form,
    mayAnswer ? panel(`待答复（${count(waiting.total)}）`, waiting.total ? list(waiting.items) : empty("没有等您答复的")) : "",
    panel(mayAnswer ? "其他" : "全部", rest.length ? list(rest) : empty("没有", "还没有人要过数。")));
  session.count().catch(() => null);
}

function card(item) {
  const states = item.committees.map((committee) => committee.state);
  const said = states.filter((state) => state === "answered" || state === "objected").length;
  const words = item.committees.length === 1 ? STATES[states[0]] : `${said} / ${states.length} 个居委会已答复`;
  return el("li", {}, el("a", { href: `#requests/${item.id}` },
    el("b", { textContent: item.title }), el("span", { textContent: `${item.unit}：${item.explanation}` }),
    el("small", {
      className: item.late ? "late" : "",
      textContent: `${item.state === "closed" ? "已结束，" : ""}${words}，期限 ${item.due}${item.late ? "（已过期）" : ""}`,
    })));
}

export async function requestView(place, session, id) {
  const [path, mayAnswer] = [`/v1/data_requests/${id}`, session.may("answer_data")];
  let item = await get(path);
  for (const committee of mayAnswer ? item.committees.filter((each) => each.state === "asked") : []) {
    item = await post(`${path}/answers`, { action: "see", committee: committee.code });
  }
  const again = (answer) => { item = answer; draw(); session.count().catch(() => null); };
  const say = (body) => async () => again(await change(`${path}/answers`, body, item.version, "POST"));
  function draw() {
    const isOpen = item.state === "open";
    const end = isOpen && session.may("ask_data") ? [button("结束这次要数", async () => again(await call(
      "POST", `${path}/close`, { headers: { "If-Match": `"${item.version}"` } },
    )))] : [];
    place.replaceChildren(heading(item.title, { back: ["#requests", "要数"], tools: end }),
      panel("", facts([
        ["谁要", `${item.unit}（${item.caller}，${moment(item.made_at)}）`], ["要什么", item.explanation],
        ["哪些栏目", item.columns.map((column) => column.title).join("、")], ["做什么用", item.purpose], ["依据", item.basis],
        ["答复期限", el("span", { className: item.late ? "late" : "", textContent: item.due })], ["数据保存到", item.keep_until],
        ["为何再要", item.despite],
        ["结束", item.closed_at ? `${item.closed_by}，${moment(item.closed_at)}` : null],
      ]), overlaps(item.overlaps ?? [])),
      panel("各居委会", el("ul", { className: "committees plain" }, item.committees.map((committee) => line(committee, isOpen && mayAnswer, say)))));
  }
  draw();
}

/** What one committee has said, and what it may say. */
function line(committee, mayAnswer, say) {
  const status = el("div", { role: "status" });
  const reason = el("input", { maxLength: 500, placeholder: "例如：上月已经报过" });
  const isWaiting = committee.state === "asked" || committee.state === "seen";
  const by = `（${committee.decided_by}，${moment(committee.decided_at)}）`;
  const unmade = { making: "正在生成", expired: "已过保存期限，数据已删除" }[committee.run_state] ?? "生成没有成功";
  const words = {
    answered: committee.run_state === "done" ? `已提供 ${count(committee.rows)} 条${by}` : unmade, objected: `有异议：${committee.reason}${by}`,
  }[committee.state] ?? `${STATES[committee.state]}${committee.rows_now === null ? "" : `，现有 ${count(committee.rows_now)} 条符合`}`;
  return el("li", {}, el("b", { textContent: committee.name }), " ", el("span", { className: "quiet", textContent: words }),
    committee.run_state === "done" ? el("div", { className: "tools" },
      link("看名单", `#runs/${committee.run_id}`, { className: "button" }),
      button("下载 Excel", async () => file(await get(`/v1/runs/${committee.run_id}`), status))) : null,
    mayAnswer && committee.state !== "answered" ? el("div", { className: "tools" },
      button(
        `同意提供（${count(committee.rows_now)} 条）`, say({ action: "answer", committee: committee.code }), { main: true, className: "answer" },
      ),
      isWaiting ? el(
        "details", {}, el("summary", { textContent: "不能提供" }), el("label", {}, el("span", { textContent: "理由，至少 4 个字" }), reason),
        button("提出异议", () => say({
          action: "object", committee: committee.code, reason: reason.value.trim() || null,
        })())) : null) : null, status);
}

/** 重复填报: who has asked for the same, and where the answers are. */
export function overlaps(items) {
  if (!items.length) return null;
  return el("div", { className: "notice warn overlaps" }, el(
    "h2", { textContent: "以前要过类似的数据" },
  ), el("ul", { className: "plain" }, items.map((item) => el("li", {},
    el("span", { textContent: item.detail }),
    el(
      "span", { className: "chips" },
      item.answers.slice(0, 12).map((answer) => link(
        `${answer.committee ?? "全部"} ${answer.as_of}：${count(answer.total)} 条`, `#runs/${answer.run_id}`, { className: "button" },
      )),
    )))));
}
