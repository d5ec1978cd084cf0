// A filter as conditions that can be tapped off and on (勾勾选选). The filter's text is what the server wrote; it is cut where
// its outermost parts are joined by "and", and nowhere else.
const TOKEN = /"(?:[^"\\]|\\.)*"|\(|\)|\[|\]|\s+|[^\s()[\]"]+/g;

/** The outermost parts of a filter; one where they are not joined by "and" alone. */
export function partsOf(where) {
  const parts = [];
  let [part, depth] = ["", 0];
  for (const token of where.match(TOKEN) ?? []) {
    if (token === "(" || token === "[") depth += 1;
    if (token === ")" || token === "]") depth -= 1;
    if (depth === 0 && token === "or") return [where];
    if (depth === 0 && token === "and") {
      parts.push(part.trim());
      part = "";
    } else part += token;
  }
  return [...parts, part.trim()].filter(Boolean);
}

/** What stands behind 的 in an explanation is the subject, which every part repeats. */
export const shortened = (explanation) => explanation.replace(/的(人员|房屋|楼栋|商铺|商铺和企业|企业和商铺|设施设备|工单)$/, "");
