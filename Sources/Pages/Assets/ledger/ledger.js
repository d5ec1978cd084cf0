// The ledger page: who is there, which part is shown, and how many things wait.
import { Refusal, call, token } from "../shared/api.js";
import { approvalsView } from "./approvals.js";
import { askView } from "./ask.js";
import { el, guarded, quiet } from "../shared/dom.js";
import { ledgerView, ledgersView } from "./ledgers.js";
import { showProblems } from "../shared/problem.js";
import { remindersView } from "./reminders.js";
import { requestView, requestsView } from "./requests.js";
import { runView } from "./run.js";

const find = (id) => document.getElementById(id);
const VIEWS = { ask: askView, ledgers: ledgersView, requests: requestsView, approvals: approvalsView, reminders: remindersView };
const ONE = { ledgers: ledgerView, runs: runView, requests: requestView };
const TAB_OF = { runs: "ledgers" };
let session = null;
let turn = 0;

/** Whether the server has a list, and how much is in it: parts that it does not have stay hidden. */
async function ask(path, query) {
  try {
    return await call("GET", path, { query });
  } catch (error) {
    if (error instanceof Refusal && error.status !== 401) return null;
    throw error;
  }
}

async function countWaiting() {
  const requests = session.rights.includes("answer_data") ? await ask("/v1/data_requests", { waiting: true, limit: 1 }) : null;
  const reminders = session.hasReminders ? await ask("/v1/reminders", { state: "new", limit: 1 }) : null;
  const approvals = session.rights.includes("reveal") ? await ask("/v1/reveal_approvals", { waiting: true, limit: 1 }) : null;
  badge("#requests", requests?.total ?? 0);
  badge("#approvals", approvals?.total ?? 0);
  document.querySelector('#tabs a[href="#approvals"]').hidden = approvals === null;
  badge("#reminders", reminders?.total ?? 0);
  document.querySelector('#tabs a[href="#reminders"]').hidden = reminders === null;
}

function badge(tab, number) {
  const box = document.querySelector(`#tabs a[href="${tab}"] .badge`);
  box.textContent = number > 99 ? "99+" : String(number);
  box.hidden = number === 0;
}

async function enter() {
  session = null;
  const isIn = token.get() !== "";
  find("login").hidden = isIn;
  for (const id of ["tabs", "leave"]) find(id).hidden = !isIn;
  find("view").replaceChildren();
  find("me").textContent = "";
  if (!isIn) return;
  const me = await call("GET", "/v1/me");
  const [schedules, reminders] = await Promise.all([ask("/v1/schedules", { limit: 1 }), ask("/v1/reminders", { limit: 1 })]);
  session = { ...me, hasSchedules: schedules !== null, hasReminders: reminders !== null, count: () => countWaiting() };
  find("me").textContent = `${me.name} ${me.areas.map((area) => area.name).join("、")}`;
  await Promise.all([countWaiting(), route()]);
}

/** Shows what the address names: `#runs/7`. */
async function route() {
  if (!session) return;
  const mine = ++turn;
  const [name, id] = location.hash.slice(1).split("/");
  const view = id ? ONE[name] : VIEWS[name];
  if (!view) { location.replace("#ask"); return; }
  for (const tab of document.querySelectorAll("#tabs a")) {
    if (tab.hash === `#${TAB_OF[name] ?? name}`) tab.setAttribute("aria-current", "page"); else tab.removeAttribute("aria-current");
  }
  // Each view has a place of its own: one that comes late draws where nobody looks any more.
  const place = el("div", {}, quiet("正在读取…"));
  find("view").replaceChildren(place);
  window.scrollTo(0, 0);
  const isWell = await guarded(() => view(place, session, id));
  if (!isWell && mine === turn && place.textContent === "正在读取…") place.replaceChildren();
  if (name === "requests") await countWaiting();
}

// Whoever is out sees why: what is shown before the log-in says nothing of its own.
showProblems(find("problem"), () => { session = null; enter().catch(() => null); });
find("login").addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = event.target.elements;
  guarded(async () => {
    token.forget();
    const body = { name: fields.name.value.trim(), password: fields.password.value };
    fields.password.value = "";
    token.set((await call("POST", "/v1/login", { body })).token);
    await enter();
  });
});
find("leave").addEventListener("click", () => guarded(async () => {
  await call("POST", "/v1/logout").catch(() => null);
  token.forget();
  await enter();
}));
window.addEventListener("hashchange", () => route());
guarded(enter);
