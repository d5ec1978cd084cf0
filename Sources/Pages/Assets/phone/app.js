// The phone's page: who is in, which page is shown, what waits to be sent.
import { Refusal } from "../shared/api.js";
import { el } from "../shared/dom.js";
import { sayAge } from "../shared/words.js";
import { askLogin, askPIN } from "./gate.js";
import { loadQueue, onQueue, pendingAt, summary } from "./queue.js";
import { forgetKept, forgetMemory, prune, whenReadExpired } from "./reading.js";
import { fetchRoster } from "./roster.js";
import { redraw, start } from "./router.js";
import { isUnreachable, send, sendNow, whenExpired, whenTried } from "./send.js";
import { lock, refreshMe, session, wake } from "./session.js";
import { applyTextSize } from "./size.js";
import { empty, icon, topBar, trouble } from "./ui.js";

const find = (id) => document.getElementById(id);
const TABS = [
  ["", "today", "今天"], ["find", "find", "查找"], ["ledgers", "list", "台账"], ["tickets", "ticket", "工单"], ["outbox", "outbox", "待发"],
];
/** Away for so long, and the PIN is asked for again. */
const LOCK_AFTER = 10 * 60_000;
/** Away for so long, and what is shown is read again, unless something is being filled in. */
const STALE_AFTER = 60_000;
/** A log-in that was put off is not asked for again for so long. */
const PUT_OFF = 15 * 60_000;

let turn = 0;
let endView = null;
let shownHash = null;
let pendingHere = { hash: null, left: 0 };

/** Draws the page that the address names into a place of its own: one that comes late draws where nobody looks any more. */
async function draw(match, scroll) {
  if (!session.isIn) return;
  const mine = ++turn;
  endView?.abort();
  endView = new AbortController();
  document.querySelector("dialog[open]")?.close();
  markTab(match?.tab);
  const place = el("div", { className: "page" });
  const { signal } = endView;
  if (!match) place.replaceChildren(empty("没有这一页。", el("a", { className: "button", href: "#/", textContent: "回到今天" })));
  // The same page again: what is there stays until the new is ready.
  const isAgain = match !== null && location.hash === shownHash;
  shownHash = location.hash;
  if (!isAgain) {
    find("view").replaceChildren(place);
    window.scrollTo(0, scroll);
  }
  if (!match) return;
  try {
    await match.view(place, match.parameters, signal);
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 401) expired();
    place.replaceChildren(topBar("", match.tab), trouble(error, redraw));
  }
  if (mine !== turn) return;
  const heading = place.querySelector("h1");
  document.title = heading?.textContent ? `${heading.textContent} · 门牌` : "门牌";
  if (!isAgain && document.activeElement === document.body) heading?.focus({ preventScroll: true });
  if (isAgain) find("view").replaceChildren(place);
  if (scroll) window.scrollTo(0, scroll);
}

/** What was noted on the page that is shown has gone out: the page shows what has become of it. */
function followSent() {
  const left = pendingAt(location.hash.replace(/^#\/?/, "")).length;
  if (left < pendingHere.left && location.hash === pendingHere.hash) redraw();
  pendingHere = { hash: location.hash, left };
}

function markTab(tab) {
  for (const box of document.querySelectorAll("#tabs a")) {
    if (box.dataset.tab === tab) box.setAttribute("aria-current", "page"); else box.removeAttribute("aria-current");
  }
}

function drawTabs() {
  find("tabs").replaceChildren(...TABS.map(([path, name, title]) => el("a", { href: `#/${path}`, data: { tab: path } },
    icon(name), el("span", { textContent: title }), path === "outbox" ? el("b", { className: "badge", hidden: true }) : null)));
}

/** The backlog is always in sight: how many, how old, and whether something needs a person. */
function showBacklog() {
  const { count, oldest, troubled } = summary();
  const badge = find("tabs").querySelector(".badge");
  if (badge) {
    badge.hidden = count === 0;
    badge.textContent = String(count);
    badge.classList.toggle("bad", troubled > 0);
  }
  const isOff = !navigator.onLine || isUnreachable();
  const isOut = !isOff && session.isExpired;
  const parts = [
    isOut ? "登录已过期，点这里登录" : "", isOff ? (count ? "没有信号" : "没有信号，照常记，之后自动发送") : "",
    count ? `待发 ${count} 条，最早 ${sayAge(oldest)}` : "", troubled ? `${troubled} 条要处理` : "",
  ].filter(Boolean);
  const strip = find("strip");
  strip.hidden = !session.isIn || !parts.length || (count > 0 && !isOff && !isOut && !troubled && Date.now() - Date.parse(oldest) < 5_000);
  strip.className = troubled ? "bad" : "";
  if (strip.dataset.text === parts.join(" · ")) return;
  strip.dataset.text = parts.join(" · ");
  strip.replaceChildren(isOut ? el(
    "button", { type: "button", id: "again", textContent: parts.join(" · "), onclick: () => expired(true) },
  ) : el("a", { href: "#/outbox", textContent: parts.join(" · ") }));
}

let isAsking = false;
let putOffAt = 0;

/**
 * The server's session has ended: what is on the screen stays, the log-in lies over it. Whoever has a PIN may put it off and
 * go on with what is on the phone.
 */
async function expired(isWanted = false) {
  session.end();
  showBacklog();
  if (isAsking || (!isWanted && Date.now() - putOffAt < PUT_OFF)) return;
  isAsking = true;
  const isVoid = await askLogin({ reason: "登录已过期，请重新登录。写到一半的内容都在。", name: session.me?.name ?? "", isOptional: session.hasPIN });
  isAsking = false;
  if (isVoid === null) putOffAt = Date.now();
  else entered(isVoid);
}

/** `isVoid`: what was kept was for somebody else, or for other places. */
function entered(isVoid) {
  if (isVoid) forgetMemory();
  settledAt = 0;
  redraw();
  begun();
}

function begun() {
  find("tabs").hidden = false;
  showBacklog();
  settleIn();
}

let settledAt = 0;

/** What is done once somebody is in, or is back, without anybody waiting for it. */
async function settleIn() {
  sendNow();
  if (!navigator.onLine || session.isExpired || !session.isIn || Date.now() - settledAt < STALE_AFTER) return;
  settledAt = Date.now();
  try {
    // Who has other places now keeps nothing of the former.
    if (await refreshMe()) {
      await forgetKept();
      redraw();
    }
    await fetchRoster();
    await prune();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 401) await expired();
  }
}

function watchAway() {
  let left = 0;
  document.addEventListener("visibilitychange", async () => {
    if (document.hidden) { left = Date.now(); return; }
    if (left && Date.now() - left > LOCK_AFTER && lock()) {
      forgetMemory();
      entered(await askPIN());
      return;
    }
    settleIn();
    if (left && Date.now() - left > STALE_AFTER && session.isIn && !find("view").querySelector("form.stack")) redraw();
  });
}

async function keepPage() {
  if (!("serviceWorker" in navigator)) return;
  let hadOne = navigator.serviceWorker.controller !== null;
  // A new version is used from the next page on; what is being typed is not taken away.
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (hadOne) {
      document.querySelector(".update")?.remove();
      find("strip").after(el(
        "p", { className: "update", role: "status" }, "本页有新版本。",
        el("button", { type: "button", textContent: "现在更新", onclick: () => location.reload() }),
      ));
    }
    hadOne = true;
  });
  await navigator.serviceWorker.register("/sw.js").catch(() => null);
}

async function begin() {
  // The log-in is usable before the pages behind it are there; they are fetched at once all the same.
  const pages = import("./pages.js");
  pages.then(keepPage);
  await applyTextSize();
  await loadQueue();
  drawTabs();
  onQueue(showBacklog);
  onQueue(followSent);
  whenExpired(expired);
  whenReadExpired(expired);
  whenTried(showBacklog);
  for (const name of ["online", "offline"]) window.addEventListener(
    name, () => { showBacklog(); if (navigator.onLine) settleIn(); },
  );
  setInterval(() => { showBacklog(); send(); }, 20_000);
  watchAway();
  const vault = await wake();
  if (vault) await askPIN();
  else if (!session.me) await askLogin();
  navigator.storage?.persist?.();
  await pages;
  start(draw);
  begun();
}

begin().catch((error) => {
  find("view").replaceChildren(empty("本页打不开：浏览器不让保存数据。请退出无痕浏览，或换一个浏览器。"));
  throw error;
});
