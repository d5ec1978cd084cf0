// Sealing with WebCrypto. Browsers have it on https (and on this machine itself) only; without it nothing that names people
// is kept beyond the tab, but what is unsent.
import { get, put } from "./db.js";

export const canSeal = Boolean(globalThis.crypto?.subtle);
const ROUNDS = 310_000;
const GCM = "AES-GCM";

export const random = (length) => crypto.getRandomValues(new Uint8Array(length));
export const randomName = () => [...random(16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const bytesOf = (value) => new TextEncoder().encode(JSON.stringify(value));
const valueOf = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/** Bytes under a key. */
export async function sealBytes(key, bytes) {
  const iv = random(12);
  return { iv, data: await crypto.subtle.encrypt({ name: GCM, iv }, key, bytes) };
}

/** @throws where the key is another one, or the bytes were changed. */
export const openBytes = (key, { iv, data }) => crypto.subtle.decrypt({ name: GCM, iv }, key, data);

export const seal = async (key, value) => sealBytes(key, bytesOf(value));
export const unseal = async (key, sealed) => valueOf(await openBytes(key, sealed));

export const keyOf = (raw) => crypto.subtle.importKey("raw", raw, GCM, false, ["encrypt", "decrypt"]);

let device = null;

/**
 * The keys of this browser; they cannot be taken out of it. `queue` seals what is unsent: it must outlive log-out, a forgotten
 * PIN and a new password. `mix` goes into the PIN's key, so that four digits are not tried out elsewhere.
 */
export function deviceKeys() {
  device ??= (async () => {
    const held = await get("keep", "device");
    if (held) return held;
    const made = {
      queue: await crypto.subtle.generateKey({ name: GCM, length: 256 }, false, ["encrypt", "decrypt"]),
      mix: await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
    };
    await put("keep", "device", made);
    return made;
  })();
  return device;
}

/** The key that a PIN stands for, on this phone only. */
export async function keyOfPIN(pin, salt) {
  const plain = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
  const slow = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }, plain, 256);
  const { mix } = await deviceKeys();
  return keyOf(await crypto.subtle.sign("HMAC", mix, slow));
}

/** Under the device's key where there is one; as it is where the browser cannot seal. */
export const sealHere = async (value) => (canSeal ? seal((await deviceKeys()).queue, value) : { plain: value });
export const unsealHere = async (sealed) => ("plain" in sealed ? sealed.plain : unseal((await deviceKeys()).queue, sealed));
