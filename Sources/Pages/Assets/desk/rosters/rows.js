// The rows of an import with the sheet's own numbers: by state, each opened beside the list; many decided at once.
import { columns } from "../kit/grid.js";
import { listing } from "../kit/listing.js";
import { post } from "../kit/server.js";
import { button, count, el, empty, tabs, toast } from "../kit/ui.js";
import { ROSTERS, titleOf } from "./fields.js";
import { rowDetail, rowState } from "./row.js";

export async function rowsPanel(item, status, changed) {
  const now = status ?? (item.counts.review ? "review" : item.counts.rejected ? "rejected" : "");
  const detail = el("div", { className: "sticky page", id: "row-detail" });
  const isOpen = item.state === "review" && !item.dry_run;
  const mayCorrect = ["review", "done"].includes(item.state) && !item.dry_run;
  const many = el("div", { className: "tools", id: "many", hidden: true });
  const mapped = new Set(Object.values(item.mapping ?? {}));
  const [first, ...rest] = ROSTERS[item.subject].fields.filter((field) => mapped.has(field));
  const value = (field) => ({ name: field, title: titleOf(item.subject, field), cell: (row) => row.values[field] ?? "" });
  let all;
  const open = (row) => {
    rowDetail(detail, item, row, {
      isOpen, mayCorrect,
      next: (old, fresh) => {
        all.list.replace(old, fresh);
        changed();
        const rows = all.list.items();
        const after = rows.slice(rows.indexOf(fresh) + 1).find((each) => each.status === "review" && !each.decision);
        if (after) all.list.focus(after);
      },
    });
  };
  all = await listing({
    path: `/v1/imports/${item.id}/rows`, query: { status: now }, limit: 100, unit: "行", label: "名册的行", picking: isOpen,
    open: (row) => { open(row); detail.querySelector("button, input")?.focus(); }, onMove: open, nothing: empty("没有这样的行"),
    onPick: (number) => { many.hidden = number === 0; many.querySelector("b")?.replaceChildren(`选中 ${count(number)} 行`); },
    columns: columns(
      { name: "row", title: "行号", number: true, cell: (row) => String(row.row) }, value(first),
      { name: "reasons", title: "原因", wide: true, cell: (row) => row.reasons.map((reason) => reason.detail).join("；") },
      ...rest.filter((field) => field === "address").map(value), { name: "status", title: "状态", cell: rowState },
    ),
  });
  const decideAll = (action, title) => button(title, async () => {
    let [done, refused] = [0, ""];
    for (const row of all.list.picked()) {
      try {
        all.list.replace(row, await post(`/v1/imports/${item.id}/rows/${row.row}/decision`, { action }));
        done += 1;
      } catch (error) {
        refused ||= `第 ${row.row} 行：${error.message}`;
      }
    }
    toast(`已决定 ${count(done)} 行。${refused}`);
    changed();
    await all.load();
  });
  many.append(el("b"), decideAll("merge", "合并"), decideAll("create", "新增"), decideAll("skip", "跳过"));
  const of = item.counts;
  const parts = [
    ["", "全部", of.read], ["review", "待核对", of.review], ["rejected", "退回", of.rejected], ["create", "新增", of.created],
    ["update", "更新", of.updated], ["unchanged", "无变化", of.unchanged],
  ];
  const box = el(
    "div", { className: "pair rows" },
    el(
      "section", { className: "panel flush" }, el("div", { className: "panel-head" }, el("h2", { textContent: "逐行" })),
      el(
        "div", { className: "tools" },
        tabs(parts.map(([part, title, number]) => [`#rosters/${item.id}?status=${part}`, title, number]), `#rosters/${item.id}?status=${now}`),
      ),
      many, all.box,
    ),
    detail,
  );
  const shownFirst = all.list.items()[0];
  if (shownFirst) open(shownFirst); else detail.replaceChildren();
  return box;
}
