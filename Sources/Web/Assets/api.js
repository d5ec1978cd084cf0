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
    this.errors = body?.errors ?? [];
  }
}

export async function call(method, path, { query = {}, body } = {}) {
  const parameters = new URLSearchParams(query).toString();
  const headers = {};
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
  const answer = reply.status === 204 ? null : await reply.json().catch(() => null);
  if (!reply.ok) throw new Refusal(reply.status, answer);
  return answer;
}
