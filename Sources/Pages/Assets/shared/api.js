// Calls to this server. The token lives in sessionStorage and nowhere else: it is gone with the tab.
const KEY = "menpai.token";

export const token = {
  get: () => sessionStorage.getItem(KEY) ?? "",
  set: (text) => sessionStorage.setItem(KEY, text),
  forget: () => sessionStorage.removeItem(KEY),
};

/** A refusal of the server: `body` is its problem document (RFC 9457). */
export class Refusal extends Error {
  constructor(status, body) {
    super(body?.detail ?? `服务器答复 ${status}。`);
    this.status = status;
    this.code = body?.code ?? "";
    this.errors = body?.errors ?? [];
    this.readings = body?.readings ?? [];
  }
}

async function ask(method, path, { query = {}, body, headers: more = {} } = {}) {
  const parameters = new URLSearchParams(query).toString();
  const headers = { ...more };
  if (token.get()) headers.Authorization = `Bearer ${token.get()}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let reply;
  try {
    reply = await fetch(parameters ? `${path}?${parameters}` : path, {
      method, headers, body: body === undefined ? undefined : JSON.stringify(body), credentials: "omit",
    });
  } catch {
    throw new Refusal(0, { detail: "无法连接服务器，请检查网络。" });
  }
  if (!reply.ok) throw new Refusal(reply.status, await reply.json().catch(() => null));
  return reply;
}

/** The JSON that the server answers; null where it answers nothing. `options`: query, body, headers. */
export async function call(method, path, options) {
  const reply = await ask(method, path, options);
  return reply.status === 204 ? null : reply.json().catch(() => null);
}

/** A file of the server: its content, and the name that it is to have. */
export async function fetchFile(path, query = {}) {
  const reply = await ask("GET", path, { query });
  const name = /filename\*=UTF-8''([^;]+)/.exec(reply.headers.get("Content-Disposition") ?? "");
  return { name: name ? decodeURIComponent(name[1]) : path.split("/").pop(), content: await reply.blob() };
}
