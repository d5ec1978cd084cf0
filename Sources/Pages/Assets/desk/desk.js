// The desk: who is there, which part is shown, and what waits.
import { guarded } from "../shared/dom.js";
import { showBox } from "./box.js";
import { listen, showHelp } from "./kit/keys.js";
import { call, get, maybe, token } from "./kit/server.js";
import { el, empty, heading, link, quiet } from "./kit/ui.js";
import { badge, drawNav, markNav, mayOpen } from "./nav.js";
import { keepWorking, listenLogIn } from "./session.js";
import { VIEWS } from "./views.js";

const find = (id) => document.getElementById(id);
let session = null;
let turn = 0;

/** Shows the log-in; the address stays, so that one comes to where one wanted to go. */
function out() {
  session = null;
  document.title = "门牌 · 登录";
  for (const id of ["nav", "top", "main"]) find(id).hidden = true;
  find("welcome").hidden = false;
  find("view").replaceChildren();
  find("login").elements.name.focus();
}

/** How much waits, beside the parts. What the server does not have counts nothing. */
async function count() {
  const now = session;
  const may = (right) => now.rights.includes(right);
  const total = async (path, query) => (await maybe(path, { limit: 1, ...query }))?.total ?? 0;
  const waiting = await Promise.all([
    mayOpen(now, "queue") ? total("/v1/work_orders", { where: "state = received", select: "id" }) : 0,
    may("answer_data") ? total("/v1/data_requests", { waiting: true }) : 0,
    may("handle_reminders") ? total("/v1/reminders", { state: "new" }) : 0,
    may("reveal") ? total("/v1/reveal_approvals", { waiting: true }) : 0,
  ]);
  ["queue", "requests", "reminders", "approvals"].forEach((part, index) => badge(find("nav"), part, waiting[index]));
}

async function enter(me) {
  session = { ...me, may: (right) => me.rights.includes(right), count: () => count(), hasSchedules: me.rights.includes("write") };
  drawNav(find("nav"), session);
  find("me-name").textContent = me.name;
  find("me-areas").textContent = [me.unit, ...me.areas.map((area) => area.name)].filter(Boolean).join("、") || "全部区划";
  find("welcome").hidden = true;
  for (const id of ["nav", "top", "main"]) find(id).hidden = false;
  await Promise.all([route(), count().catch(() => null)]);
}

/** `#orders/12?tab=events` as the part, what of it, and how. */
function address() {
  const [path, query = ""] = location.hash.slice(1).split("?");
  const [name, ...rest] = path.split("/").map(decodeURIComponent);
  return { name: name || "home", id: rest[0], params: new URLSearchParams(query) };
}

async function route() {
  if (!session) return;
  const mine = ++turn;
  const { name, id, params } = address();
  const [many, one] = VIEWS[name] ?? [];
  const view = id === undefined ? many : one ?? many;
  close();
  markNav(find("nav"), name);
  // Each view has a place of its own: one that comes late draws where nobody looks any more.
  const place = el("div", { className: `page part-${name}` }, quiet("正在读取…"));
  find("view").replaceChildren(place);
  window.scrollTo(0, 0);
  if (!view || !mayOpen(session, name)) {
    place.replaceChildren(
      heading("没有这一页"), empty("看不到", "地址可能写错了，或者您的角色看不到这一部分。", link("回到今日工作", "#home", { className: "button" })),
    );
    return;
  }
  const isWell = await guarded(() => view(place, session, id, params));
  if (mine !== turn) return;
  if (!isWell && place.textContent === "正在读取…") {
    place.replaceChildren(
      heading("打不开这一页"), empty("看不到", "它可能不存在，或者不在您的辖区里。", link("回到今日工作", "#home", { className: "button" })),
    );
  }
  // The keyboard goes on from the new page's title, unless the page has put it somewhere.
  if (!place.contains(document.activeElement) && !document.activeElement?.closest("#top, dialog")) place.querySelector("h1")?.focus({ preventScroll: true });
}

function close() {
  document.body.classList.remove("nav-open");
  find("menu").setAttribute("aria-expanded", "false");
  find("me").open = false;
}

keepWorking(() => session, out);
listenLogIn(enter);
listen((name) => session !== null && mayOpen(session, name));
showBox(find("box-input"), find("box-list"), () => session);
find("help").addEventListener("click", () => showHelp((name) => mayOpen(session, name)));
find("menu").addEventListener("click", () => {
  const isOpen = document.body.classList.toggle("nav-open");
  find("menu").setAttribute("aria-expanded", String(isOpen));
  if (isOpen) find("nav").querySelector("a[aria-current], a")?.focus();
});
find("main").addEventListener("click", close);
find("leave").addEventListener("click", async () => {
  await call("POST", "/v1/logout").catch(() => null);
  token.forget();
  out();
});
window.addEventListener("hashchange", () => route());

if (token.get() === "") out();
else guarded(async () => enter(await get("/v1/me").catch((error) => { if (error.status === 401) token.forget(); out(); throw error; })));
