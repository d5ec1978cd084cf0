// How the columns of a roster were understood; another understanding is tried out with the same file.
import { button, el, panel, quiet } from "../kit/ui.js";
import { ROSTERS, titleOf } from "./fields.js";

/** `trial(mapping)` tries another one; null where the file is no longer kept. */
export function mappingPanel(item, trial) {
  const mapping = item.mapping ?? {};
  const headers = [...Object.keys(mapping).filter((header) => mapping[header]), ...(item.ignored_columns ?? [])];
  const mayChange = trial !== null;
  const choices = headers.map((header) => {
    const isNameless = /没有列名/.test(header);
    const box = el(
      "select", { "aria-label": `「${header}」是什么`, disabled: !mayChange || isNameless },
      [
        ["", "不导入"], ...ROSTERS[item.subject].fields.map((field) => [field, titleOf(item.subject, field)]),
      ].map(([value, textContent]) => el("option", { value, textContent, selected: (mapping[header] ?? "") === value })),
    );
    return [header, box];
  });
  const go = mayChange ? button("按改过的再试算", async () => {
    const wish = Object.fromEntries(choices.filter(([header]) => !/没有列名/.test(header)).map(([header, box]) => [header, box.value]));
    await trial(wish);
  }, { id: "map-again" }) : null;
  return panel(
    { title: "列是这样理解的", className: "mapping" },
    headers.length ? el(
      "table", {},
      el("thead", {}, el("tr", {}, el("th", { scope: "col", textContent: "表里的列名" }), el("th", { scope: "col", textContent: "理解为" }))),
      el("tbody", {}, choices.map(([header, box]) => el("tr", {}, el("td", { className: "wide", textContent: header }), el("td", {}, box)))),
    ) : quiet("还没有读到表头。"),
    item.header_row ? quiet(`表头在第 ${item.header_row} 行。`) : null, go);
}
