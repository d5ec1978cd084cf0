// 条件查询: a subject, conditions by taps or written by hand, the rows, how they spread, and what to do with them.
import { guarded } from "../../shared/dom.js";
import { joined, parts, written } from "../kit/filter.js";
import { columns } from "../kit/grid.js";
import { listing } from "../kit/listing.js";
import { pageOf } from "../kit/rows.js";
import { Refusal, get, post } from "../kit/server.js";
import { button, count, el, empty, heading, panel, quiet, tabs } from "../kit/ui.js";
import { file, whenMade } from "../ledgers/files.js";
import { saving } from "../ledgers/saving.js";
import { SUBJECTS, shown } from "../words.js";
import { builder } from "./builder.js";
import { ASKABLE, COLUMNS } from "./fields.js";

const EXAMPLES = {
  people: [
    ["age >= 80", "八十岁以上"], ["turns(90) in today..today+3m", "三个月内满九十岁"],
    ["tag:独居老人 and not last_visited >= today-30d", "独居老人，三十天未走访"],
  ],
  houses: [
    ["count(residents()) = 1 and any residents(age >= 75)", "独住的七十五岁以上老人家"], ["use = let", "出租房"],
    ["not last_visited >= today-180d", "半年没有走访"],
  ],
  shops: [["licence_until in today..today+1m", "证照一个月内到期"], ["status = 招租", "正在招租"]], assets: [["due in this-month", "本月到期的设施"]],
  buildings: [["storeys >= 7 and elevators = 0", "七层以上没有电梯"]],
  work_orders: [["overdue = true", "已超期"], ["not state in [closed, rejected, merged]", "还没有办结"]],
};
const SPREADS = {
  people: ["committee", "grid", "tag"], houses: ["committee", "grid", "tag"], shops: ["committee", "grid", "tag"],
  buildings: ["committee", "grid", "tag"], assets: ["committee", "grid", "kind"], work_orders: ["committee", "state", "unit", "kind"],
};
const hashOf = (subject, where) => `#query?${new URLSearchParams({ subject, where })}`;

export async function queryView(place, session, id, params) {
  const subject = ASKABLE.includes(params.get("subject")) ? params.get("subject") : "people";
  let where = params.get("where") ?? "";
  const text = el("textarea", {
    rows: 2, maxLength: 4000, spellcheck: false, value: where, name: "where", "aria-label": "条件的写法", placeholder: "留空为全部",
  });
  const [taps, result, form, meaning, problem] = [
    el("div"), el("div", { className: "page" }), el("div"), el("p", { className: "meaning" }), el("div", { role: "alert" }),
  ];
  const search = button("查询", () => run(), { main: true, id: "run-query", key: "r" });
  const example = ([filter, title]) => el("button", {
    type: "button", textContent: title, title: filter, onclick: () => { location.hash = hashOf(subject, filter); },
  });
  place.replaceChildren(
    heading("条件查询", { about: "点选条件，或直接写条件；查到的可以下载，也可以存为台账。" }),
    tabs(
      ASKABLE.filter((each) => each !== "work_orders" || session.may("handle_orders")).map((each) => [hashOf(each, ""), SUBJECTS[each]]),
      hashOf(subject, ""),
    ),
    panel(
      "", taps,
      el(
        "details", { open: false }, el("summary", { textContent: "直接写条件" }), text,
        el(
          "div", { className: "tools" },
          button(
            "照写的查", () => { location.hash = hashOf(subject, text.value.trim()); if (text.value.trim() === where) return run(); },
            { id: "run-text" },
          ),
        ),
      ),
      problem, el("div", { className: "tools" }, search, el("div", { className: "chips" }, quiet("例如"), EXAMPLES[subject].map(example)))),
    form, result);

  async function draw(json) {
    const made = await builder({ subject, json, changed: (now) => { where = written(now); text.value = where; } });
    taps.replaceChildren(made.box);
  }
  /** Where in the filter the first fault lies, then each fault with what may have been meant. */
  function faults(error) {
    const letters = [...where];
    problem.replaceChildren(el("div", { className: "notice warn" }, el(
      "p", { textContent: error.message },
    ), error.errors.filter((each) => typeof each.position === "number").slice(0, 1).map(({ position }) =>
      el(
        "code", {}, letters.slice(0, position).join(""), el("mark", { textContent: letters[position] ?? "⏎" }), letters.slice(position + 1).join(""),
      )),
    error.errors.map((each) => (each.suggestions?.length ? el(
      "div", { className: "chips" }, quiet("可用"), each.suggestions.slice(0, 12).map((word) => el("span", { className: "pill", textContent: word })),
    ) : null))));
    problem.closest(".panel").querySelector("details").open = true;
  }
  async function run() {
    history.replaceState(null, "", hashOf(subject, where));
    problem.replaceChildren();
    result.replaceChildren(quiet("正在查询…"));
    try {
      const [list, told] = await Promise.all([rows(subject, where), get(`/v1/${subject}/explain`, { where: where || undefined })]);
      meaning.textContent = where ? told.explanation : `全部${SUBJECTS[subject]}`;
      result.replaceChildren(el(
        "div", { className: "pair" },
        el(
          "section", { className: "panel flush" }, el("div", { className: "panel-head" }, meaning, tools(subject, where, told, session, form)),
          list.box,
        ),
        await spread(subject, where, told),
      ));
    } catch (error) {
      result.replaceChildren();
      if (!(error instanceof Refusal) || error.status !== 400) throw error;
      faults(error);
    }
  }

  let json = {};
  try {
    json = where ? (await get(`/v1/${subject}/explain`, { where })).where_json : {};
    await draw(json);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 400) throw error;
    await draw({});
    text.value = where = params.get("where");
    return faults(error);
  }
  if (where || params.has("where")) await guarded(run);
}

const rows = (subject, where) => {
  const names = COLUMNS[subject].filter(([, , isUsual]) => isUsual).map(([name]) => name);
  const order = subject === "people" ? [
    "name", "sex", "age", "address", "committee", "phone",
  ] : subject === "houses" || subject === "buildings" ? [
    "address", ...names.filter((name) => name !== "address"),
  ] : names.filter((name) => name !== "committee").concat("committee");
  return listing({
    path: `/v1/${subject}`, query: { where }, href: (item) => pageOf(subject, item.id), label: SUBJECTS[subject],
    nothing: empty("没有符合的", "放宽一个条件再试。"),
    columns: columns(...order.map((name) => ({ name, number: ["age", "residents", "area_m2", "storeys"].includes(name) }))),
  });
};

function tools(subject, where, told, session, form) {
  if (!session.may("write")) return null;
  const status = el("div", { role: "status" });
  return el("div", { className: "tools" }, button("下载 Excel", async () => {
    const run = await whenMade(await post("/v1/runs", { name: told.explanation.slice(0, 60) || `全部${SUBJECTS[subject]}`, subject, where }), status);
    if (run) await file(run, status);
  }, { id: "excel", key: "x" }), button("存为台账", () => saving(form, { subject, where, name: "" }, session), { key: "s" }), status);
}

/** How the rows spread; a value leads to its part of them. */
async function spread(subject, where, told) {
  const by = SPREADS[subject];
  const { facets } = await get(`/v1/${subject}/facets`, { where, by: by.join(",") });
  const titles = { committee: "按居委会", grid: "按微网格", tag: "按标签", state: "按状态", unit: "按主办单位", kind: "按类型" };
  const narrow = (name, value) => written(joined([...parts(told.where_json), name === "tag" ? { tag: value } : { field: name, op: "=", value }]));
  return el("div", { className: "facets" }, by.filter((name) => facets[name]?.length).map((name) => panel(titles[name], el("ul", { className: "bars" }, facets[name].slice(0, 8).map(({ value, count: number }) => {
    const bar = el("i");
    bar.style.setProperty("--share", `${Math.round((number / facets[name][0].count) * 100)}%`);
    return el(
      "li", {},
      el(
        "a", { href: hashOf(subject, narrow(name, value)) }, el("span", { textContent: shown(name, value) || "未填" }),
        el("b", { textContent: count(number) }),
      ),
      el("span", { className: "bar" }, bar),
    );
  })))));
}
