// The wall: a screen that is hung up once and looked at for a month. It asks for no log-in, shows how old its figures are, and
// goes on whatever becomes of the server.
import { PlaceMap } from "./map.js";
import { Rows, write } from "./rows.js";
import { Source } from "./source.js";
import { age, arrival, day, longDate, number, percent, short, time } from "./figures.js";
import { base, causes } from "./slides.js";
import { keep, recall } from "./keep.js";

const HOW = `请管理员新建大屏令牌，在本机打开 ${location.host}/wall#token=令牌`;
const ROWS = 6;
const SLIDE = 15_000;
/** Figures that nobody has confirmed for so long are old; then nobody should read them as today's. */
const [OLD, STALE] = [60_000, 600_000];
/** Dark from six in the evening to seven in the morning. */
const isNight = (date) => { const hour = Number(time(date).slice(0, 2)); return hour >= 18 || hour < 7; };

const box = (id) => document.getElementById(id);
const panels = { pareto: new Rows(box("pareto"), ROWS), latest: new Rows(box("latest"), ROWS), causes: new Rows(box("causes"), ROWS), base: new Rows(box("base"), ROWS) };
const map = new PlaceMap(box("map"), box("legend"));
const tiles = Object.fromEntries([...document.querySelectorAll("[data-tile]")].map((tile) => [tile.dataset.tile, tile]));
const units = Object.fromEntries(["solved", "satisfied"].map((name) => [name, document.createElement("small")]));

const state = { source: null, board: null, confirmedAt: 0, isAway: false, slide: 0, slides: { causes: [], base: [] }, theme: "auto", today: "", page: "", isKept: true };

/** One line in place of the figures: what is to be done. */
function notice(text) {
  write(box("notice"), text);
  box("notice").hidden = text === "";
  box("board").hidden = text !== "" || !state.board;
}

function showFigures(board) {
  state.board = board;
  notice("");
  const orders = board.work_orders;
  for (const name of ["open", "due_today", "late", "today"]) write(tiles[name], number(orders[name].count));
  tiles.late.classList.toggle("bad", orders.late.count !== 0);
  for (const name of ["solved", "satisfied"]) {
    const text = percent(orders[name].rate);
    if (tiles[name].firstChild?.nodeValue === text) continue;
    units[name].textContent = text === "—" ? "" : "%";
    tiles[name].replaceChildren(text, units[name]);
  }
  showPareto(board.pareto);
  const now = new Date();
  panels.latest.show("刚刚收到", board.latest.slice(0, ROWS).map((order) => ({
    label: order.category, more: [short(order.committee), `第 ${Number(order.number.split("-").pop())} 件`].filter(Boolean).join(" · "), value: arrival(order.at, now), key: order.number,
  })));
  state.slides = { causes: causes(board, ROWS), base: base(board, ROWS) };
  showSlides();
  map.show(board);
}

/** Which few categories make four fifths: these are darker. */
function showPareto({ days, total, items }) {
  const most = Math.max(1, ...items.map((item) => item.count ?? 0));
  let sum = 0;
  panels.pareto.show(`近 ${days} 天反映最多，共 ${number(total)} 件`, items.slice(0, ROWS).map((item) => {
    const isVital = item.count !== null && total !== null && sum < total * 0.8;
    sum += item.count ?? 0;
    return { label: item.category, value: number(item.count, item.withheld), share: (item.count ?? 0) / most, isVital };
  }));
}

function showSlides() {
  for (const [name, slides] of Object.entries(state.slides)) {
    if (!slides.length) continue;
    const { title, rows } = slides[state.slide % slides.length];
    panels[name].show(title, rows);
  }
}

/** Once a second: the time, the day, how old the figures are, day or night. */
function tick() {
  const now = new Date();
  const today = day(now);
  write(box("clock"), time(now));
  write(box("date"), longDate(now));
  const isDark = state.theme === "dark" || (state.theme === "auto" && isNight(now));
  document.documentElement.classList.toggle("dark", isDark);
  showAge(now, today);
  if (state.today && state.today !== today) {
    state.source?.poll();
    if (state.board) showFigures(state.board);
  }
  state.today = today;
}

function showAge(now, today) {
  const label = box("age");
  const old = now.getTime() - state.confirmedAt;
  const isYesterday = state.board !== null && state.board.as_of !== today;
  const isStale = state.board !== null && (old > STALE || (isYesterday && old > OLD));
  const text = !state.board ? ""
    : old > OLD ? `数据停在 ${isYesterday ? `${state.board.as_of.slice(5)} ` : ""}${time(new Date(state.confirmedAt))}，已 ${age(old)}未更新`
    : state.isAway ? `正在重新连接，数据为 ${age(old)}前` : `数据为 ${age(old)}前`;
  write(label, state.isKept ? text : `${text}（本机不能保存令牌，重启后须重新打开带令牌的地址）`);
  label.className = !state.board || (state.isAway && old <= OLD) ? "waiting" : isStale ? "stale" : old > OLD ? "old" : "";
  box("board").classList.toggle("stale", isStale);
}

async function showName(source) {
  try {
    const reply = await source.get("/v1/me");
    if (!reply.ok) return;
    const names = (await reply.json()).areas.map((area) => area.name);
    write(box("name"), names.length ? names.slice(0, 3).join("、") + (names.length > 3 ? "等" : "") : "全部区划");
  } catch {
    // The name comes with the next figures.
  }
}

/** A wall that nobody touches takes a new version of its page by itself. */
async function checkPage() {
  try {
    const reply = await fetch("/wall", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(15_000) });
    const version = reply.ok ? reply.headers.get("ETag") ?? "" : "";
    if (state.page && version && version !== state.page) location.reload();
    state.page = version || state.page;
  } catch {
    // Asked again when the server is back.
  }
}

function begin(token) {
  state.source?.stop();
  Object.assign(state, { source: null, board: null, isAway: false });
  if (!token) return notice(`这块屏还没有令牌。${HOW}`);
  notice("正在读取数据……");
  const source = new Source(token, {
    figures: (board) => {
      if (box("name").textContent === "门牌") showName(source);
      showFigures(board);
    },
    confirmed: () => Object.assign(state, { confirmedAt: Date.now(), isAway: false }),
    refused: (status, detail) => {
      state.board = null;
      notice(status === 401 ? `这块屏的令牌已失效。${HOW}` : `${detail} ${HOW}`);
      tick();
    },
    away: () => { state.isAway = true; if (!state.board) notice("连不上服务器，正在重试……"); },
    back: checkPage,
  });
  state.source = source;
  source.start();
}

/** `#token=…&theme=auto|light|dark`: taken once, kept here, and gone from the address. */
async function takeAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (location.hash) history.replaceState(null, "", location.pathname);
  const theme = given.get("theme") ?? await recall("theme") ?? "auto";
  if (given.has("theme")) await keep("theme", theme);
  state.theme = theme;
  const token = given.get("token")?.trim();
  if (token) {
    state.isKept = await keep("token", token);
    write(box("name"), "门牌");
    begin(token);
  } else if (!state.source) {
    begin(await recall("token"));
  }
  tick();
}

/** Keeps the screen lit where the browser can. */
const stayLit = () => document.visibilityState === "visible" && navigator.wakeLock?.request("screen").catch(() => {});

window.addEventListener("hashchange", takeAddress);
window.addEventListener("resize", () => state.board && map.show(state.board));
window.addEventListener("online", () => state.source?.poll());
document.addEventListener("visibilitychange", stayLit);
setInterval(tick, 1000);
setInterval(() => { state.slide += 1; showSlides(); }, SLIDE);
setInterval(checkPage, 3_600_000);
tick();
stayLit();
checkPage();
takeAddress();
