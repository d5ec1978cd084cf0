// Taking an import back: what would go and what would stay, before it happens, and what did.
import { button, count, el, guarded, moment, quiet } from "../kit/ui.js";

/** Rows that stay, those of one reason together. */
function staying(undo) {
  const reasons = Map.groupBy(undo.blocked, (row) => row.detail);
  const line = ([detail, rows]) => el("li", {
    textContent: `${detail}：第 ${rows.slice(0, 12).map((row) => row.row).join("、")}${rows.length > 12 ? "……" : ""} 行`,
  });
  return el("ul", { className: "plain" }, [...reasons].map(line));
}

/** Asks before it happens. */
export async function undoPanel(place, item, go, leave) {
  const { undo } = item;
  const goes = undo.checked - undo.blocked_count;
  const isAll = undo.checked >= undo.left;
  const all = isAll ? `这次导入写入的 ${count(undo.left)} 行` : `这次导入写入了 ${count(undo.left)} 行；已看过最后 ${count(undo.checked)} 行，其中`;
  const box = el(
    "div", { className: "notice warn", id: "undo-ask" },
    el("p", {}, el("b", { textContent: `${all}，可以撤销 ${count(goes)} 行${undo.blocked_count ? `，${count(undo.blocked_count)} 行会留下` : ""}。` })),
    quiet("新增的会删去，改过的会恢复原样；导入之后别人用过、改过的不动。"),
    undo.blocked.length ? staying(undo) : null,
    el(
      "div", { className: "tools" },
      goes || !isAll ? button("撤销", () => { box.remove(); return guarded(go); }, { className: "danger", id: "undo-go" }) : null,
      button("不撤销", () => leave()),
    ),
  );
  place.querySelector("#undo-ask")?.remove();
  place.append(box);
  box.scrollIntoView({ block: "nearest" });
}

/** What has become of it; nothing where nobody asked for it. */
export function undone(undo) {
  if (undo.state === "none" || undo.state === "running") return "";
  return el(
    "div", { className: "notice", id: "undone" },
    el("p", {}, el("b", {
      textContent: `${undo.state === "stopped" ? "撤销到一半停下（发起人的权限已变更）" : "已撤销"} ${count(undo.undone)} 行${
        undo.blocked_count ? `，${count(undo.blocked_count)} 行留下` : ""}。`,
    })),
    quiet(`${undo.caller}，${moment(undo.done_at ?? undo.asked_at)}`),
    undo.blocked.length ? staying(undo) : null,
  );
}
