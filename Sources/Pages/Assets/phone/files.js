// Files of work orders and visits: each a row that opens it, and the photos of a visit behind one tap.
import { Refusal, fetchFile } from "../shared/api.js";
import { el } from "../shared/dom.js";
import { sayMoment } from "../shared/words.js";
import { read } from "./reading.js";
import { dialog, icon, muted, toast } from "./ui.js";

/** Pictures that browsers show. */
const SHOWN = ["image/jpeg", "image/png", "image/webp"];

/** A file: a picture is shown here, anything else is downloaded. */
export function fileRow(file) {
  const open = async () => {
    const { content, name } = await fetchFile(file.href);
    const address = URL.createObjectURL(content);
    if (SHOWN.includes(file.type)) await dialog(file.name, () => el("img", { className: "large", src: address, alt: file.name }));
    else el("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  return el("button", {
    type: "button", className: "row file",
    onclick: async () => {
      try {
        await open();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        toast(error.message);
      }
    },
  }, el(
    "span", { className: "what" }, el("b", { textContent: file.name }),
    el("small", { textContent: `${file.by} · ${sayMoment(file.at)}` }),
  ), icon("next", "icon faint"));
}

/** The photos of a visit, asked for when they are wanted: on a slow line nobody waits for pictures. */
export function visitPhotos(visit) {
  if (!visit.photos) return null;
  const box = el("div", {}, el("button", {
    type: "button", className: "row file photos-of-visit", onclick: async () => {
      try {
        const { body } = await read(`/v1/visits/${visit.id}/attachments`);
        box.replaceChildren(...body.items.map(fileRow));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        box.append(muted(error.message));
      }
    },
  }, el("span", { className: "what" }, icon("camera"), ` 照片 ${visit.photos} 张`), icon("next", "icon faint")));
  return box;
}
