// The form by which an office asks committees for data.
import { guarded } from "../../shared/dom.js";
import { misread } from "../../shared/problem.js";
import { labelled } from "../kit/form.js";
import { Refusal, all, inquire, post } from "../kit/server.js";
import { button, count, el, panel, quiet } from "../kit/ui.js";
import { overlaps } from "./requests.js";

const day = (days) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });

export async function asking(place) {
  const committees = await all("/v1/areas", { level: "committee" });
  const who = committees.map((area) => el("input", { type: "checkbox", value: area.code, checked: true, data: { name: area.name } }));
  const every = el("input", { type: "checkbox", checked: true, onchange: () => { for (const box of who) box.checked = every.checked; } });
  const shown = el("div", { className: "wide", role: "status" });
  const why = labelled({ name: "despite", title: "这些数据要过，为何再要", max: 500, wide: true, placeholder: "例如：要按最新名单发放" });
  why.hidden = true;
  const form = el("form", { className: "form", onsubmit: (event) => { event.preventDefault(); guarded(send); } },
    labelled({ name: "what", title: "要什么数据", kind: "long", rows: 2, max: 400, required: true, placeholder: "例如：80岁以上独居老人" }),
    el("div", { className: "tools wide" }, button("预览", () => preview(), { id: "preview" })), shown,
    labelled({ name: "title", title: "名称", max: 64, required: true }),
    labelled({ name: "purpose", title: "用途", max: 500, required: true, placeholder: "例如：核对高龄津贴" }),
    labelled({ name: "basis", title: "依据", max: 500, required: true, placeholder: "哪条法规、文件或任务" }),
    labelled({ name: "due", title: "答复期限", kind: "date", value: day(7), required: true }),
    labelled({ name: "until", title: "数据保存到", kind: "date", value: day(90), required: true }), why,
    el(
      "details", { className: "wide" }, el("summary", { textContent: `向哪些居委会要（${committees.length} 个）` }),
      el("label", { className: "check" }, every, " 全选"),
      el("div", { className: "checks" }, who.map((box) => el("label", { className: "check" }, box, ` ${box.dataset.name}`)))),
    el(
      "div", { className: "tools end" }, button("取消", () => place.replaceChildren()), el("button", { className: "main", textContent: "提出要数" }),
    ));
  const text = (name) => form.elements[name].value.trim();
  const body = () => ({ sentence: text("what"), areas: who.filter((box) => box.checked).map((box) => box.value) });

  async function preview(sentence) {
    if (sentence !== undefined) form.elements.what.value = sentence;
    try {
      const plan = await inquire("/v1/data_requests/preview", body());
      why.hidden = !plan.needs_despite;
      if (!text("title")) form.elements.title.value = text("what").slice(0, 64);
      shown.replaceChildren(el(
        "div", { className: "notice understood" }, el("h2", { textContent: "如何理解" }),
        el("p", { className: "meaning", textContent: plan.explanation }),
        quiet(`栏目：${plan.columns.map((column) => column.title).join("、")}`),
        el("p", { className: "total", textContent: `共 ${count(plan.total)} 条` }),
        el(
          "ul", { className: "groups" }, plan.committees.map((item) => el("li", {}, `${item.name} `, el("b", { textContent: count(item.rows) }))),
        )), ...[overlaps(plan.overlaps)].filter(Boolean));
    } catch (error) {
      shown.replaceChildren();
      if (!(error instanceof Refusal) || error.code !== "ask_unrecognised") throw error;
      shown.replaceChildren(quiet(error.message), misread(text("what"), error.errors, (next) => guarded(() => preview(next))));
    }
  }
  async function send() {
    const wish = { ...body(), title: text("title"), purpose: text("purpose"), basis: text("basis"), due: text("due"), keep_until: text("until") };
    if (text("despite")) wish.despite = text("despite");
    try {
      location.hash = `#requests/${(await post("/v1/data_requests", wish)).id}`;
    } catch (error) {
      if (error instanceof Refusal && error.code === "same_data") {
        await preview();
        why.hidden = false;
        form.elements.despite.focus();
      }
      throw error;
    }
  }
  place.replaceChildren(panel({ title: "向居委会要数", className: "asking" }, form));
  form.elements.what.focus();
}
