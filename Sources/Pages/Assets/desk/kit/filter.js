// The filter language: a condition as JSON is written out as the text that the server reads.
const PLAIN = /^[\p{L}\p{N}_.:+-]+$/u;
const quote = (value) => (typeof value !== "string" ? String(value) : PLAIN.test(value) ? value : `"${value.replace(/["\\]/g, "")}"`);
const inside = (part, above) => ((part.or && above !== "or") || (part.and && above !== "and") ? `(${written(part)})` : written(part));

function range(value) {
  if (Array.isArray(value)) return `[${value.map(quote).join(", ")}]`;
  return typeof value === "object" ? `${value.from === undefined ? "" : quote(value.from)}..${value.to === undefined ? "" : quote(value.to)}` : quote(value);
}

export function written(part) {
  if (!part || Object.keys(part).length === 0) return "";
  if (part.and) return part.and.map((each) => inside(each, "and")).join(" and ");
  if (part.or) return part.or.map((each) => inside(each, "or")).join(" or ");
  if (part.not) return `not ${part.not.and || part.not.or ? `(${written(part.not)})` : written(part.not)}`;
  if (part.tag !== undefined) return `tag:${quote(part.tag)}`;
  for (const word of ["any", "all", "no"]) if (part[word] !== undefined) return `${word} ${part[word]}(${written(part.where)})`;
  if (part.count !== undefined) return `count(${part.count}(${written(part.where)})) ${part.op} ${part.value}`;
  const field = part.arg === undefined ? part.field : `${part.field}(${part.arg})`;
  return part.in === undefined ? `${field} ${part.op} ${quote(part.value)}` : `${field} in ${range(part.in)}`;
}

/** The conditions that must all hold. */
export const parts = (json) => (!json || Object.keys(json).length === 0 ? [] : json.and ?? [json]);
export const joined = (list) => (list.length === 1 ? list[0] : { and: list });
