// The form by which an office asks committees for data.
import { Refusal, call } from "../shared/api.js";
import { button, count, el, field, guarded, quiet } from "../shared/dom.js";
import { misread } from "../shared/problem.js";
import { overlaps } from "./requests.js";

const day = (days) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });

export async function asking(place) {
  const committees = await call("GET", "/v1/areas", { query: { level: "committee", limit: 500 } });
  const sentence = el("textarea", { rows: 2, maxLength: 400, required: true, placeholder: "例如：80岁以上独居老人", name: "what" });
  const [title, purpose] = [el("input", { maxLength: 64, required: true, name: "title" }), el("input", { maxLength: 500, required: true, name: "purpose", placeholder: "例如：核对高龄津贴" })];
  const basis = el("input", { maxLength: 500, required: true, name: "basis", placeholder: "哪条法规、文件或任务" });
  const due = el("input", { type: "date", required: true, value: day(7), min: day(0) });
  const until = el("input", { type: "date", required: true, value: day(90), min: day(0) });
  const despite = el("input", { maxLength: 500, name: "despite", placeholder: "例如：要按最新名单发放" });
  const why = field("这些数据要过，为何再要", despite, true);
  why.hidden = true;
  const who = committees.items.map((area) => el("input", { type: "checkbox", value: area.code, checked: true, data: { name: area.name } }));
  const shown = el("div", { role: "status" });
  const body = () => {
    const areas = who.filter((box) => box.checked).map((box) => box.value);
    return { sentence: sentence.value.trim(), areas };
  };
  async function preview(text) {
    if (text !== undefined) sentence.value = text;
    try {
      const plan = await call("POST", "/v1/data_requests/preview", { body: body() });
      why.hidden = !plan.needs_despite;
      if (!title.value) title.value = sentence.value.trim().slice(0, 64);
      shown.replaceChildren(el("div", { className: "card understood" }, el("h2", { textContent: "如何理解" }), el("p", { className: "meaning", textContent: plan.explanation }),
        quiet(`栏目：${plan.columns.map((column) => column.title).join("、")}`),
        el("p", { className: "total", textContent: `共 ${count(plan.total)} 条` }),
        el("ul", { className: "groups" }, plan.committees.map((item) => el("li", {}, `${item.name} `, el("b", { textContent: count(item.rows) }))))), ...[overlaps(plan.overlaps)].filter(Boolean));
      return true;
    } catch (error) {
      shown.replaceChildren();
      if (!(error instanceof Refusal) || error.code !== "ask_unrecognised") throw error;
      shown.replaceChildren(quiet(error.message), misread(sentence.value.trim(), error.errors, (next) => guarded(() => preview(next))));
      return false;
    }
  }
  async function send() {
    const wish = { ...body(), title: title.value.trim(), purpose: purpose.value.trim(), basis: basis.value.trim(), due: due.value, keep_until: until.value };
    if (despite.value.trim()) wish.despite = despite.value.trim();
    try {
      location.hash = `#requests/${(await call("POST", "/v1/data_requests", { body: wish })).id}`;
    } catch (error) {
      if (error instanceof Refusal && error.code === "same_data") {
        await preview();
        why.hidden = false;
        despite.focus();
      }
      throw error;
    }
  }
  const all = el("input", { type: "checkbox", checked: true, onchange: () => { for (const box of who) box.checked = all.checked; } });
  place.replaceChildren(el("form", { className: "card", onsubmit: (event) => { event.preventDefault(); guarded(send); } },
    field("要什么数据", sentence, true), button("预览", () => preview(), { id: "preview" }), shown, field("名称", title), field("用途", purpose), field("依据", basis),
    field("答复期限", due), field("数据保存到", until), why,
    el("details", { className: "wide" }, el("summary", { textContent: `向哪些居委会要（${committees.items.length} 个）` }), el("label", { className: "check" }, all, " 全选"),
      el("div", { className: "checks" }, who.map((box) => el("label", { className: "check" }, box, ` ${box.dataset.name}`)))),
    el("button", { textContent: "提出要数" }), el("button", { type: "button", textContent: "取消", onclick: () => place.replaceChildren() })));
  sentence.focus();
}
