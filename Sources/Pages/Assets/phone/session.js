// Who is in on this phone. The token lies in IndexedDB, sealed with a key that the PIN opens; the key itself is in memory
// only. Log-out, five wrong PINs and a set time take everything away but what is unsent.
import { Refusal, call, token } from "../shared/api.js";
import { change, clear, get, put } from "./db.js";
import { canSeal, keyOf, keyOfPIN, openBytes, random, seal, sealBytes, unseal } from "./seal.js";

/** Days after the last log-in, or the last right PIN while it lasts, for which what was read stays on the phone. */
const DAYS_KEPT = 7;
export const TRIES = 5;
const IN_TAB = "menpai.phone";

let held = "";
let cacheKey = null;
/** Where there is no PIN the log-in lasts as long as the tab. */
token.keepIn({
  get: () => held,
  set: (text) => { held = text; },
  forget: () => { held = ""; },
});

export const session = {
  me: null,
  /** When the server's session ends. */
  expiresAt: null,
  isLocked: false,
  hasPIN: false,
  get isIn() { return this.me !== null && !this.isLocked; },
  get isExpired() { return !held || (this.expiresAt !== null && Date.parse(this.expiresAt) <= Date.now()); },
  /** The key for what is kept for reading offline; null where nothing is to be kept. */
  get key() { return cacheKey; },
  /** The server knows the token no more, whatever it said at log-in. */
  end() { this.expiresAt = new Date(0).toISOString(); },
  may: (right) => session.me?.rights.includes(right) ?? false,
};

/** What is known of the last log-in before anything is opened: who, whether there is a PIN. Forgets what is too old. */
export async function wake() {
  const vault = await get("keep", "vault");
  if (vault && (Date.now() - vault.at > DAYS_KEPT * 86_400_000 || !canSeal)) {
    await wipe();
    return null;
  }
  if (vault) {
    session.me = vault.me;
    session.isLocked = true;
    session.hasPIN = true;
    return vault;
  }
  await clear("cache");
  const inTab = JSON.parse(sessionStorage.getItem(IN_TAB) ?? "null");
  if (inTab) {
    held = inTab.token;
    session.me = inTab.me;
    session.expiresAt = inTab.expiresAt;
  }
  return null;
}

export const deviceName = async () => (await get("keep", "device-name")) ?? undefined;

/** How many days a log-in lasts on a phone that keeps it sealed behind a PIN. */
const DAYS_IN = 30;

/** The name by which the owner knows this phone at the desk, to end its log-in when it is lost; null where nothing is sealed. */
export async function staying() {
  if (!canSeal) return null;
  let name = await get("keep", "phone-name");
  if (!name) {
    const kind = [["iPhone", /iPhone/], ["iPad", /iPad/], ["安卓手机", /Android/]].find(([, words]) => words.test(navigator.userAgent))?.[0] ?? "电脑";
    name = `${kind} ${[...random(2)].map((byte) => byte.toString(16).padStart(2, "0")).join("").toUpperCase()}`;
    await put("keep", "phone-name", name);
  }
  return { days: DAYS_IN, name };
}

/** What somebody may see and do, for comparing. */
const reach = ({ areas, role, rights }) => JSON.stringify([areas, role, rights]);

/** After the server has let somebody in. Whether it is somebody else than before, or with other places: what was kept is void. */
export async function enter(answer) {
  const before = session.me;
  held = answer.token;
  session.expiresAt = answer.expires_at;
  const me = await call("GET", "/v1/me");
  const isOther = before !== null && before.id !== me.id;
  const isMoved = before !== null && !isOther && reach(before) !== reach(me);
  if (isOther) await forgetReading();
  if (isMoved) await clear("cache");
  session.me = me;
  session.isLocked = false;
  await put("keep", "device-name", answer.device);
  if (session.hasPIN && cacheKey) await keepVault(await get("keep", "vault"));
  else sessionStorage.setItem(IN_TAB, JSON.stringify({ token: held, me, expiresAt: session.expiresAt }));
  return isOther || isMoved;
}

async function keepVault(vault) {
  const { me, expiresAt } = session;
  await put("keep", "vault", { ...vault, me, at: Date.now(), wrong: 0, sealed: await seal(cacheKey, { token: held, expiresAt }) });
}

/** Four to six digits that open this phone's log-in, also without signal. */
export async function setPIN(pin) {
  const [raw, salt] = [random(32), random(16)];
  cacheKey = await keyOf(raw);
  await keepVault({ salt, wrapped: await sealBytes(await keyOfPIN(pin, salt), raw) });
  session.hasPIN = true;
  sessionStorage.removeItem(IN_TAB);
  await clear("cache");
}

/** How many tries are left after this one, or null where it was right. After the last one nothing but what is unsent is left. */
export async function unlock(pin) {
  const vault = await get("keep", "vault");
  if (!vault) return 0;
  // Counted before it is tried: closing the page takes no try back.
  const wrong = vault.wrong + 1;
  await put("keep", "vault", { ...vault, wrong });
  let raw;
  try {
    raw = await openBytes(await keyOfPIN(pin, vault.salt), vault.wrapped);
  } catch {
    if (wrong >= TRIES) await wipe();
    return TRIES - wrong;
  }
  cacheKey = await keyOf(raw);
  const { token: text, expiresAt } = await unseal(cacheKey, vault.sealed);
  held = text;
  Object.assign(session, { me: vault.me, expiresAt, isLocked: false });
  await put("keep", "vault", { ...vault, wrong: 0, at: session.isExpired ? vault.at : Date.now() });
  return null;
}

/** Puts the keys away; what is on the screen is hidden by whoever calls this. */
export function lock() {
  if (!session.hasPIN || session.isLocked) return false;
  cacheKey = null;
  held = "";
  session.isLocked = true;
  return true;
}

async function forgetReading() {
  cacheKey = null;
  session.hasPIN = false;
  sessionStorage.removeItem(IN_TAB);
  await change([["keep", "vault", undefined]]);
  for (const store of ["cache", "sent", "drafts"]) await clear(store);
}

/** Everything but what is unsent is gone. */
async function wipe() {
  await forgetReading();
  held = "";
  Object.assign(session, { me: null, expiresAt: null, isLocked: false });
}

/** Ends the session here and, where it can be reached, on the server. */
export async function leave() {
  try {
    if (held) await call("POST", "/v1/logout", { timeout: 8_000 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  await wipe();
}

/** Who is in may have other areas and rights than at log-in: asked again while there is signal. */
export async function refreshMe() {
  const me = await call("GET", "/v1/me");
  const hasChanged = reach(me) !== reach(session.me);
  session.me = me;
  session.expiresAt = me.expires_at ?? session.expiresAt;
  if (hasChanged && session.hasPIN && cacheKey) await keepVault(await get("keep", "vault"));
  return hasChanged;
}
