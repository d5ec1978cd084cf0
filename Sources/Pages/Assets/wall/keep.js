// What the wall remembers on this machine: its token and how it looks. In IndexedDB, which outlives restarts of the browser.
const open = () => new Promise((done, failed) => {
  const request = indexedDB.open("menpai-wall", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("settings");
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

async function transact(mode, work) {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction("settings", mode);
      const request = work(transaction.objectStore("settings"));
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** undefined where nothing is kept, or nothing can be: a browser in private mode. */
export const recall = (name) => transact("readonly", (store) => store.get(name)).catch(() => undefined);

/** Whether it could be kept. */
export const keep = (name, value) => transact("readwrite", (store) => store.put(value, name)).then(() => true, () => false);
