// A ledger put together by taps, or changed: what it asks, its columns, what is filled in, and when it makes itself.
import { guarded } from "../../shared/dom.js";
import { written } from "../kit/filter.js";
import { labelled } from "../kit/form.js";
import { Refusal, change, get, post } from "../kit/server.js";
import { button, count, dialog, el, heading, panel, quiet, toast } from "../kit/ui.js";
import { builder } from "../search/builder.js";
import { ASKABLE, COLUMNS } from "../search/fields.js";
import { SUBJECTS } from "../words.js";
import { notesChoice } from "./saving.js";
import { scheduleChoice } from "./schedule.js";

const SORTS = [
  ["", "按地址"], ["age.desc,name", "年龄大的在前"], ["birth_date,name", "生日早的在前"], ["name", "按姓名"], ["due", "先到期的在前"],
  ["licence_until", "许可先到期的在前"], ["due_at", "期限近的在前"],
];
const sortsOf = (subject) => SORTS.filter(([sort]) => !sort || sort.split(",").every((part) => COLUMNS[subject].some(([name]) => name === part.split(".")[0])));

export async function editingView(place, session, id, params) {
  const held = id === "new" ? null : await get(`/v1/ledgers/${id.slice("edit-".length)}`);
  let [subject, json] = [held?.subject ?? params?.get("subject") ?? "people", held?.where_json ?? {}];
  const found = el("p", { className: "total", role: "status" });
  const [taps, columns] = [el("div"), el("fieldset")];
  const notes = notesChoice(() => subject, held?.notes ?? null);
  const schedule = held || !session.hasSchedules ? null : scheduleChoice();
  let [turn, timer] = [0, 0];

  const recount = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = ++turn;
      const where = written(json);
      try {
        const [list, told] = await Promise.all([get(`/v1/${subject}`, { where, limit: 1, select: "id" }), get(`/v1/${subject}/explain`, { where })]);
        if (mine === turn) found.textContent = `${where ? told.explanation : `全部${SUBJECTS[subject]}`}：现在有 ${count(list.total)} 条`;
      } catch (error) {
        if (mine === turn && error instanceof Refusal) found.textContent = error.message;
      }
    }, 250);
  };
  async function draw() {
    const made = await builder({ subject, json, changed: (now) => { json = now; recount(); } });
    taps.replaceChildren(made.box);
    const chosen = held && held.subject === subject ? held.columns.map((column) => column.name) : COLUMNS[subject].filter(([, , isUsual]) => isUsual).map(([name]) => name);
    const known = COLUMNS[subject].filter(([name]) => !chosen.includes(name));
    const titleOf = (name) => COLUMNS[subject].find(([each]) => each === name)?.[1] ?? held?.columns.find((column) => column.name === name)?.title ?? name;
    // Ticked columns stand in the order in which they were ticked.
    const box = (name, isOn) => el(
      "label", { className: "check" },
      el("input", {
        type: "checkbox", value: name, checked: isOn,
        onchange: (event) => { if (event.target.checked) columns.querySelector(".checks").append(event.target.closest("label")); },
      }),
      ` ${titleOf(name)}`,
    );
    columns.replaceChildren(
      el("legend", { textContent: "栏目（按打勾的先后排）" }),
      el("div", { className: "checks" }, chosen.map((name) => box(name, true)), known.map(([name]) => box(name, false))),
    );
    form.elements.sort?.replaceChildren(...sortsOf(subject).map(([value, title]) => el("option", {
      value, textContent: title, selected: value === (held?.sort ?? ""),
    })));
    recount();
  }
  const chosenColumns = () => [...columns.querySelectorAll("input:checked")].map((box) => box.value);

  async function save() {
    const body = {
      name: form.elements.name.value.trim(), subject, where: written(json), columns: chosenColumns(), notes: notes.notes(),
      sort: form.elements.sort.value || null,
      group_by: form.elements.group.checked ? ["committee"] : [], seen_by: form.elements.seen.value, about: form.elements.about.value.trim() || null,
    };
    if (held) return replace(body);
    const made = await post("/v1/ledgers", body);
    if (schedule?.value()) await change(`/v1/ledgers/${made.id}/schedule`, schedule.value(), undefined, "PUT");
    toast("已存为台账。");
    location.hash = `#ledgers/${made.id}`;
  }
  async function replace({ subject: _, ...body }) {
    try {
      await change(`/v1/ledgers/${held.id}`, body, held.version);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 412) throw error;
      const theirs = await get(`/v1/ledgers/${held.id}`);
      const mine = await dialog("别人刚改过这个台账", (close) => [el(
        "p", { textContent: `现在的条件是：${theirs.explanation || "全部"}；名称：${theirs.name}。` },
      ),
        el("div", { className: "tools end" }, button("用别人的", () => close(false)), button("用我的", () => close(true), { main: true }))]);
      if (mine === undefined) return;
      if (mine) await change(`/v1/ledgers/${held.id}`, body, theirs.version);
    }
    location.hash = `#ledgers/${held.id}`;
  }
  const form = el("form", { className: "form", id: "saving", onsubmit: (event) => { event.preventDefault(); guarded(save); } },
    labelled({ name: "name", title: "台账名称", required: true, max: 64, value: held?.name, wide: true }), columns, notes.box,
    labelled({ name: "sort", title: "排序", options: [["", "按地址"]] }),
    labelled({ name: "seen", title: "谁能看到", options: [["area", "本辖区的同事"], ["owner", "只有我"]], value: held?.seen_by }),
    labelled({ name: "group", title: "按居委会分组", kind: "check", value: (held?.group_by ?? []).includes("committee") }), schedule?.box ?? null,
    labelled({ name: "about", title: "说明（可不填）", max: 500, value: held?.about, wide: true }),
    el(
      "div", { className: "tools end" }, button("取消", () => history.back()),
      el("button", { className: "main", textContent: held ? "保存修改" : "保存台账" }),
    ));
  const choice = held ? quiet(`对象：${SUBJECTS[subject]}`) : el("div", {
    className: "chips", role: "group", "aria-label": "对象",
  }, ASKABLE.filter((each) => each !== "work_orders" || session.may("handle_orders")).map((each) =>
    button(SUBJECTS[each], async (event) => {
      for (const box of event.target.parentElement.children) box.setAttribute("aria-pressed", String(box === event.target));
      [subject, json] = [each, {}];
      await draw();
    }, { "aria-pressed": String(each === subject) })));
  place.replaceChildren(heading(held ? `修改「${held.name}」` : "新建台账", {
    back: held ? [`#ledgers/${held.id}`, held.name] : ["#ledgers", "台账"],
    about: held ? "修改从下一次生成起生效，已生成的名单不变。" : "点选条件；不确定有哪些条件时，也可以先「问一句」再存。",
  }),
    panel("要哪些", choice, taps, found), panel("成什么样", form));
  await draw();
}
