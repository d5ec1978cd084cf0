// Keeps the phone's page on the phone, so that it opens without signal. Only the page: what the API answers is never kept
// here. The cache bears the version's hash; a new version is fetched whole before it takes over.
const LIST = "/assets/list.json";
const CACHE = `menpai ${LIST}`;
const PAGE = "/";
const FOLDERS = /^\/assets\/[^/]+\/(phone|shared)\//;

async function keepAll() {
  const list = await (await fetch(LIST)).json();
  const files = list.filter((path) => FOLDERS.test(path));
  const cache = await caches.open(CACHE);
  await cache.addAll([...files, "/icon.svg", "/manifest.webmanifest"]);
  // The page itself comes last, and must be of the same version.
  const page = await fetch(PAGE, { cache: "reload" });
  const text = await page.clone().text();
  if (!page.ok || !text.includes(LIST.replace("list.json", ""))) throw new Error("the page is of another version");
  await cache.put(PAGE, page);
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("menpai ") && name !== CACHE).map((name) => caches.delete(name)));
}

self.addEventListener("install", (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(dropOthers().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  const isPage = request.mode === "navigate" && address.pathname === PAGE;
  const isOurs = FOLDERS.test(address.pathname) || ["/icon.svg", "/manifest.webmanifest"].includes(address.pathname);
  if (!isPage && !isOurs) return;
  event.respondWith(caches.match(isPage ? PAGE : request).then((kept) => kept ?? fetch(request)));
});
