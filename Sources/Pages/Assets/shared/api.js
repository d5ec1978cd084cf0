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

/** Sends and has the answer read by `take` while the time runs: one that breaks off on its way has not been had. */
async function ask(method, path, { query = {}, body, file, headers: more = {}, signal, timeout = 60_000, isOpen = false } = {}, take) {
  const parameters = new URLSearchParams(query).toString();
  const headers = { ...more };
  if (token.get() && !isOpen) headers.Authorization = `Bearer ${token.get()}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const limit = deadline(signal, timeout);
  try {
    const reply = await fetch(parameters ? `${path}?${parameters}` : path, {
      method, headers, body: file ?? (body === undefined ? undefined : JSON.stringify(body)), credentials: "omit", signal: limit.signal,
    });
    if (reply.ok || reply.status === 304) return await take(reply);
    throw new Refusal(reply.status, await reply.json().catch(() => null), Number(reply.headers.get("Retry-After")) || null);
  } catch (error) {
    if (error instanceof Refusal || signal?.aborted) throw error;
    throw new Refusal(0, { detail: limit.isLate ? "服务器没有及时答复，请稍后再试。" : "无法连接服务器，请检查网络。" });
  } finally {
    limit.end();
  }
}

async function content(reply) {
  const text = await reply.text();
  return text ? JSON.parse(text) : null;
}

/**
 * The JSON that the server answers; null where it answers nothing. `options`: query, body or file, headers, signal, timeout;
 * `isOpen`: without the token, which may hold no more.
 */
export const call = (method, path, options) => ask(method, path, options, content);

/** The same with status and entity tag, for whoever is going to change the row or reads it again. */
export const callWhole = (method, path, options) => ask(method, path, options, async (reply) => (
  { status: reply.status, etag: reply.headers.get("ETag"), body: await content(reply) }
));

/** A file of the server: its content, and the name that it is to have. */
export const fetchFile = (path, query = {}) => ask("GET", path, { query, timeout: 600_000 }, async (reply) => {
  const name = /filename\*=UTF-8''([^;]+)/.exec(reply.headers.get("Content-Disposition") ?? "");
  return { name: name ? decodeURIComponent(name[1]) : path.split("/").pop(), content: await reply.blob() };
});
