// Rows as a table. Everything from the server goes in as text, never as markup.
export const TITLES = {
  id: "编号", name: "姓名/名称", sex: "性别", birth_date: "出生日期", age: "年龄", id_number: "证件号码", phone: "电话",
  hukou: "户籍", ethnicity: "民族", education: "学历", address: "地址", road: "道路", committee: "居委会", grid: "微网格",
  compound: "小区", subdistrict: "街道", district: "区", role: "关系", since: "起", until: "止", kind: "类型", use: "使用情况",
  residents: "居住人数", area_m2: "面积（㎡）", built: "建成年份", storeys: "层数", category: "类别", status: "状态",
  credit_code: "信用代码", opened: "开业", licence_until: "证照到期", closes: "打烊", code: "编码", due: "到期", tags: "标签",
  updated_at: "更新时间", last_visited: "最近走访",
};
const WORDS = {
  owner: "户主/产权人", family: "家属", tenant: "租户", operator: "经营者", dwelling: "住宅", shopfront: "商铺房", office: "办公", other: "其他",
  self: "自住", let: "出租", vacant: "空置", true: "是", false: "否",
};
/** Other rows' numbers, and the row's own version, are for programs. */
export const isShown = (name) => name !== "version" && !name.endsWith("_id");

export function text(value) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(text).join("、");
  if (typeof value === "object") return value.name ?? value.code ?? Object.values(value).map(text).join(" ");
  return WORDS[value] ?? String(value);
}

function row(cells, kind) {
  const line = document.createElement("tr");
  for (const cell of cells) {
    const box = document.createElement(kind);
    if (kind === "th") box.scope = "col";
    box.textContent = cell;
    line.append(box);
  }
  return line;
}

/** Shows rows, after those that are there already when `append` is set. */
export function show(table, items, append) {
  let names = append ? (table.dataset.names ?? "").split(",").filter(Boolean) : [];
  if (names.length === 0) {
    names = [...new Set(items.flatMap(Object.keys))].filter(isShown);
    table.dataset.names = names.join(",");
    table.replaceChildren(row(names.map((name) => TITLES[name] ?? name), "th"));
  }
  for (const item of items) table.append(row(names.map((name) => text(item[name])), "td"));
}
