// What can be done with an order, each with what it asks for.
import { form } from "../kit/form.js";
import { Refusal, all, call, get } from "../kit/server.js";
import { button, confirmed, dialog, el, quiet, toast } from "../kit/ui.js";
import { ORDER_ACTIONS, OUTCOMES, RATINGS } from "../words.js";

let units = null;
/** The names of the units that orders can be given to; read once. */
export async function unitNames() {
  units ??= all("/v1/units", { limit: null }).then((items) => items.map((unit) => unit.name)).catch((error) => { units = null; throw error; });
  return units;
}

const why = (title, required = true) => ({ name: "reason", title, kind: "long", required, placeholder: "写给后面办理的人看" });
const unit = { name: "unit", title: "单位", required: true, unit: true };
/** The fields of each action; one that is not here takes a note only. */
const FIELDS = {
  dispatch: [unit], reassign: [unit, why("为什么改派", false)], return: [why("退单理由（一张工单只能退一次）")], reject: [why("不予受理的理由")],
  extend: [why("延期理由")], suspend: [why("挂起理由")],
  rule: [{ name: "ruling", title: "裁定", options: [["upheld", "同意"], ["overruled", "不同意"]], required: true }, why("理由", false)],
  assist: [
    { name: "units", title: "请谁协办（单位，用顿号隔开）", unit: true }, { name: "workers", title: "或哪些社工（用户名，用顿号隔开）" },
    why("为什么", false),
  ],
  resolve: [
    { name: "outcome", title: "结果", options: Object.entries(OUTCOMES), required: true },
    { name: "result", title: "怎样办理的", kind: "long", rows: 4, max: 4000, required: true },
  ],
  verify: [
    {
      name: "satisfaction", title: "满意度", options: [...RATINGS.map(([value, title]) => [String(value), title]), ["unrated", "没有评价"]],
      required: true,
    },
    { name: "solved", title: "问题已解决", kind: "check", value: true },
  ],
  reopen: [why("为什么重开", false)], supervise: [why("督办要求", false)], unmerge: [why("为什么拆开", false)],
  merge: [{ name: "number", title: "并入哪一张（工单编号）", required: true, placeholder: "例如 20261122-000001" }, why("理由", false)],
  note: [{ name: "note", title: "备注", kind: "long", required: true }],
};
const names = (text) => text.split(/[、，,\s]+/).filter(Boolean);

async function body(action, given) {
  const { units: helpers, workers, number, satisfaction, ...rest } = given;
  const wish = { action, ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== "" && value !== null)) };
  if (action === "assist") Object.assign(wish, helpers ? { units: names(helpers) } : {}, workers ? { workers: names(workers) } : {});
  if (satisfaction) wish.satisfaction = satisfaction === "unrated" ? satisfaction : Number(satisfaction);
  if (satisfaction === "unrated") delete wish.solved;
  if (action === "merge") {
    const { items } = await get("/v1/work_orders", { where: `number = "${number.replace(/"/g, "")}"`, select: "id", limit: 1 });
    if (!items.length) throw new Refusal(0, { detail: `没有编号是「${number}」的工单，或者您看不到它。` });
    wish.into = items[0].id;
  }
  return wish;
}

/** Does it; where somebody was faster, what has become of the order is asked about first. */
export async function act(order, wish) {
  const path = `/v1/work_orders/${order.id}/actions`;
  try {
    return await call("POST", path, { body: wish, headers: { "If-Match": `"${order.version}"` } });
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 412) throw error;
    const now = await get(`/v1/work_orders/${order.id}`);
    if (!now.actions.includes(wish.action)) throw new Refusal(
      0, { detail: `别人刚处理过这张工单，现在不能再${ORDER_ACTIONS[wish.action]}。请看最新的办理记录。` },
    );
    if (!await confirmed(
      "工单刚有变化",
      `别人刚处理过这张工单（${now.timeline.at(-1)?.by ?? ""}：${ORDER_ACTIONS[now.timeline.at(-1)?.action] ?? ""}）。仍要${ORDER_ACTIONS[wish.action]}吗？`,
      "仍要",
    )) return null;
    return call("POST", path, { body: wish, headers: { "If-Match": `"${now.version}"` } });
  }
}

/** Asks for what the action needs, and does it; `done(order)` gets the order as it is then. */
export async function askAndAct(order, action, done) {
  const own = FIELDS[action] ?? [];
  const fields = [
    ...own,
    ...(action === "note" || own.some((field) => field.name === "reason") ? [] : [{ name: "note", title: "说明（可不填）", kind: "long", rows: 2 }]),
  ];
  const choices = fields.some((field) => field.unit) ? await unitNames() : [];
  await dialog(`${ORDER_ACTIONS[action]}：${order.title}`, (close) => [
    action === "rule" && order.extension_requested_at ? quiet("等裁定的是延期申请。") : null,
    form(fields.map((field) => (field.unit ? { ...field, choices } : field)), {
      submit: ORDER_ACTIONS[action], cancel: () => close(), run: async (given) => {
        const now = await act(order, await body(action, given));
        close();
        if (!now) return;
        toast(`已${ORDER_ACTIONS[action]}。`);
        await done(now);
      },
    }),
  ]);
}

const FIRST = ["dispatch", "accept", "rule", "contact", "resolve", "verify", "close"];
const KEYS = { dispatch: "d", accept: "a", contact: "t", note: "b", return: "u", rule: "r", reassign: "w", resolve: "v", verify: "f", close: "z" };

/** A button for each action that the caller has, the next step in front. */
export function actionButtons(order, done) {
  const actions = [...order.actions].sort((a, b) => (FIRST.indexOf(a) + 1 || 99) - (FIRST.indexOf(b) + 1 || 99));
  if (!actions.length) return [quiet("您现在不能对它做什么。")];
  const next = actions.find((action) => FIRST.includes(action));
  return actions.map((action) => button(ORDER_ACTIONS[action], () => askAndAct(order, action, done), {
    main: action === next, key: KEYS[action], className: action === "reject" ? "danger" : "", value: action,
  }));
}

/** Buttons by which one of the candidates gets the order: the likeliest first, each with why. */
export function candidateCards(order, candidates, done) {
  return el("ol", { className: "candidates" }, candidates.map((candidate, index) => el("li", {},
    button(`派给${candidate.unit}`, async () => {
      const now = await act(order, { action: "dispatch", ...(candidate.duty ? { duty: candidate.duty } : {}), unit: candidate.unit });
      if (!now) return;
      toast(`已派给${candidate.unit}。`);
      await done(now);
    }, { main: index === 0, key: String(index + 1) }),
    el("b", { className: "confidence", textContent: candidate.confidence === null ? "" : `把握 ${Math.round(candidate.confidence * 100)}%` }),
    el("ul", {}, candidate.reasons.map((reason) => el("li", { textContent: reason }))))));
}
