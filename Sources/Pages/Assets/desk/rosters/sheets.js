// The sheets of a workbook, read in the browser: a workbook is a ZIP file with their names in xl/workbook.xml.

const text = new TextDecoder();

/** The bytes of one file in a ZIP; null where it has none of that name. */
async function entry(view, bytes, name) {
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return null;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === 0x02014b50; left -= 1) {
    const [method, size, nameLength, extra, comment, start] = [
      view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true),
      view.getUint16(at + 32, true), view.getUint32(at + 42, true),
    ];
    if (text.decode(bytes.subarray(at + 46, at + 46 + nameLength)) === name) {
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      const packed = bytes.subarray(from, from + size);
      if (method === 0) return packed;
      return new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
    }
    at += 46 + nameLength + extra + comment;
  }
  return null;
}

/** `{ name, isHidden }` of each sheet; empty for what is no workbook. */
export async function sheetsOf(file) {
  if (!/\.xlsx$/i.test(file.name)) return [];
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const xml = await entry(new DataView(bytes.buffer), bytes, "xl/workbook.xml");
    if (!xml) return [];
    const page = new DOMParser().parseFromString(text.decode(xml), "application/xml");
    return [...page.getElementsByTagName("sheet")].map((sheet) => ({
      name: sheet.getAttribute("name"), isHidden: (sheet.getAttribute("state") ?? "visible") !== "visible",
    }));
  } catch {
    // What is no whole ZIP is for the server to refuse, in its words.
    return [];
  }
}
