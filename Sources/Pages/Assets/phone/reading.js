// Reading from the server, and from the phone where there is no signal. What is kept is sealed with the session's key,
// limited in count, and gone with the session.
import { Refusal, callWhole } from "../shared/api.js";
import * as db from "./db.js";
import { seal, unseal } from "./seal.js";
import { session } from "./session.js";

/** So many answers are kept; the ones that were not looked at for longest go first. */
const KEPT = 600;
/** Milliseconds for which somebody at a door waits for news where there is something older; less where there is no signal. */
const PATIENCE = 4_000;
const OFF_PATIENCE = 2_000;
const memory = new Map();
let onExpired = () => {};
/** Who asks for a log-in when the server's session has ended; what is kept can be read all the same. */
export const whenReadExpired = (work) => { onExpired = work; };

const nameOf = (path, query) => {
  const parameters = new URLSearchParams(query).toString();
  return parameters ? `${path}?${parameters}` : path;
};

async function keep(name, kept) {
  memory.set(name, kept);
  const { key } = session;
  if (!key) return;
  await db.put("cache", name, { usedAt: Date.now(), sealed: await seal(key, kept) });
}

async function kept(name) {
  if (memory.has(name)) return memory.get(name);
  const { key } = session;
  const row = key ? await db.get("cache", name) : null;
  if (!row) return null;
  try {
    const value = await unseal(key, row.sealed);
    memory.set(name, value);
    return value;
  } catch {
    return null;
  }
}

async function ask(name, path, query, options) {
  const { body } = await callWhole("GET", path, { query, ...options });
  const fresh = { body, version: body?.version, at: Date.now() };
  await keep(name, fresh);
  return { ...fresh, isOld: false };
}

const later = (milliseconds, value) => new Promise((resolve) => { setTimeout(resolve, milliseconds, value); });

/**
 * What the server answers to a GET, or what it answered last where it cannot be reached or takes too long over a bad signal:
 * `{ body, version, at, isOld }`.
 *
 * @throws Refusal where the server refuses, or there is neither signal nor anything kept.
 */
export async function read(path, query = {}, { signal, timeout = 12_000 } = {}) {
  const name = nameOf(path, query);
  const held = await kept(name);
  const isOff = !navigator.onLine;
  const asking = ask(name, path, query, { signal, timeout: isOff ? OFF_PATIENCE : timeout });
  if (!held) return asking;
  try {
    return await Promise.race([asking, later(isOff ? OFF_PATIENCE / 4 : PATIENCE, { ...held, isOld: true })]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 404) await forget(name);
    if (error.status === 401 && session.hasPIN) {
      onExpired();
      return { ...held, isOld: true };
    }
    if (error.status !== 0 && error.status < 500) throw error;
    return { ...held, isOld: true };
  }
}

/** What is kept of an answer, at once and without asking; null where nothing is. */
export const peek = (path, query = {}) => kept(nameOf(path, query));

/** Puts an answer into what is kept, as if it had been read: rosters that are fetched ahead. */
export const remember = (path, query, body) => keep(nameOf(path, query), { body, version: body?.version, at: Date.now() });

async function forget(name) {
  memory.delete(name);
  await db.remove("cache", name);
}

/** What is in memory goes with the session's key. */
export const forgetMemory = () => memory.clear();

/** Everything that was kept goes: who reads it may see other places now. */
export async function forgetKept() {
  forgetMemory();
  await db.clear("cache");
}

/** Takes out what has not been looked at for longest. */
export async function prune() {
  const names = await db.keys("cache");
  if (names.length <= KEPT) return;
  const rows = await Promise.all(names.map(async (name) => [name, (await db.get("cache", name))?.usedAt ?? 0]));
  rows.sort((one, other) => one[1] - other[1]);
  await db.change(rows.slice(0, names.length - KEPT).map(([name]) => ["cache", name, undefined]));
}
