// One box for everything: an address as people say it, a name, a number, a sentence. Suggestions come while one types; what
// is overtaken is cancelled. Names and numbers are looked up only when somebody says so: it counts as showing them.
import { Refusal, call } from "../shared/api.js";
import { el } from "../shared/dom.js";
import { byAddress, sayDay, text as words } from "../shared/words.js";
import { misread } from "../shared/problem.js";
import { answerCard } from "./answers.js";
import { peek, remember } from "./reading.js";
import { findKept } from "./roster.js";
import { go, queryOf, replace } from "./router.js";
import { session } from "./session.js";
import { card, chip, empty, icon, muted, row, trouble, waiting } from "./ui.js";

const PAUSE = 220;
const SUGGESTED = 8;
const RECENT = 12;
const NUMBER = /^(1\d{10}|0\d{2,3}-?\d{7,8}|\d{17}[\dXx]|\d{15})$/;
const NAME = /^[\p{Script=Han}·]{2,4}$/u;
/** A lane, number or room with its figure: an address and nothing else. */
const PLACE = /\d+\s*[甲乙丙]?\s*(弄|号|室|幢)|路\d+/;
const quoted = (text) => `"${text.replace(/["\\]/g, "")}"`;

const WHY_NONE = {
  no_such_house: "您的辖区内没有这处房屋。", unreadable: "看不出这是哪里的地址。", several_addresses: "这里写了几个地址，请一次查一个。", unread_part: "地址里有一部分没看懂。",
};

/** What the text may be beside an address: each can be pressed. */
function kinds(text) {
  const plain = text.replace(/[\s-]/g, "");
  const list = [];
  if (NUMBER.test(plain)) {
    const isPhone = plain.length <= 12 && plain.length !== 15;
    list.push({
      path: `find?${isPhone ? "phone" : "id"}=${encodeURIComponent(plain)}`, title: `按${isPhone ? "电话" : "证件号码"}查 ${text}`,
      under: "查号码会记入查看记录", icon: isPhone ? "phone" : "person",
    });
  } else {
    if (NAME.test(plain)) list.push({
      path: `find?name=${encodeURIComponent(plain)}`, title: `查姓名「${plain}」`, under: "查姓名会记入查看记录", icon: "person",
    });
    // Four letters are a sentence more often than a name.
    if (text.length > 3 && !PLACE.test(text)) list.unshift({
      path: `find?ask=${encodeURIComponent(text)}`, title: `问：${text}`, under: "按一句话查名单", icon: "list",
    });
  }
  return list;
}

const houseRow = (house) => row(
  `houses/${house.id}`, house.address,
  [
    words(house.kind), house.residents ? `${house.residents} 人` : "", house.last_visited ? `${sayDay(house.last_visited)}走访` : "",
  ].filter(Boolean).join(" · "),
);

/** Houses whose address begins with the text; a text that is no address begins none. */
async function housesUnder(text, signal) {
  const query = {
    where: `address ~ ${quoted(text)}`, limit: SUGGESTED, count: "none", select: "id,address,kind,residents,last_visited",
  };
  try {
    return (await call("GET", "/v1/houses", { query, signal, timeout: 8_000 })).items;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [];
  }
}

async function housesFor(text, signal) {
  try {
    const answer = await call("GET", "/v1/houses/resolve", { query: { address: text }, signal, timeout: 8_000 });
    if (answer.houses.length) return {
      ...answer, houses: [...answer.houses].sort((one, other) => byAddress(one.address, other.address)),
    };
    const kept = await findKept(text);
    return { ...answer, houses: kept.length ? kept : await housesUnder(text, signal) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 0) throw error;
    return { match: "none", reason: null, houses: await findKept(text), isOld: true };
  }
}

/** The box with its suggestions. */
export function findBox(value = "") {
  const input = el("input", {
    type: "search", name: "find", value, placeholder: "地址、姓名、号码，或问一句", autocomplete: "off", enterKeyHint: "search", spellcheck: false, "aria-label": "查找",
  });
  const list = el("div", { className: "suggestions", hidden: true });
  const box = el("form", { className: "find", role: "search" }, icon("find", "icon lens"), input, list);
  let control = null;
  let timer = null;
  const show = (rows) => { list.replaceChildren(...rows); list.hidden = rows.length === 0; };
  const suggest = async () => {
    const text = input.value.trim();
    control?.abort();
    if (text.length < 2) return show([]);
    control = new AbortController();
    const { signal } = control;
    const others = kinds(text).map(({ path, title, under, icon: name }) => row(path, title, under, icon(name, "icon lead")));
    if (NUMBER.test(text.replace(/[\s-]/g, ""))) return show(others);
    show([el("p", { className: "muted", textContent: "正在找…" }), ...others]);
    try {
      const { houses, isOld } = await housesFor(text, signal);
      if (signal.aborted) return;
      const shown = houses.slice(0, SUGGESTED).map(houseRow);
      const more = houses.length > SUGGESTED ? [row(
        `find?q=${encodeURIComponent(text)}`, `还有 ${houses.length - SUGGESTED} 处`, null,
      )] : [];
      show([...(isOld ? [muted("没有信号，在本机存下的房屋里找：")] : []), ...shown, ...more, ...others]);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Refusal)) throw error;
      show(others);
    }
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, PAUSE); });
  box.addEventListener("keydown", (event) => { if (event.key === "Escape") list.hidden = true; });
  input.addEventListener("focus", () => { if (list.childElementCount) list.hidden = false; });
  document.addEventListener("pointerdown", (event) => { if (!box.contains(event.target)) list.hidden = true; });
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    control?.abort();
    const text = input.value.trim();
    if (text) go(`find?q=${encodeURIComponent(text)}`);
  });
  return box;
}

/** Keeps which houses were opened, newest first. */
export async function rememberHouse(house) {
  const held = (await peek("recent"))?.body ?? [];
  const { id, address, kind, residents, last_visited } = house;
  await remember(
    "recent", {}, [{ id, address, kind, residents, last_visited }, ...held.filter((one) => one.id !== id)].slice(0, RECENT),
  );
}

export async function findView(place, _, signal) {
  const query = queryOf();
  const shown = el("div", { className: "found" });
  const value = query.get("q") ?? query.get("ask") ?? query.get("name") ?? query.get("phone") ?? query.get("id") ?? "";
  place.replaceChildren(el("div", { className: "bar" }, el("h1", { textContent: "查找" })), findBox(value), shown);
  if (!value) {
    const recent = (await peek("recent"))?.body ?? [];
    shown.replaceChildren(recent.length ? card("最近看过", ...recent.map(houseRow)) : empty("写地址最快：路、弄、号、室连着写，汉字数字也认得，例如「某某路三十八弄1号」。"));
    return;
  }
  shown.replaceChildren(waiting());
  try {
    shown.replaceChildren(...await results(query, signal, shown));
  } catch (error) {
    if (signal.aborted) return;
    shown.replaceChildren(trouble(error));
  }
}

async function results(query, signal, shown) {
  for (const [name, field, title] of [["phone", "phone", "电话"], ["id", "id_number", "证件号码"], ["name", "name", "姓名"]]) {
    if (query.get(name)) return people(`${field} = ${quoted(query.get(name))}`, `${title}「${query.get(name)}」`, signal);
  }
  if (query.get("ask")) return asked(query.get("ask"), signal);
  const text = query.get("q");
  const others = kinds(text);
  if (NUMBER.test(text.replace(/[\s-]/g, ""))) { replace(others[0].path); return []; }
  const { match, houses, reason, isOld } = await housesFor(text, signal);
  if (match === "one" && !isOld) { replace(`houses/${houses[0].id}`); return []; }
  const list = others.map(({ path, title, under, icon: name }) => row(path, title, under, icon(name, "icon lead")));
  if (houses.length) return [
    card(
      [match === "many" ? `有 ${houses.length} 处，是哪一处？` : "可能是这些", chip(`${houses.length} 处`)],
      isOld ? muted("没有信号，只在本机存下的房屋里找。") : null, ...houses.map(houseRow),
    ),
    list.length ? card("或者", ...list) : "",
  ];
  if (isOld) return [empty("没有信号，本机存下的房屋里没有这一处。")];
  // What is no address is most likely a sentence.
  if (!NAME.test(text) && !PLACE.test(text) && text.length > 3) return asked(text, signal);
  return [empty(WHY_NONE[reason] ?? "没有找到。", ...list)];
}

async function people(where, title, signal) {
  if (!session.may("reveal")) return [empty("您的角色不能按姓名、电话或证件号码查人。")];
  const answer = await call("GET", "/v1/people", { query: { where, limit: 50, select: "id,name,sex,age,address" }, signal });
  if (!answer.items.length) return [empty(`您的辖区内没有${title}的人。`)];
  return [card(
    [title, chip(`${answer.total} 人`)],
    ...answer.items.map((person) => row(
      `people/${person.id}`,
      [person.name, words(person.sex), person.age === null ? "" : `${person.age} 岁`].filter(Boolean).join(" "), person.address,
    )),
  )];
}

async function asked(sentence, signal) {
  try {
    const answer = await call("POST", "/v1/ask", { body: { text: sentence, limit: 100 }, signal });
    return [answerCard(sentence, answer)];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "ask_unrecognised") throw error;
    const retry = (next) => go(`find?ask=${encodeURIComponent(next)}`);
    if (error.readings.length) return [card(
      "这句话有两种读法",
      ...error.readings.map(({ explanation, total }) => row(
        `find?ask=${encodeURIComponent(explanation)}`, explanation, total === null ? null : `${total} 条`,
      )),
    )];
    return [card("有没听懂的地方", muted(error.message), misread(sentence, error.errors, retry))];
  }
}
