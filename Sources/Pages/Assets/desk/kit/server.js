// Calls to the server from the desk. A session that has run out asks for the password in place and then goes on: what was
// typed stays on the page.
import { Refusal, call as ask, fetchFile as fetchOnce, token } from "../../shared/api.js";

export { Refusal, token };

let logInAgain = async () => false;
let asking = null;
/** `ask` shows the log-in and says whether the same person is in again. */
export const whenExpired = (work) => { logInAgain = work; };

async function again(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 401) throw error;
    asking ??= logInAgain().finally(() => { asking = null; });
    if (!await asking) throw error;
    return work();
  }
}

export const call = (method, path, options) => again(() => ask(method, path, options));

/** Comes in: the token is kept for this tab. */
export async function logIn(name, password) {
  token.forget();
  token.set((await ask("POST", "/v1/login", { body: { name, password } })).token);
}
export const get = (path, query = {}) => call("GET", path, { query: given(query) });
/** Asks by POST; nothing is written by it. */
export const inquire = (path, body) => call("POST", path, { body });

/** Keys of writes that nobody answered: the same said again is the same write, and not a second one. */
const unanswered = new Map();
const freshKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Writes by POST. `version`: of the row that was read, where the write is refused if somebody else was faster. */
export async function post(path, body, version) {
  const what = `${path} ${JSON.stringify(body ?? null)}`;
  const key = unanswered.get(what) ?? freshKey();
  try {
    const headers = { "Idempotency-Key": key, ...(version === undefined ? {} : { "If-Match": `"${version}"` }) };
    const answer = await call("POST", path, { body, headers });
    unanswered.delete(what);
    return answer;
  } catch (error) {
    if (error.status === 0) unanswered.set(what, key); else unanswered.delete(what);
    throw error;
  }
}

export const fetchFile = (path, query) => again(() => fetchOnce(path, query));
/** Changes the version of a row that was read; 412 where somebody else was faster. */
export const change = (path, body, version, method = "PATCH") =>
  call(method, path, { body, headers: { "If-Match": version === undefined ? "*" : `"${version}"` } });

/** A query without what is empty. */
export const given = (query) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== ""));

/** All items of a list, page after page; `limit: null` for a list that has no pages. */
export async function all(path, query = {}) {
  const items = [];
  let cursor = null;
  do {
    const page = await get(path, { limit: 500, ...query, cursor });
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return items;
}

/** The answer, or null where the server refuses it to this caller or does not know the route. */
export async function maybe(path, query) {
  try {
    return await get(path, query);
  } catch (error) {
    if (error instanceof Refusal && [403, 404].includes(error.status)) return null;
    throw error;
  }
}

/** Sends a file as the body; `onProgress` is told the share that has gone out. */
export const upload = (path, query, file, onProgress = () => {}) => again(() => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("POST", `${path}?${new URLSearchParams(given(query))}`);
  request.setRequestHeader("Authorization", `Bearer ${token.get()}`);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.responseType = "json";
  request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total); });
  request.addEventListener("error", () => reject(new Refusal(0, { detail: "无法连接服务器，请检查网络。" })));
  request.addEventListener("load", () => {
    if (request.status < 300) resolve(request.response); else reject(new Refusal(request.status, request.response));
  });
  request.send(file);
}));
