import { Refusal, call, token } from "../shared/api.js";
import { show } from "../shared/table.js";

const EXAMPLES = [
  ["people", "age >= 80", "八十岁以上"],
  ["people", "turns(90) in today..today+3m", "三个月内满九十岁"],
  ["people", "tag:独居老人 and not last_visited >= today-30d", "独居老人，三十天未走访"],
  ["houses", "count(residents()) = 1 and any residents(age >= 75)", "独住的七十五岁以上老人家"],
  ["houses", "use = let", "出租房"],
  ["shops", "licence_until in today..today+1m", "证照一个月内到期"],
  ["assets", "due in this-month", "本月到期的设施"],
];
const COUNTS = {
  people: ["/v1/people", { limit: 1, select: "id" }], houses: ["/v1/houses", { limit: 1, select: "id" }],
  shops: ["/v1/shops", { limit: 1, select: "id" }], tags: ["/v1/tags", { limit: 1 }],
  committees: ["/v1/areas", { level: "committee", limit: 1 }],
};
const find = (id) => document.getElementById(id);
const form = find("search");
let next = null;
let turn = 0;

/** Where in the filter the first fault lies, then each fault with what may have been meant. */
function explain(problem, where) {
  const box = find("problem");
  const lines = [Object.assign(document.createElement("p"), { textContent: problem.message })];
  for (const error of problem.errors ?? []) {
    if (typeof error.position === "number") {
      const points = [...where];
      const mark = Object.assign(document.createElement("mark"), { textContent: points[error.position] ?? "⏎" });
      const line = document.createElement("pre");
      line.append(points.slice(0, error.position).join(""), mark, points.slice(error.position + 1).join(""));
      lines.push(line);
    }
    const place = error.parameter ?? error.pointer ?? (typeof error.position === "number" ? `第 ${error.position + 1} 字` : "");
    const meant = error.suggestions?.length ? `（可用：${error.suggestions.slice(0, 12).join("、")}）` : "";
    const detail = error.detail === problem.message ? "" : error.detail;
    if (detail || meant) lines.push(Object.assign(document.createElement("p"), { textContent: `${place} ${detail}${meant}` }));
  }
  box.replaceChildren(...lines);
  box.hidden = false;
}

async function guarded(body) {
  find("problem").hidden = true;
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    explain(error, form.elements.where.value);
  }
}

async function search(append) {
  const mine = ++turn;
  if (!append) { find("rows").hidden = true; find("more").hidden = true; find("total").textContent = "正在查询…"; find("explanation").textContent = ""; }
  try {
    const query = { where: form.elements.where.value.trim(), limit: 50 };
    if (append && next) query.cursor = next;
    const answer = await call("GET", `/v1/${form.elements.subject.value}`, { query });
    if (mine !== turn) return;
    find("total").textContent = `共 ${answer.total.toLocaleString("zh-CN")} 条（截至 ${answer.as_of}）`;
    if (!append) {
      const meaning = await call("GET", `/v1/${form.elements.subject.value}/explain`, { query: { where: query.where } });
      if (mine !== turn) return;
      find("explanation").textContent = meaning.explanation;
    }
    show(find("rows").querySelector("table"), answer.items, append);
    find("rows").hidden = answer.items.length === 0 && !append;
    next = answer.next_cursor;
    find("more").hidden = !next;
  } catch (error) {
    if (mine !== turn) return;
    if (!append) find("total").textContent = "";
    throw error;
  }
}

async function welcome() {
  const boxes = [...document.querySelectorAll("[data-count]")];
  for (const box of boxes) box.textContent = "—";
  find("me").textContent = "令牌只保存在本页签中，关闭即失效。";
  showExamples(EXAMPLES);
  if (!token.get()) return;
  const me = await call("GET", "/v1/me").catch((error) => { if (error.status === 401) token.forget(); throw error; });
  const areas = me.areas.map((area) => area.name).join("、");
  find("me").textContent = `${me.name}${me.title ? `（${me.title}）` : ""}，角色 ${me.role}${areas ? `，${areas}` : ""}`;
  showExamples([...await ownExample(), ...EXAMPLES]);
  await Promise.all(boxes.map(async (box) => {
    const [path, query] = COUNTS[box.dataset.count];
    const answer = await call("GET", path, { query }).catch(() => null);
    box.textContent = answer?.total?.toLocaleString("zh-CN") ?? "—";
  }));
}

find("login").addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = event.target.elements;
  guarded(async () => {
    token.forget();
    const body = { name: fields.name.value, password: fields.password.value };
    fields.password.value = "";
    token.set((await call("POST", "/v1/login", { body })).token);
    await welcome();
  });
});
find("token").addEventListener("submit", (event) => {
  event.preventDefault();
  token.set(event.target.elements.token.value.trim());
  event.target.elements.token.value = "";
  guarded(welcome);
});
find("forget").addEventListener("click", () => guarded(async () => {
  if (token.get()) await call("POST", "/v1/logout").catch(() => null);
  token.forget();
  find("rows").querySelector("table").replaceChildren();
  for (const id of ["rows", "more"]) find(id).hidden = true;
  find("total").textContent = "";
  await welcome();
}));
form.addEventListener("submit", (event) => { event.preventDefault(); guarded(() => search(false)); });
find("more").addEventListener("click", () => guarded(() => search(true)));
function showExamples(examples) {
  find("examples").replaceChildren(...examples.map(([subject, where, title]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: title, title: where });
    button.addEventListener("click", () => {
      form.elements.subject.value = subject;
      form.elements.where.value = where;
      guarded(() => search(false));
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

/** An example may name a committee only if it is one of the caller's own. */
async function ownExample() {
  const { items } = await call("GET", "/v1/areas", { query: { level: "committee", limit: 1 } }).catch(() => ({ items: [] }));
  return items.map(({ name }) => ["people", `age >= 80 and committee = "${name}"`, `${name}八十岁以上`]);
}

showExamples(EXAMPLES);
fetch("/readyz").then((reply) => { find("ready").textContent = reply.ok ? "● 就绪" : "○ 正在启动"; }).catch(() => {});
guarded(welcome);
