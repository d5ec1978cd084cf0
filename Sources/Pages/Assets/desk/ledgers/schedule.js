// 自动生成: how often a ledger makes itself, and at what day and time.
import { labelled } from "../kit/form.js";
import { all, change } from "../kit/server.js";
import { button, el, moment, pill, quiet, toast } from "../kit/ui.js";

const EVERY = [["", "只在需要时生成"], ["daily", "每天"], ["weekly", "每周"], ["monthly", "每月"], ["quarterly", "每季度"]];
const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"].map((day, index) => [String(index + 1), `星期${day}`]);
const DAYS = Array.from({ length: 28 }, (_, index) => [String(index + 1), `${index + 1} 日`]);

/** Fields that say how often; `value()` is what the server takes, null where it is made on demand. */
export function scheduleChoice(held = null) {
  const isKnown = !held || EVERY.some(([kind]) => kind === held.kind);
  const every = [labelled({
    name: "every", title: "自动生成", value: held?.kind ?? "", options: isKnown ? EVERY : [...EVERY, [held.kind, held.explanation ?? "另行设定"]],
  })][0];
  const weekday = labelled({ name: "weekday", title: "星期", value: String(held?.weekday ?? 1), options: WEEKDAYS });
  const day = labelled({ name: "day", title: "哪一天", value: String(held?.day ?? 1), options: DAYS });
  const month = labelled({
    name: "month", title: "季度的第几个月", value: String(held?.month ?? 1), options: [["1", "第一个月"], ["2", "第二个月"], ["3", "第三个月"]],
  });
  const time = labelled({ name: "time", title: "时间", kind: "time", value: held?.time ?? "08:00" });
  const choice = every.querySelector("select");
  const show = () => {
    weekday.hidden = choice.value !== "weekly";
    day.hidden = !["monthly", "quarterly"].includes(choice.value);
    month.hidden = choice.value !== "quarterly";
    time.hidden = choice.value === "" || (held !== null && !isKnown && choice.value === held.kind);
  };
  choice.addEventListener("change", show);
  show();
  const text = (box) => box.querySelector("select, input").value;
  const value = () => {
    const kind = choice.value;
    if (!kind) return null;
    return {
      kind, time: text(time) || "08:00", ...(kind === "weekly" ? { weekday: Number(text(weekday)) } : {}),
      ...(["monthly", "quarterly"].includes(kind) ? { day: Number(text(day)) } : {}),
      ...(kind === "quarterly" ? { month: Number(text(month)) } : {}),
    };
  };
  return { box: [every, month, weekday, day, time], value, isAsHeld: () => !isKnown && choice.value === held.kind };
}

export const told = (held) => `${held.explanation ?? ""}；${held.problem_detail ? `已停止：${held.problem_detail}` : `下次 ${moment(held.next_due_at)}`}`;

/** How often a ledger makes itself, to be changed in place. */
export async function scheduleBox(id) {
  const path = `/v1/ledgers/${id}/schedule`;
  // Asked of the list: a ledger without a schedule is no error.
  const read = async () => (await all("/v1/schedules")).find((held) => held.ledger_id === Number(id)) ?? null;
  const box = el("div", { className: "form line" });
  function draw(held) {
    const choice = scheduleChoice(held);
    box.replaceChildren(...choice.box, button("设定", async () => {
      const wanted = choice.value();
      if (choice.isAsHeld() || (!wanted && !held)) return;
      if (wanted) await change(path, wanted, undefined, "PUT"); else await change(path, undefined, undefined, "DELETE");
      draw(await read());
      toast(wanted ? "已设定自动生成。" : "不再自动生成。");
    }), held ? pill(told(held), held.problem_detail ? "bad" : "good") : quiet("现在不自动生成。"));
  }
  draw(await read());
  return box;
}
