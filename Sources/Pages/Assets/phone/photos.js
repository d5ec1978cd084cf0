// Photos: made small on the phone, shown before they are sent.
import { el } from "../shared/dom.js";
import { icon } from "./ui.js";

const LONGEST = 1600;
const MOST = 6;

/** A JPEG of at most 1,600 pixels; also drops what a camera writes into the file of where it was. */
async function small(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = el("canvas", { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", 0.82); });
}

/** Buttons to take photos and what was taken; `blobs` are in order. */
export function photoPicker() {
  const blobs = [];
  const shown = el("div", { className: "photos" });
  const problem = el("p", { className: "wrong", role: "alert", hidden: true });
  const draw = () => {
    for (const image of shown.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    shown.replaceChildren(...blobs.map((blob, index) => el("div", { className: "photo" }, el(
      "img", { src: URL.createObjectURL(blob), alt: `照片 ${index + 1}` },
    ),
      el(
        "button", { type: "button", "aria-label": `去掉照片 ${index + 1}`, onclick: () => { blobs.splice(index, 1); draw(); } },
        icon("clear"),
      ))));
  };
  const input = el("input", {
    type: "file", accept: "image/*", multiple: true, className: "file",
    onchange: async () => {
      problem.hidden = true;
      for (const file of input.files) {
        if (blobs.length >= MOST) break;
        try {
          blobs.push(await small(file));
        } catch {
          problem.textContent = `「${file.name}」不是能打开的图片。`;
          problem.hidden = false;
        }
      }
      input.value = "";
      draw();
    },
  });
  return { blobs, box: el("div", {}, el("label", { className: "take" }, icon("camera"), "拍照或选照片", input), problem, shown) };
}
