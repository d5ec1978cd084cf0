// How large text is on this phone, for older eyes.
import { get } from "./db.js";

export async function applyTextSize() {
  document.documentElement.dataset.size = (await get("keep", "size")) ?? "";
}
