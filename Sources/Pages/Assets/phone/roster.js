// The houses of one's grids and who lives there, fetched ahead while there is signal, for finding a household without it.
// Masked as everywhere; limited in number; sealed and gone with the session like all that is kept.
import { call } from "../shared/api.js";
import { peek, remember } from "./reading.js";
import { session } from "./session.js";

const HOUSES = 1000;
const PEOPLE = 2000;
const FRESH_FOR = 12 * 3_600_000;
const NEAR = ["committee", "grid"];

async function pages(path, select, most) {
  const items = [];
  let cursor = null;
  do {
    const answer = await call("GET", path, { query: { select, limit: 500, count: "none", ...(cursor ? { cursor } : {}) } });
    items.push(...answer.items);
    cursor = answer.next_cursor;
  } while (cursor && items.length < most);
  return items.slice(0, most);
}

/** Whether the caller's areas are small enough to be carried in a pocket. */
const isNear = () => session.key !== null && session.me.areas.length > 0 && session.me.areas.every(({ level }) => NEAR.includes(level));

/** Fetches the roster where it is older than half a day, or at once. */
export async function fetchRoster(isAsked = false) {
  if (!isNear()) return null;
  const held = await peek("roster");
  if (held && !isAsked && Date.now() - held.at < FRESH_FOR) return held;
  const houses = await pages("/v1/houses", "id,address,kind,residents,committee,grid,last_visited,version", HOUSES);
  const people = await pages(
    "/v1/people", "id,name,sex,age,birth_date,phone,role,since,house_id,address,last_visited,version", PEOPLE,
  );
  await remember("roster", {}, { houses, people });
  return peek("roster");
}

export const roster = () => peek("roster");

const folded = (text) => text.normalize("NFKC").replace(/\s+|^上海市|[一-龥]{2}区(?=[一-龥]{2})/g, "").toLowerCase();

/** Houses of the roster whose address holds the text, and people at them; without signal. */
export async function findKept(text) {
  const held = await roster();
  if (!held) return [];
  const wanted = folded(text);
  return held.body.houses.filter((house) => folded(house.address).includes(wanted)).slice(0, 20);
}

export const houseKept = async (id) => {
  const held = await roster();
  const house = held?.body.houses.find((one) => one.id === id);
  return house ? { body: { ...house, tags: [] }, version: house.version, at: held.at, isOld: true } : null;
};

export const residentsKept = async (id) => {
  const held = await roster();
  const items = held?.body.people.filter((one) => one.house_id === id) ?? [];
  return held ? { body: { items, total: items.length }, at: held.at, isOld: true } : null;
};

export const personKept = async (id) => {
  const held = await roster();
  const person = held?.body.people.find((one) => one.id === id);
  return person ? { body: { ...person, tags: [] }, version: person.version, at: held.at, isOld: true } : null;
};

/** As `read`, but where there is no signal and nothing kept, what the roster has. */
export async function orKept(reading, kept) {
  try {
    return await reading();
  } catch (error) {
    const held = error.status === 0 ? await kept() : null;
    if (!held) throw error;
    return held;
  }
}
