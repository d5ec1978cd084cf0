// One condition in taps: a field or a tag, how it is compared, and with what. As JSON of the filter language and back.
import { el } from "../kit/ui.js";
import { OPERATORS, PERIODS, SPANS, fieldsOf } from "./fields.js";

const choice = (title, options, value) => el(
  "select", { "aria-label": title }, options.map(([code, text]) => el("option", { value: code, textContent: text, selected: code === value })),
);
const box = (title, properties) => el("input", { "aria-label": title, ...properties });

/** The state of a row for a condition; null where taps cannot say it. */
export function rowOf(subject, part) {
  if (part.tag !== undefined) return { field: "tag", op: "has", value: part.tag };
  const inner = part.not;
  if (inner?.tag !== undefined) return { field: "tag", op: "not", value: inner.tag };
  const test = inner ?? part;
  const field = fieldsOf(subject).find((each) => each.name === test.field);
  if (!field) return null;
  const base = { field: field.name, arg: test.arg };
  const span = (text) => /^today([+-])(\d+)([dwmy])$/.exec(String(text ?? ""));
  if (["day", "turns"].includes(field.type)) {
    if (inner) return inner.op === ">=" && span(inner.value)?.[1] === "-" ? {
      ...base, op: "stale", amount: span(inner.value)[2], unit: span(inner.value)[3],
    } : null;
    if (typeof test.in === "string") return PERIODS.some(([code]) => code === test.in) ? { ...base, op: "period", value: test.in } : null;
    if (test.in && !Array.isArray(test.in)) {
      if (test.in.from === "today" && span(test.in.to)?.[1] === "+") return {
        ...base, op: "next", amount: span(test.in.to)[2], unit: span(test.in.to)[3],
      };
      if (test.in.to === "today" && span(test.in.from)?.[1] === "-") return {
        ...base, op: "past", amount: span(test.in.from)[2], unit: span(test.in.from)[3],
      };
      const isDay = (text) => text === undefined || /^\d{4}-\d\d-\d\d$/.test(text);
      return isDay(test.in.from) && isDay(test.in.to) ? { ...base, op: "between", from: test.in.from, to: test.in.to } : null;
    }
    if (test.op === ">=" && span(test.value)?.[1] === "-") return { ...base, op: "past", amount: span(test.value)[2], unit: span(test.value)[3] };
    return null;
  }
  if (field.type === "number") {
    if (inner) return null;
    if (test.in && !Array.isArray(test.in) && typeof test.in === "object") return { ...base, op: "between", from: test.in.from, to: test.in.to };
    return OPERATORS.number.some(([code]) => code === test.op) ? { ...base, op: test.op, value: test.value } : null;
  }
  if (field.type === "flag") return !inner && test.op === "=" ? { ...base, op: String(test.value), value: "" } : null;
  if (["word", "area"].includes(field.type)) {
    const values = Array.isArray(test.in) ? test.in : test.op === "=" ? [test.value] : test.op === "!=" && !inner ? [test.value] : null;
    return values && { ...base, op: inner || test.op === "!=" ? "not" : "in", values };
  }
  if (inner || test.in) return inner?.op === "=" ? { ...base, op: "not", value: inner.value } : null;
  if (field.type === "text" && test.op === "!=") return { ...base, op: "not", value: test.value };
  return OPERATORS[field.type].some(([code]) => code === test.op) ? { ...base, op: test.op, value: test.value } : null;
}

/** A row of taps. `tags` and `areas` are names to choose from; `changed` is called as it is filled in. */
export function conditionRow(subject, state, { tags, areas, changed, remove }) {
  const fields = [...(tags.length ? [{ name: "tag", title: "标签", type: "tag" }] : []), ...fieldsOf(subject)];
  const now = { field: fields[0].name, ...state };
  const values = el("span", { className: "values" });
  const ops = el("span");
  const fieldBox = choice("按什么", fields.map((field) => [field.name, field.title]), now.field);
  const row = el(
    "li", { className: "condition" }, fieldBox, ops, values,
    el("button", { type: "button", className: "icon", textContent: "×", "aria-label": "去掉这个条件", onclick: remove }),
  );
  fieldBox.addEventListener("change", () => {
    Object.assign(now, {
      field: fieldBox.value, op: undefined, value: undefined, values: [], from: undefined, to: undefined, amount: undefined, arg: undefined,
    });
    drawOps();
    changed();
  });
  const field = () => fields.find((each) => each.name === now.field);
  const set = (name) => (event) => { now[name] = event.target.value.trim(); changed(); };

  function drawOps() {
    const list = OPERATORS[field().type];
    now.op = list.some(([code]) => code === now.op) ? now.op : list[0][0];
    const opBox = choice("怎样", list, now.op);
    opBox.addEventListener("change", () => { now.op = opBox.value; drawValues(); changed(); });
    ops.replaceChildren(opBox);
    drawValues();
  }
  function drawValues() {
    const { type, options, name } = field();
    const many = (list) => {
      now.values ??= [];
      return el(
        "details", { className: "many" },
        el("summary", { textContent: now.values.length ? list.filter(([code]) => now.values.includes(code)).map(([
          , text,
        ]) => text).join("、") || now.values.join("、") : "请选择" }),
        el("div", { className: "checks" }, list.map(([code, text]) => el("label", { className: "check" }, el("input", {
          type: "checkbox", checked: now.values.includes(code), onchange: (event) => {
            now.values = event.target.checked ? [...now.values, code] : now.values.filter((value) => value !== code);
            values.querySelector("summary").textContent = list.filter(([each]) => now.values.includes(each)).map(([, each]) => each).join("、") || "请选择";
            changed();
          },
        }), ` ${text}`))));
    };
    const span = () => {
      now.amount ??= "3";
      now.unit ??= "m";
      return [
        box("多少", { type: "number", min: "1", value: now.amount, oninput: set("amount"), className: "short" }),
        withChange(choice("单位", SPANS, now.unit), "unit"),
      ];
    };
    const years = type === "turns" ? [
      el("span", { textContent: "满" }),
      box("几周岁", { type: "number", min: "0", max: "150", value: now.arg ?? (now.arg = 90), oninput: set("arg"), className: "short" }),
      el("span", { textContent: "周岁，" }),
    ] : [];
    if (type === "flag") values.replaceChildren();
    else if (type === "word") values.replaceChildren(many(options));
    else if (type === "area") values.replaceChildren(many((areas[name] ?? []).map((area) => [area, area])));
    else if (["next", "past", "stale"].includes(now.op)) values.replaceChildren(
      ...years, ...span(), el("span", { textContent: now.op === "next" ? "以内" : now.op === "past" ? "以内有过" : "" }),
    );
    else if (now.op === "period") {
      now.value = PERIODS.some(([code]) => code === now.value) ? now.value : "this-month";
      values.replaceChildren(...years, withChange(choice("哪一段", PERIODS, now.value), "value"));
    }
    else if (now.op === "between") {
      const kind = type === "number" ? "number" : "date";
      values.replaceChildren(
        ...years, box("从", { type: kind, value: now.from ?? "", oninput: set("from"), className: kind === "number" ? "short" : "" }),
        el("span", { textContent: "到" }),
        box("到", { type: kind, value: now.to ?? "", oninput: set("to"), className: kind === "number" ? "short" : "" }),
      );
    } else if (type === "tag") {
      const id = `tags-${Math.random().toString(36).slice(2)}`;
      const input = box("标签", { value: now.value ?? "", placeholder: "打几个字再选", oninput: set("value") });
      input.setAttribute("list", id);
      values.replaceChildren(input, el("datalist", { id }, tags.map((value) => el("option", { value }))));
    } else values.replaceChildren(box("值", {
      type: type === "number" ? "number" : type === "time" ? "time" : "text", value: now.value ?? "", oninput: set("value"), maxLength: 100,
    }));
  }
  const withChange = (select, name) => { select.addEventListener("change", set(name)); return select; };

  drawOps();
  return { box: row, json: () => jsonOf(now, field().type), focus: () => fieldBox.focus() };
}

/** The condition as JSON; null while something is missing. */
function jsonOf({ field, op, value, values = [], from, to, amount, unit, arg }, type) {
  const test = (more) => ({ field, ...(type === "turns" ? { arg: Number(arg) } : {}), ...more });
  const typed = type === "number" ? Number(value) : value;
  if (type === "flag") return test({ op: "=", value: op === "true" });
  if (["word", "area"].includes(type)) {
    if (!values.length) return null;
    const inside = test(values.length === 1 ? { op: "=", value: values[0] } : { in: values });
    return op === "not" ? { not: inside } : inside;
  }
  if (["next", "past", "stale"].includes(op)) {
    if (!Number(amount)) return null;
    if (op === "next") return test({ in: { from: "today", to: `today+${Number(amount)}${unit}` } });
    return op === "past" ? test({ in: {
      from: `today-${Number(amount)}${unit}`, to: "today",
    } }) : { not: test({ op: ">=", value: `today-${Number(amount)}${unit}` }) };
  }
  if (op === "period") return test({ in: value });
  if (op === "between") {
    const ends = Object.fromEntries([
      ["from", from], ["to", to],
    ].filter(([, end]) => end !== undefined && end !== "").map(([name, end]) => [name, type === "number" ? Number(end) : end]));
    return Object.keys(ends).length ? test({ in: ends }) : null;
  }
  if (value === undefined || value === "") return null;
  if (type === "tag") return op === "not" ? { not: { tag: value } } : { tag: value };
  return op === "not" ? { not: test({ op: "=", value: typed }) } : test({ op, value: typed });
}
