// 存为台账: a name, columns to fill in, whether they carry over, and how often it makes itself.
import { guarded } from "../../shared/dom.js";
import { labelled } from "../kit/form.js";
import { change, post } from "../kit/server.js";
import { button, el, quiet } from "../kit/ui.js";
import { scheduleChoice } from "./schedule.js";

const USUAL = [["issued", "已发放"], ["visited", "已走访"], ["told", "已告知"], ["signed", "已签收"]];
/** Where a visit can be noted: somebody lives or trades there. */
const VISITED = ["people", "houses", "shops"];

/** A choice of columns to fill in, `box` and `notes()`; `subject` decides whether a tick notes a visit. */
export function notesChoice(subject, given = null) {
  const ticks = USUAL.map(([code, title]) => el("input", {
    type: "checkbox", value: code, checked: given ? given.some((note) => note.name === code) : code === "issued", data: { title },
  }));
  const own = el("input", {
    name: "own", maxLength: 32, placeholder: "例如：领取人关系", value: given?.find((note) => note.name === "own")?.title ?? "",
  });
  const sign = el("input", { type: "checkbox", name: "sign", checked: Boolean(given?.some((note) => note.name === "signature")) });
  const carry = el("input", { type: "checkbox", name: "carry", checked: given ? given.some((note) => note.carry) : true });
  const box = el("fieldset", {}, el("legend", { textContent: "要填写的栏目" }), el(
    "div", { className: "checks" }, ticks.map((tick) => el("label", { className: "check" }, tick, ` ${tick.dataset.title}`)),
    el("label", { className: "check" }, sign, " 签名栏（打印后手签）"), el("label", { className: "check" }, carry, " 打过的勾带到下一次")),
  el("label", {}, el("span", { textContent: "另加一个填写栏（可不填）" }), own));
  const notes = () => [
    ...ticks.filter((tick) => tick.checked).map((tick) => {
      const isVisit = tick.value === "visited" && VISITED.includes(subject());
      // A visit is of its day: it is noted anew on each list.
      return { name: tick.value, title: tick.dataset.title, kind: isVisit ? "visit" : "tick", ...(isVisit ? {} : { carry: carry.checked }) };
    }),
    ...(own.value.trim() ? [{ name: "own", title: own.value.trim(), kind: "text", carry: carry.checked }] : []),
    ...(sign.checked ? [{ name: "signature", title: "签名", kind: "text", carry: false }] : []),
  ];
  return { box, notes };
}

/** Puts the form into `place`. `wish`: name, subject, and one of sentence, where, template. */
export function saving(place, wish, session) {
  const notes = notesChoice(() => wish.subject);
  const every = session.hasSchedules ? scheduleChoice() : null;
  const save = async (box) => {
    const seenBy = box.elements.seen.value;
    const body = { name: box.elements.name.value.trim(), seen_by: seenBy };
    if (wish.template) body.template = wish.template;
    else Object.assign(
      body,
      wish.sentence ? { sentence: wish.sentence } : { subject: wish.subject, where: wish.where, ...(wish.columns ? { columns: wish.columns } : {}) },
      { notes: notes.notes() },
    );
    const ledger = await post("/v1/ledgers", body);
    if (every?.value()) await change(`/v1/ledgers/${ledger.id}/schedule`, every.value(), undefined, "PUT");
    location.hash = `#ledgers/${ledger.id}`;
  };
  const box = el("form", { className: "form", id: "saving", onsubmit: (event) => { event.preventDefault(); guarded(() => save(box)); } },
    labelled({ name: "name", title: "台账名称", max: 64, required: true, value: wish.name, wide: true }),
    wish.template ? null : notes.box, labelled({ name: "seen", title: "谁能看到", options: [["area", "本辖区的同事"], ["owner", "只有我"]] }),
    every?.box,
    el(
      "div", { className: "tools end" }, button("不存了", () => place.replaceChildren()),
      el("button", { className: "main", textContent: "保存台账" }),
    ),
    quiet("每个台账都有「备注」栏。保存后可以随时生成当天的名单，看谁新增、谁退出。打勾「已走访」就记下一次走访，每次名单重新打。"));
  place.replaceChildren(el("section", { className: "panel" }, el("h2", { textContent: "存为台账" }), box));
  box.elements.name.focus();
  box.scrollIntoView({ block: "nearest" });
}
