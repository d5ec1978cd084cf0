// 新增、退出、变化: what a run has that the one before had not, who is gone and why, and what is another.
import { call } from "../shared/api.js";
import { count, el, quiet } from "../shared/dom.js";
import { append, columnsOf, table } from "../shared/rows.js";

export async function showDiff(place, run, titles) {
  const diff = await call("GET", `/v1/runs/${run.id}/diff`, { query: { limit: 200 } });
  const columns = columnsOf(run.columns.slice(0, 6).map((column) => column.name), titles);
  const added = table(columns);
  append(added, columns, diff.added.items);
  const left = table(columns, ["原因"]);
  append(left, columns, diff.left.items, (row) => [el("td", { data: { title: "原因" }, textContent: row.why.map((why) => why.detail).join(" ") })]);
  const changed = el("ul", { className: "changes" }, diff.changed.items.map((row) => el("li", {},
    `第 ${row.id} 号：`, row.fields.map((field) => `${field.title} ${field.before ?? "（空）"} → ${field.after ?? "（空）"}`).join("；"))));
  place.replaceChildren(el("div", { className: "card" },
    el("h2", { textContent: `与 ${diff.against_as_of} 相比` }),
    part("新增", diff.added, added), part("退出", diff.left, left), part("变化", diff.changed, changed)));
}

function part(title, { total, items }, list) {
  const rest = total > items.length ? quiet(`只列出前 ${items.length} 条。`) : null;
  return el("details", { open: total > 0 && total <= 20 }, el("summary", {}, `${title} `, el("b", { textContent: count(total) })), total ? [el("div", { className: "scroll" }, list), rest] : quiet("没有。"));
}
