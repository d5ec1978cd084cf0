// The phone's own store (IndexedDB). `keep` has single things by name, `queue` what is unsent, `photos` its pictures,
// `cache` what was read, `sent` what went out, `drafts` forms that are being filled in.
const NAME = "menpai-phone";
const STORES = ["keep", "queue", "photos", "cache", "sent", "drafts"];
/** What must be on the disk before anybody is told so. What was read can be read again: it need not wait for the disk. */
const LASTING = ["keep", "queue", "photos"];
let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      for (const name of STORES) request.result.createObjectStore(name);
    };
    request.onsuccess = () => {
      // Another tab with a newer page must be able to upgrade.
      request.result.onversionchange = () => { request.result.close(); opened = null; };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
  return opened;
}

/** Runs `work(stores)` in one transaction; resolves once it is done, with what the work's request answered. */
async function transact(names, mode, work) {
  const database = await open();
  const durability = [names].flat().some((name) => LASTING.includes(name)) ? "strict" : "relaxed";
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names, mode, { durability });
    const request = work(Object.fromEntries([names].flat().map((name) => [name, transaction.objectStore(name)])));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const get = (store, key) => transact(store, "readonly", (stores) => stores[store].get(key));
export const put = (store, key, value) => transact(store, "readwrite", (stores) => stores[store].put(value, key));
export const remove = (store, key) => transact(store, "readwrite", (stores) => stores[store].delete(key));
export const clear = (store) => transact(store, "readwrite", (stores) => stores[store].clear());
export const keys = (store) => transact(store, "readonly", (stores) => stores[store].getAllKeys());
export const all = (store) => transact(store, "readonly", (stores) => stores[store].getAll());

/** Several changes at once or none: `changes` are [store, key, value]; a value of undefined takes the key away. */
export const change = (changes) => transact([...new Set(changes.map(([store]) => store))], "readwrite", (stores) => {
  for (const [store, key, value] of changes) {
    if (value === undefined) stores[store].delete(key); else stores[store].put(value, key);
  }
});
