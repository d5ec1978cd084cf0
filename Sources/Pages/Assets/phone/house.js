// A house: who lives and trades there, what is known of it, and what can be done there.
import { Refusal } from "../shared/api.js";
import { el, facts } from "../shared/dom.js";
import { sayDay, text } from "../shared/words.js";
import { pathOf } from "./answers.js";
import { visitPhotos } from "./files.js";
import { rememberHouse } from "./find.js";
import { onQueue, pendingAt } from "./queue.js";
import { read } from "./reading.js";
import { houseKept, orKept, residentsKept } from "./roster.js";
import { dial, maskedText } from "./reveal.js";
import { session } from "./session.js";
import { tagChips } from "./tagging.js";
import { card, chip, empty, icon, link, muted, oldNote, row, topBar, trouble, waiting } from "./ui.js";

const RESIDENTS = "id,name,sex,age,birth_date,phone,role,since,house_id,address,last_visited,version";
/** So many people's tags are read with a house. */
const TAGGED = 12;
const CHIPS = 5;
const SHOWN = 8;
const FORMER = 30;
const quoted = (address) => `"${address.replace(/["\\]/g, "")}"`;
const at = (house) => `address = ${quoted(house.address)}`;

/** Who lives at a house now. */
export const readResidents = (house, options) => orKept(
  () => read("/v1/people", { where: at(house), select: RESIDENTS, limit: 100, count: "none" }, options),
  () => residentsKept(house.id),
);
export const readHouse = (id, options) => orKept(() => read(`/v1/houses/${id}`, {}, options), () => houseKept(Number(id)));

export async function houseView(place, { id }, signal) {
  const options = { signal };
  place.replaceChildren(topBar("房屋", "find"), waiting());
  const { body: house, isOld, at: since } = await readHouse(id, options);
  if (signal.aborted) return;
  rememberHouse(house);
  const people = el("div", {}, waiting());
  const pending = el("div");
  const rest = el("div");
  place.replaceChildren(topBar("房屋", "find"), plate(house), isOld ? oldNote(since) : "", pending, people, rest, actions(house));
  const drawPending = () => pending.replaceChildren(...pendingCard(`houses/${house.id}`));
  const stop = onQueue(drawPending);
  signal.addEventListener("abort", stop);
  drawPending();
  await Promise.all([
    part(people, async () => residents(house, options), signal),
    part(rest, async () => overlays(house, options), signal),
  ]);
}

/** Fills a part of the page; what cannot be read is said there and leaves the rest alone. */
async function part(box, work, signal) {
  try {
    box.replaceChildren(...await work());
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof Refusal && error.status === 401) throw error;
    box.replaceChildren(trouble(error));
  }
}

/** The house's number plate: what one stands before. */
function plate(house) {
  const under = [house.compound, house.committee, house.grid].filter(Boolean).join(" · ");
  const known = [
    text(house.kind), house.area_m2 ? `${house.area_m2} ㎡` : "", house.built ? `${house.built} 年建` : "",
    house.last_visited ? `${sayDay(house.last_visited)}走访过` : "还没有走访过",
  ];
  return el(
    "header", { className: "houseplate" }, el("h1", { textContent: house.address, tabIndex: -1 }), el("p", { textContent: under }),
    el("p", { className: "small" }, known.filter(Boolean).join(" · ")),
  );
}

function actions(house) {
  if (!session.may("write")) return "";
  const action = (path, name, title, className = "") => link(
    `houses/${house.id}/${path}`, { className: `act ${className}`, id: `to-${path}` }, icon(name),
    el("span", { textContent: title }),
  );
  return el(
    "div", { className: "actbar" }, action("visit", "pen", "记走访", "main"), action("matter", "flag", "报事情"),
    action("move-in", "person", "迁入"), action("tag", "tag", "打标签"),
  );
}

/** What was noted at a page and is still on the phone. */
export function pendingCard(path) {
  const entries = pendingAt(path);
  if (!entries.length) return [];
  return [card(
    ["还没发出的", chip(`${entries.length} 条`, "wait")],
    ...entries.map((entry) => row(
      `outbox/${entry.id}`, entry.title, entry.state === "waiting" ? "有信号时自动发送" : "要处理",
      entry.state === "waiting" ? "" : chip("要处理", "bad"),
    )),
  )];
}

async function residents(house, options) {
  const [people, shops] = await Promise.all([
    readResidents(house, options), optional(() => read("/v1/shops", { where: at(house), limit: 20, count: "none" }, options)),
  ]);
  const living = people.body.items;
  const trading = shops?.body.items ?? [];
  const cards = [card(
    ["住在这里", chip(`${living.length} 人`)], ...living.map((person, index) => resident(person, index < TAGGED, options)),
    living.length ? "" : empty("现在没有人登记住在这里。"),
  )];
  if (trading.length) cards.push(card(["在这里经营", chip(`${trading.length} 家`)], ...trading.map(shop)));
  return cards;
}

function resident(person, isTagged, options) {
  const tags = el("div", { className: "chips" });
  if (isTagged) showTags(tags, person.id, options);
  return el("div", { className: "resident" },
    row(`people/${person.id}`, [
      person.name, " ",
      el(
        "span",
        {
          className: "soft",
          textContent: [
            text(person.sex), person.age === null ? "" : `${person.age} 岁`, text(person.role),
          ].filter(Boolean).join(" · "),
        },
      ),
    ],
      person.last_visited ? `${sayDay(person.last_visited)}走访过` : null),
    person.phone ? el(
      "button", { type: "button", className: "round", "aria-label": `给${person.name}打电话`, onclick: () => dial(person) },
      icon("phone"),
    ) : null,
    tags);
}

/** Lists of people have no tags: they come with each person, who can then be opened without signal too. */
async function showTags(box, id, options) {
  const person = await read(`/v1/people/${id}`, {}, options).catch(() => null);
  // What the data lack is the desk's to mend, and the age stands beside the name: at the door both are noise.
  const tags = (person?.body.tags ?? []).filter(({ code, name }) => !code.startsWith("DQ") && !/^\d+周?岁/.test(name));
  box.replaceChildren(
    ...tags.slice(0, CHIPS).map(({ name }) => chip(name)), ...(tags.length > CHIPS ? [chip(`还有 ${tags.length - CHIPS} 个`)] : []),
  );
}

function shop(item) {
  return el("details", { className: "fold" }, el(
    "summary", {},
    el(
      "span", { className: "what" }, el("b", { textContent: item.name }),
      el("small", { textContent: [text(item.status), item.category].filter(Boolean).join(" · ") }),
    ),
  ),
    facts([
      ["联系人", item.contact], ["电话", item.phone], ["证照到期", item.licence_until], ["打烊", item.closes], ["开业", item.opened],
      ["信用代码", item.credit_code],
    ]));
}

/** What may be missing without spoiling the page: no signal, or no right to see it. */
async function optional(reading) {
  try {
    return await reading();
  } catch (error) {
    // Whoever has gone on to another page waits for nothing.
    if (error.name === "AbortError" || (error instanceof Refusal && error.status !== 401)) return null;
    throw error;
  }
}

async function overlays(house, options) {
  const [tags, orders, visits, assets, timeline] = await Promise.all([
    optional(() => read(`/v1/houses/${house.id}/tags`, {}, options)),
    optional(() => read(
      "/v1/work_orders",
      { where: at(house), select: "id,number,title,state,due_at,reported_at", sort: "reported_at.desc", limit: 20 }, options,
    )),
    optional(() => read("/v1/visits", { house_id: house.id, limit: 5 }, options)),
    optional(() => read(
      "/v1/assets", { where: `address ~ ${quoted(house.address.replace(/[^号]*$/, ""))}`, limit: 30, count: "none" }, options,
    )),
    optional(() => read(`/v1/houses/${house.id}/timeline`, { limit: 100 }, options)),
  ]);
  const here = (assets?.body.items ?? []).filter((asset) => asset.house_id === house.id || (asset.building_id === house.building_id && !asset.house_id));
  const cards = [];
  if (tags) cards.push(card("房屋标签", tagChips("houses", house.id, tags.body.items)));
  if (orders?.body.items.length) cards.push(card(
    ["工单", chip(`${orders.body.total} 件`)],
    ...orders.body.items.map((order) => row(
      `tickets/${order.id}`, order.title, `${sayDay(order.reported_at)} · ${order.number}`, chip(text(order.state)),
    )),
  ));
  if (visits) {
    cards.push(card(["走访", chip(`${visits.body.total} 次`)], ...visits.body.items.map((visit) => el("div", { className: "note" },
      el(
        "p", {}, el("b", { textContent: `${sayDay(visit.visited_on)} ${visit.purpose}` }), " ",
        el("span", { className: "soft", textContent: visit.by }),
      ), visit.note ? maskedText(visit.note, { subject: "visits", id: visit.id, field: "note" }) : null, visitPhotos(visit))),
    visits.body.items.length ? "" : empty("还没有记过走访。")));
  }
  if (here.length) cards.push(card(
    ["设施设备", chip(`${here.length} 件`)],
    ...here.map((asset) => el(
      "div", { className: "note" }, el("b", { textContent: `${asset.kind} ${asset.code ?? ""}` }),
      el(
        "p",
        { className: "soft", textContent: [asset.status, asset.due ? `${sayDay(asset.due)}检验到期` : ""].filter(Boolean).join(" · ") },
      ),
    )),
  ));
  const events = timeline?.body.items ?? [];
  const records = events.filter(({ subject }) => subject === "records");
  if (records.length) cards.push(card(["专题记录", chip(`${records.length} 条`)], ...records.map((one) => recordFold(one, options))));
  cards.push(timeline ? card(
    "来龙去脉", ...events.filter(({ subject }) => subject !== "records").slice(0, SHOWN).map(event),
    row(`houses/${house.id}/history`, "全部经过和以前的住户", null),
  ) : "");
  return cards;
}

const event = ({ at: day, title, subject, subject_id: id }) => {
  const path = pathOf(subject, { id });
  const words = el("span", { className: "what" }, el("small", { textContent: sayDay(day) }), el("span", { textContent: title }));
  return path ? link(path, { className: "event" }, words, icon("next", "icon faint")) : el("div", { className: "event" }, words);
};

/** Everything that happened at the address, and who lived and traded there before. */
export async function historyView(place, { id }, signal) {
  const options = { signal };
  const body = el("div", {}, waiting());
  place.replaceChildren(topBar("来龙去脉", `houses/${id}`), body);
  const [house, links, timeline] = await Promise.all([
    readHouse(id, options), read("/v1/occupancies", { house_id: id }, options),
    read(`/v1/houses/${id}/timeline`, { limit: 100 }, options),
  ]);
  const ended = links.body.items.filter(({ until }) => until);
  const former = el("div", {}, ended.length ? waiting() : empty("没有登记过以前的住户。"));
  body.replaceChildren(
    muted(house.body.address), card(["以前的", chip(`${ended.length}`)], former), card("经过", ...timeline.body.items.map(event)),
  );
  if (ended.length) await part(former, () => Promise.all(ended.slice(0, FORMER).map((one) => formerRow(one, options))), signal);
}

async function formerRow(held, options) {
  const path = held.person_id ? `people/${held.person_id}` : `shops/${held.shop_id}`;
  const who = await optional(() => read(`/v1/${path}`, {}, options));
  const days = `${held.since ? sayDay(held.since) : "不详"} 至 ${sayDay(held.until)} · ${text(held.role)}`;
  return held.person_id && who ? row(path, who.body.name, days) : el(
    "div", { className: "note" }, el("b", { textContent: who?.body.name ?? "已不在辖区" }),
    el("p", { className: "soft", textContent: days }),
  );
}

/** A record of a further table (专题库): its fields come when it is opened. */
function recordFold({ at: day, title, subject_id: id }, options) {
  const body = el("div");
  const open = async () => {
    const [record, datasets] = await Promise.all([
      optional(() => read(`/v1/records/${id}`, {}, options)), optional(() => read("/v1/datasets", {}, options)),
    ]);
    if (!record) return body.replaceChildren(muted("没有读到，有信号时再看。"));
    const fields = datasets?.body.items.find(({ code }) => code === record.body.dataset)?.fields ?? [];
    const titles = new Map(fields.map(({ name, title: words }) => [name, words]));
    body.replaceChildren(facts(Object.entries(record.body.data).filter(([name]) => titles.has(name)).map(([name, value]) => [titles.get(name), text(value)])));
  };
  return el("details", { className: "fold", ontoggle: (event) => { if (event.target.open && !body.childElementCount) open(); } },
    el(
      "summary", {},
      el(
        "span", { className: "what" }, el("b", { textContent: title.replace(/^登记「(.*)」$/, "$1") }),
        el("small", { textContent: sayDay(day) }),
      ),
    ), body);
}
