// Which routes this server has: parts of the page that need one that is not there stay away.
import { Refusal, callWhole } from "../shared/api.js";
import { get, put } from "./db.js";

let asked = null;

async function fetchRoutes() {
  const held = await get("keep", "routes");
  try {
    const { status, etag, body } = await callWhole(
      "GET", "/openapi.json", { headers: held?.etag ? { "If-None-Match": held.etag } : {}, timeout: 20_000 },
    );
    if (status === 304) return held.routes;
    const routes = Object.entries(body.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    await put("keep", "routes", { etag, routes });
    return routes;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    asked = null;
    return held?.routes ?? [];
  }
}

/** Whether the server has the route, as its description writes it: `POST /v1/visits/{id}/attachments`. */
export async function hasRoute(route) {
  asked ??= fetchRoutes();
  return (await asked).includes(route);
}
