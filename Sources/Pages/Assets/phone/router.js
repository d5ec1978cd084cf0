// Which page the address names: `#/houses/12/visit`. Every page has an address, so that the back button and links lead to it.
const routes = [];
let shown = null;
const places = new Map();
let current = null;

/** `pattern` is like `houses/:id/visit`; `view(place, parameters)` draws into an element of its own. */
export function route(pattern, view, options = {}) {
  const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name);
  routes.push({ test: new RegExp(`^${pattern.replace(/:\w+/g, "([^/?]+)")}$`), names, view, ...options });
}

export const go = (path) => { location.hash = `#/${path}`; };

/** Back to where one came from, or to `path` for whoever came by a link. */
export function back(path) {
  if (history.state?.depth > 0) history.back(); else replace(path);
}

/** Another page in the place of this one: the back button does not lead here again. */
export function replace(path) {
  history.replaceState({ depth: history.state?.depth ?? 0 }, "", `#/${path}`);
  redraw();
}

/** The parameters behind the question mark of the address. */
export const queryOf = (hash = location.hash) => new URLSearchParams(hash.split("?")[1] ?? "");

/** Shows pages with `draw(match)` from now on; `match` is null for an address that names none. */
export function start(draw) {
  let depth = history.state?.depth ?? 0;
  const follow = () => {
    if (current) places.set(current, window.scrollY);
    // A new entry has no state yet; one that was there before has its own.
    if (history.state?.depth === undefined) history.replaceState({ depth: shown === null ? depth : depth + 1 }, "");
    depth = history.state.depth;
    current = `${depth} ${location.hash}`;
    const path = location.hash.replace(/^#\/?/, "").split("?")[0];
    shown = null;
    for (const one of routes) {
      const found = one.test.exec(path);
      if (!found) continue;
      shown = {
        ...one, path, parameters: Object.fromEntries(one.names.map((name, index) => [name, decodeURIComponent(found[index + 1])])),
      };
      break;
    }
    draw(shown, places.get(current) ?? 0);
  };
  window.addEventListener("hashchange", follow);
  history.scrollRestoration = "manual";
  follow();
}

/** Draws the page again that is shown. */
export const redraw = () => window.dispatchEvent(new HashChangeEvent("hashchange"));
