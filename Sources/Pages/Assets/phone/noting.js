// Every write of the phone goes this way: onto the disk, then out.
import { note } from "./queue.js";
import { send } from "./send.js";
import { session } from "./session.js";

/**
 * Notes an entry (`queue.note`) with its photos, and begins to send. `photoPath` has `{made}` for the number of the row that
 * the entry makes. Resolves once all is on disk, whatever the network does.
 */
export async function enqueue(draft, photos = [], photoPath = "") {
  const { chain, about, link } = draft;
  const pictures = photos.map((photo, index) => ({
    chain, about, link, title: `照片 ${index + 1}`, method: "POST", path: photoPath, query: { name: `照片${index + 1}.jpg` }, photo,
  }));
  const id = await note([draft, ...pictures], { id: session.me.id, name: session.me.name });
  send();
  return id;
}
