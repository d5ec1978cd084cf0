// 新增、退出、变化: what a run has that the one before had not, who is gone and why, and what is another.
import { append, columnsOf, table } from "../kit/rows.js";
import { get } from "../kit/server.js";
import { count, el, panel, quiet } from "../kit/ui.js";

export async function showDiff(place, run, titles) {
  const diff = await get(`/v1/runs/${run.id}/diff`, { limit: 200 });
  const columns = columnsOf(run.columns.slice(0, 6).map((column) => column.name), titles);
  const added = table(columns);
  append(added, columns, diff.added.items, () => [], run.subject);
  const left = table(columns, ["原因"]);
  append(
    left, columns, diff.left.items,
    (row) => [el("td", { className: "wide", data: { title: "原因" }, textContent: row.why.map((why) => why.detail).join(" ") })], run.subject,
  );
  const changed = el("ul", { className: "plain" }, diff.changed.items.map((row) => el("li", {},
    `${row.name ?? row.address ?? `第 ${row.id} 号`}：`, row.fields.map((field) => `${field.title} ${field.before ?? "（空）"} → ${field.after ?? "（空）"}`).join("；"))));
  place.replaceChildren(panel(
    `与 ${diff.against_as_of} 相比`, part("新增", diff.added, added), part("退出", diff.left, left), part("变化", diff.changed, changed),
  ));
}

function part(title, { total, items }, list) {
  const rest = total > items.length ? quiet(`只列出前 ${items.length} 条。`) : null;
  return el(
    "details", { open: total > 0 && total <= 20 }, el("summary", {}, `${title} `, el("b", { textContent: count(total) })),
    total ? [el("div", { className: "scroll" }, list), rest] : quiet("没有。"),
  );
}
