// Sends the queue. Time-outs, lost connections and faults of the server decide nothing: the same entry goes again with the
// same key. What the server refuses is kept with its words; what somebody else changed meanwhile is compared field by field.
import { Refusal, call } from "../shared/api.js";
import { compare } from "./merge.js";
import { holder, loadQueue, photoOf, ready, settle, update } from "./queue.js";
import { session } from "./session.js";

/** How long the server answers a key's first answer again (48 hours), less an hour. */
const KEY_HOURS = 47;
const WAITS = [3, 8, 20, 45, 60];
const AT_ONCE = 3;
/** What says nothing about the entry itself. */
const isPassing = ({ status, code }) => status === 0 || status >= 500 || status === 408 || status === 425 || status === 429 || code === "busy";

let isSending = false;
let failures = 0;
let timer = null;
let onExpired = () => {};
/** Who asks for a log-in when the server's session has ended. */
export const whenExpired = (work) => { onExpired = work; };
/** Who is told each time that sending has ended, well or not. */
let onTried = () => {};
export const whenTried = (work) => { onTried = work; };
export const isUnreachable = () => failures > 0;

/** Sends what can be sent; once at a time, also with several tabs open. */
export async function send() {
  if (isSending || !session.isIn || !ready(session.me.id).length) return;
  if (session.isExpired) return navigator.onLine ? onExpired() : null;
  isSending = true;
  clearTimeout(timer);
  try {
    if (navigator.locks) await navigator.locks.request("menpai-send", { ifAvailable: true }, (lock) => (lock ? drain() : null));
    else await drain();
  } finally {
    isSending = false;
    onTried();
  }
  if (session.isIn && ready(session.me.id).length) again();
}

function again() {
  clearTimeout(timer);
  timer = setTimeout(() => { send(); }, WAITS[Math.max(0, Math.min(failures, WAITS.length) - 1)] * 1000);
}

/** Signal is back, or somebody asks: now, not in a minute. */
export function sendNow() {
  failures = 0;
  return send();
}

async function drain() {
  // Another tab may have sent since.
  await loadQueue();
  for (;;) {
    const batch = session.isIn ? ready(session.me.id).slice(0, AT_ONCE) : [];
    if (!batch.length) return;
    const outcomes = await Promise.all(batch.map(one));
    if (outcomes.includes("expired")) return onExpired();
    if (outcomes.includes("later")) { failures += 1; return; }
    failures = 0;
  }
}

async function one(entry) {
  if (isTooOld(entry)) {
    await update(entry.id, { state: "stuck", refusal: { detail: "上次发送没有收到答复，已超过两天，系统无法确认是否已记上。请先到页面上核对，再决定重发或放弃。" } });
    return "stuck";
  }
  await update(entry.id, { tries: entry.tries + 1, firstTried: entry.firstTried ?? new Date().toISOString() });
  try {
    await settle(entry.id, await request(entry), entry.remark);
    return "sent";
  } catch (error) {
    return failed(entry, error);
  }
}

async function failed(entry, error) {
  if (!(error instanceof Refusal)) throw error;
  if (error.status === 401) return "expired";
  if (isPassing(error)) return "later";
  if (error.status === 412 && entry.base) {
    try {
      return await conflicting(entry);
    } catch (other) {
      return failed({ ...entry, base: null }, other);
    }
  }
  await update(
    entry.id,
    {
      state: "stuck",
      refusal: {
        status: error.status, detail: error.message, errors: error.errors.map(({ detail, pointer }) => ({ detail, pointer })),
      },
    },
  );
  return "stuck";
}

/** A POST that may have arrived must not go again once its key is forgotten. Other methods do the same twice. */
const isTooOld = (entry) => entry.method === "POST" && entry.firstTried && Date.now() - Date.parse(entry.firstTried) > KEY_HOURS * 3_600_000;

async function request(entry) {
  const headers = {};
  if (entry.method === "POST") headers["Idempotency-Key"] = entry.key;
  if (entry.version !== undefined) headers["If-Match"] = `"${entry.version}"`;
  if (!entry.photo) return call(entry.method, entry.path, { body: entry.body, headers, timeout: 30_000 });
  const file = await photoOf(entry);
  return call(
    "POST", entry.path, { file, query: entry.query ?? {}, headers: { ...headers, "Content-Type": file.type }, timeout: 180_000 },
  );
}

async function conflicting(entry) {
  const theirs = await call("GET", entry.path, { timeout: 20_000 });
  const { settled, left, conflicts, parallel } = compare(entry.base, theirs, entry.body, entry.tries > 0);
  const now = Object.fromEntries(Object.keys(entry.base).map((name) => [name, theirs[name] ?? null]));
  if (conflicts.length) {
    await update(entry.id, { state: "conflict", conflicts, theirs: now, theirVersion: theirs.version, settled });
    return "conflict";
  }
  if (!Object.keys(left).length) {
    await settle(entry.id, theirs, parallel.length ? { parallel } : "");
    return "sent";
  }
  await update(
    entry.id,
    {
      body: left, base: now, version: theirs.version,
      remark: { parallel: [...new Set([...(entry.remark?.parallel ?? []), ...parallel])] },
    },
  );
  return "again";
}

/** What a person decided: `mine` are the fields whose value here is to stand; the others stay as they are there. */
export async function decide(entry, mine) {
  const body = Object.fromEntries(Object.entries(entry.body).filter(([name]) =>
    !entry.settled.includes(name) && (mine.includes(name) || !entry.conflicts.some(({ field }) => field === name))));
  if (!Object.keys(body).length) await settle(entry.id, null, { theirs: true });
  else await update(
    entry.id, { state: "waiting", body, base: entry.theirs, version: entry.theirVersion, conflicts: undefined, refusal: undefined },
  );
  await sendNow();
}

/** The same again, after the server's refusal or a person's check: nothing of it has been done, so it is a new request. */
export async function resend(entry) {
  await update(entry.id, { state: "waiting", refusal: undefined, body: entry.body });
  await sendNow();
}

export const isHeldUp = (entry) => entry.state === "waiting" && holder(entry) !== null;
