// Calls to this server. Where the token is kept is the page's to say: without a word it lives in sessionStorage, gone with
// the tab.
const KEY = "menpai.token";
const inTab = {
  get: () => sessionStorage.getItem(KEY) ?? "",
  set: (text) => sessionStorage.setItem(KEY, text),
  forget: () => sessionStorage.removeItem(KEY),
};
let keeper = inTab;

export const token = {
  get: () => keeper.get(),
  set: (text) => keeper.set(text),
  forget: () => keeper.forget(),
  /** Has the token kept elsewhere: an object with `get`, `set` and `forget`. */
  keepIn: (other) => { keeper = other; },
};

/** A refusal of the server: `body` is its problem document (RFC 9457). Status 0: it was not reached, or did not answer in time. */
export class Refusal extends Error {
  constructor(status, body, retryAfter = null) {
    super(body?.detail ?? `服务器答复 ${status}。`);
    this.status = status;
    this.code = body?.code ?? "";
    this.errors = body?.errors ?? [];
    this.readings = body?.readings ?? [];
    this.retryAfter = retryAfter;
  }
}

/** Ends the work when the caller's signal does, or after the time; `isLate` tells which. */
function deadline(signal, milliseconds) {
  const control = new AbortController();
  const state = { signal: control.signal, isLate: false, end: () => clearTimeout(timer) };
  const timer = setTimeout(() => { state.isLate = true; control.abort(); }, milliseconds);
  if (signal?.aborted) control.abort();
  signal?.addEventListener("abort", () => control.abort(), { once: true });
  return state;
}

async function ask(method, path, { query = {}, body, file, headers: more = {}, signal, timeout = 60_000 } = {}) {
  const parameters = new URLSearchParams(query).toString();
  const headers = { ...more };
  if (token.get()) headers.Authorization = `Bearer ${token.get()}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const limit = deadline(signal, timeout);
  let reply;
  try {
    reply = await fetch(parameters ? `${path}?${parameters}` : path, {
      method, headers, body: file ?? (body === undefined ? undefined : JSON.stringify(body)), credentials: "omit", signal: limit.signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal(0, { detail: limit.isLate ? "服务器没有及时答复，请稍后再试。" : "无法连接服务器，请检查网络。" });
  } finally {
    limit.end();
  }
  if (!reply.ok && reply.status !== 304) {
    throw new Refusal(reply.status, await reply.json().catch(() => null), Number(reply.headers.get("Retry-After")) || null);
  }
  return reply;
}

/** The JSON that the server answers; null where it answers nothing. `options`: query, body or file, headers, signal, timeout. */
export async function call(method, path, options) {
  const reply = await ask(method, path, options);
  return reply.status === 204 ? null : reply.json().catch(() => null);
}

/** The same with status and entity tag, for whoever is going to change the row or reads it again. */
export async function callWhole(method, path, options) {
  const reply = await ask(method, path, options);
  const isEmpty = reply.status === 204 || reply.status === 304;
  return { status: reply.status, etag: reply.headers.get("ETag"), body: isEmpty ? null : await reply.json().catch(() => null) };
}

/** A file of the server: its content, and the name that it is to have. */
export async function fetchFile(path, query = {}) {
  const reply = await ask("GET", path, { query });
  const name = /filename\*=UTF-8''([^;]+)/.exec(reply.headers.get("Content-Disposition") ?? "");
  return { name: name ? decodeURIComponent(name[1]) : path.split("/").pop(), content: await reply.blob() };
}
