// 存为台账: a name, columns to fill in, and how often it makes itself.
import { call } from "../shared/api.js";
import { el, field, guarded, quiet } from "../shared/dom.js";

const USUAL = [["issued", "已发放"], ["visited", "已走访"], ["told", "已告知"], ["signed", "已签收"]];
export const EVERY = [["", "只在需要时生成"], ["daily", "每天"], ["weekly", "每周"], ["monthly", "每月"], ["quarterly", "每季度"]];

export const scheduleChoice = (value = "") => el("select", { name: "every" },
  EVERY.map(([kind, title]) => el("option", { value: kind, textContent: title, selected: kind === value })));

/** Sets how often a ledger makes itself; nothing where it is to be made on demand. */
export async function schedule(ledger, kind) {
  const path = `/v1/ledgers/${ledger}/schedule`;
  if (kind) await call("PUT", path, { body: { kind }, headers: { "If-Match": "*" } });
  else await call("DELETE", path, { headers: { "If-Match": "*" } });
}

/** Where a visit can be noted: somebody lives or trades there. */
const VISITED = ["people", "houses", "shops"];

/** Puts the form into `place`. `wish`: name, and sentence with its subject, or template. */
export function saving(place, wish, session) {
  const name = el("input", { name: "name", maxLength: 64, required: true, value: wish.name });
  const ticks = USUAL.map(([code, title]) => {
    const box = el("input", { type: "checkbox", value: code, checked: code === "issued", data: { title } });
    return [box, el("label", { className: "check" }, box, ` ${title}`)];
  });
  const own = el("input", { name: "own", maxLength: 32, placeholder: "例如：领取人关系" });
  const every = session.hasSchedules ? scheduleChoice() : null;
  const seen = el("select", { name: "seen" }, el("option", { value: "area", textContent: "本辖区的同事" }), el("option", { value: "owner", textContent: "只有我" }));
  const save = () => guarded(async () => {
    const notes = ticks.filter(([box]) => box.checked).map(([box]) => ({
      name: box.value, title: box.dataset.title, kind: box.value === "visited" && VISITED.includes(wish.subject) ? "visit" : "tick",
    }));
    if (own.value.trim()) notes.push({ name: "own", title: own.value.trim(), kind: "text" });
    const body = { name: name.value.trim(), seen_by: seen.value };
    if (wish.template) Object.assign(body, { template: wish.template }); else Object.assign(body, { sentence: wish.sentence, notes });
    const ledger = await call("POST", "/v1/ledgers", { body });
    if (every?.value) await schedule(ledger.id, every.value);
    location.hash = `#ledgers/${ledger.id}`;
  });
  const form = el("form", { className: "card", id: "saving", onsubmit: (event) => { event.preventDefault(); save(); } },
    el("h2", { textContent: "存为台账" }), field("名称", name, true),
    wish.template ? null : el("fieldset", {}, el("legend", { textContent: "打勾的栏目" }), ticks.map(([, label]) => label)),
    wish.template ? null : field("另加一个填写栏（可不填）", own), field("谁能看到", seen), every ? field("自动生成", every) : null,
    el("button", { textContent: "保存" }), el("button", { type: "button", textContent: "不存了", onclick: () => place.replaceChildren() }),
    quiet("每个台账都有「备注」栏。保存后可以随时生成当天的名单，看谁新增、谁退出；打过的勾会带到下一次。打勾「已走访」就记下一次走访，每次名单重新打。"));
  place.replaceChildren(form);
  name.focus();
  form.scrollIntoView({ block: "nearest" });
}
