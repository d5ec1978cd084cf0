// What was noted and is not sent yet. An entry is on disk before anything is sent, and leaves it only when the server has
// taken it or a person drops it. Entries of one subject are a chain, sent in order; chains do not wait for each other.
import * as db from "./db.js";
import { canSeal, deviceKeys, openBytes, randomName, sealBytes, sealHere, unsealHere } from "./seal.js";

/** In order. What is said about them is sealed on disk and open here. */
let entries = [];
const listeners = new Set();
const SENT_KEPT = 40;

export const STATES = { waiting: "待发送", stuck: "被退回", conflict: "有冲突" };

/** Calls `work` whenever the backlog changes; answers how to stop that. */
export function onQueue(work) {
  listeners.add(work);
  return () => listeners.delete(work);
}
/** Those who listen may begin and end to listen while they are told. */
const tell = () => { for (const work of [...listeners]) work(); };

/** Changes come one after the other: what is in memory is what is on disk. */
let turn = Promise.resolve();
const inTurn = (work) => {
  turn = turn.then(work, work);
  return turn;
};

/** Another tab of this phone has the same queue. */
const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel("menpai-queue") : null;
tabs?.addEventListener("message", () => loadQueue());
function changed() {
  tabs?.postMessage("changed");
  tell();
}

/** Reads what is on disk. An entry that cannot be opened stays there and is shown as such. */
export const loadQueue = () => inTurn(async () => {
  const rows = await db.all("queue");
  const read = await Promise.all(rows.map(async ({ sealed, ...plain }) => {
    try {
      return { ...plain, ...(await unsealHere(sealed)) };
    } catch {
      return { ...plain, state: "stuck", title: "打不开的一条记录", refusal: { detail: "本机的密钥已被清除，这一条打不开了。" } };
    }
  }));
  entries = read.sort((one, other) => one.order - other.order);
  tell();
});

const PLAIN = ["id", "chain", "owner", "order", "at"];

async function row(entry) {
  const plain = Object.fromEntries(PLAIN.map((name) => [name, entry[name]]));
  const rest = Object.fromEntries(Object.entries(entry).filter(([name]) => !PLAIN.includes(name)));
  return { ...plain, sealed: await sealHere(rest) };
}

let last = 0;
/** Grows also where the clock is put back. */
const nextOrder = () => { last = Math.max(last + 1, Date.now(), (entries.at(-1)?.order ?? 0) + 1); return last; };

/**
 * Notes something to be sent, and what hangs on it, all at once: `chain` (the subject), `title` and `about` (for people),
 * `method`, `path`, `body`; for changes of a row `base` and `version`; for a photo `photo` (a blob). Drafts after the first
 * belong to the row that the first makes: `{made}` in their path becomes its number. Resolves once they are on disk.
 */
export const note = (drafts, owner) => inTurn(async () => {
  const made = drafts.map(({ photo, ...rest }) => {
    const id = randomName();
    return {
      id, key: `phone-${id}`, state: "waiting", tries: 0, order: nextOrder(), at: new Date().toISOString(), owner, ...rest,
      ...(photo ? { photo: { type: photo.type, size: photo.size } } : {}),
    };
  });
  for (const entry of made.slice(1)) entry.after = made[0].id;
  const rows = await Promise.all(made.map(row));
  const photos = await Promise.all(drafts.map(({ photo }) => (photo ? sealPhoto(photo) : null)));
  await db.change(made.flatMap((entry, index) => [
    ["queue", entry.id, rows[index]], ...(photos[index] ? [["photos", entry.id, photos[index]]] : []),
  ]));
  entries = [...entries, ...made];
  changed();
  return made[0].id;
});

async function sealPhoto(photo) {
  const bytes = await photo.arrayBuffer();
  return canSeal ? sealBytes((await deviceKeys()).queue, bytes) : { plain: bytes };
}

export async function photoOf(entry) {
  const kept = await db.get("photos", entry.id);
  const bytes = "plain" in kept ? kept.plain : await openBytes((await deviceKeys()).queue, kept);
  return new Blob([bytes], { type: entry.photo.type });
}

/** New values for an entry. A body that has changed is another request, which needs another key. */
export const update = (id, values) => inTurn(async () => {
  const held = entries.find((entry) => entry.id === id);
  if (!held) return;
  const next = { ...held, ...values };
  if ("body" in values) Object.assign(next, { key: `phone-${randomName()}`, tries: 0, firstTried: undefined });
  await db.put("queue", id, await row(next));
  entries = entries.map((entry) => (entry.id === id ? next : entry));
  changed();
});

/** Takes an entry out, and those that hang on it: what was never made has no photos. */
export const drop = (id) => inTurn(async () => {
  const gone = entries.filter((entry) => entry.id === id || entry.after === id);
  await db.change(gone.flatMap((entry) => [["queue", entry.id, undefined], ["photos", entry.id, undefined]]));
  entries = entries.filter((entry) => !gone.includes(entry));
  changed();
});

/** The server has it: out of the queue, and what waited for its number gets it, all at once. */
export const settle = (id, answer, remark = "") => inTurn(async () => {
  const entry = entries.find((one) => one.id === id);
  if (!entry) return;
  const waiting = entries.filter((one) => one.after === id)
    .map((one) => ({ ...one, after: null, path: one.path.replace("{made}", String(answer?.id)) }));
  const rows = await Promise.all(waiting.map(row));
  const sent = await sealHere({
    title: entry.title, about: entry.about, at: entry.at, sentAt: new Date().toISOString(), remark, link: entry.link,
  });
  await db.change([
    ["queue", id, undefined], ["photos", id, undefined], ["sent", entry.order, sent],
    ...waiting.map((one, index) => ["queue", one.id, rows[index]]),
  ]);
  entries = entries.filter((one) => one.id !== id).map((one) => waiting.find((other) => other.id === one.id) ?? one);
  changed();
});

/** What went out lately, newest first. */
export async function sentLately() {
  const keys = (await db.keys("sent")).sort((one, other) => other - one);
  await db.change(keys.slice(SENT_KEPT).map((key) => ["sent", key, undefined]).concat([["sent", -1, undefined]]));
  const rows = await Promise.all(keys.slice(0, SENT_KEPT).map((key) => db.get("sent", key)));
  return (await Promise.all(rows.map((sealed) => unsealHere(sealed).catch(() => null)))).filter(Boolean);
}

export const backlog = () => entries;
export const pendingOf = (chain) => entries.filter((entry) => entry.chain === chain);
/** What was noted from a page and is to be seen there. */
export const pendingAt = (link) => entries.filter((entry) => entry.link === link);

/** The first entry of each chain of somebody, where it is not stuck: what can be sent now. */
export function ready(owner) {
  const seen = new Set();
  return entries.filter((entry) => {
    if (seen.has(entry.chain)) return false;
    seen.add(entry.chain);
    return entry.state === "waiting" && entry.owner.id === owner && !entry.after;
  });
}

/** The entry that holds this one up; null where none does. */
export const holder = (entry) => entries.find((one) => one.chain === entry.chain && one.order < entry.order && one.state !== "waiting") ?? null;

/** How many wait, since when, and how many need a person. */
export function summary() {
  const troubled = entries.filter((entry) => entry.state !== "waiting");
  return { count: entries.length, oldest: entries[0]?.at ?? null, troubled: troubled.length };
}
