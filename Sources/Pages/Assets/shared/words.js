// The Chinese words for what the API says in English: no code word reaches a screen.

/** Names of fields, as columns and labels. */
export const TITLES = {
  id: "编号", name: "姓名/名称", sex: "性别", birth_date: "出生日期", age: "年龄", id_number: "证件号码", phone: "电话",
  hukou: "户籍", ethnicity: "民族", education: "学历", address: "地址", road: "道路", committee: "居委会", grid: "微网格",
  compound: "小区", subdistrict: "街道", district: "区", role: "关系", since: "起", until: "止", kind: "类型", use: "使用情况",
  residents: "居住人数", area_m2: "面积（㎡）", built: "建成年份", storeys: "层数", category: "类别", status: "状态",
  credit_code: "信用代码", opened: "开业", licence_until: "证照到期", closes: "打烊", code: "编码", due: "到期", tags: "标签",
  updated_at: "更新时间", last_visited: "最近走访", death_date: "去世日期", visited_on: "走访日期", purpose: "事由", note: "记录",
  evidence: "依据", reason: "原因", result: "办理结果", outcome: "办理情况", title: "标题", text: "内容", contact: "联系人",
  number: "工单编号", state: "状态", unit: "主办单位", due_at: "办理期限", reported_at: "反映时间", source: "来源", urgent: "紧急",
  overdue: "超期", reporter: "反映人", closed_at: "办结时间", satisfaction: "满意度", housemates: "同住人", person_id: "走访对象",
  room: "室", solved: "是否解决", duty: "权责条目", supervised: "督办", supervised_at: "督办时间", id_kind: "证件类型",
};

/** The name of a person's field; a list's column may be of people and things. */
export const titleOf = (name) => (name === "name" ? "姓名" : TITLES[name] ?? name);

/** Values that mean the same wherever they stand. */
const WORDS = {
  owner: "户主/产权人", family: "家属", tenant: "租户", operator: "经营者", dwelling: "住宅", shopfront: "商铺房", office: "办公", other: "其他",
  self: "自住", let: "出租", vacant: "空置", true: "是", false: "否", storefront: "沿街商铺", company: "企业",
  solved: "实际解决", explained: "解释说明", upheld: "同意", overruled: "不同意",
};

export const STATES = {
  received: "待派单", dispatched: "已派单", accepted: "已接单", in_progress: "处理中", resolved: "已办理", verified: "已回访", closed: "已办结",
  returned: "退单待裁定", suspended: "已挂起", rejected: "不予受理", merged: "已合并",
};
export const ACTIONS = {
  dispatch: "派单", accept: "接单", contact: "先行联系", note: "备注", return: "退单", rule: "裁定", reassign: "改派", assist: "加派",
  extend: "延期", suspend: "挂起", resume: "恢复", resolve: "办理", verify: "回访", reopen: "重开", close: "办结", supervise: "督办",
  merge: "合并", unmerge: "拆分", reject: "不予受理", created: "收到", attached: "附件", changed: "更正", escalated: "催办", recounted: "期限重算",
};
export const ORDER_KINDS = { consultation: "咨询", request: "求助", complaint: "投诉", report: "举报", suggestion: "建议", praise: "表扬" };
export const ROLES = {
  admin: "管理员", auditor: "审计", street: "街道", secretary: "书记", worker: "社工", department: "职能部门", integration: "系统", resident: "居民",
};
export const SUBJECTS = {
  people: "人员", houses: "房屋", shops: "商铺", buildings: "楼栋", assets: "设施设备", work_orders: "工单", visits: "走访", records: "记录",
};
export const SATISFACTION = { 5: "非常满意", 4: "满意", 3: "基本满意", 2: "不满意", 1: "非常不满意" };

/** Other rows' numbers, and the row's own version, are for programs. */
export const isShown = (name) => name !== "version" && !name.endsWith("_id");

/** A value of a list or row in words. */
export function text(value) {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(text).join("、");
  if (typeof value === "object") return value.name ?? value.code ?? Object.values(value).map(text).join(" ");
  return WORDS[value] ?? STATES[value] ?? ORDER_KINDS[value] ?? String(value);
}

const ZONE = { timeZone: "Asia/Shanghai" };
const WEEKDAYS = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

/** Today in Shanghai, as the API writes days; `days` later. */
export const dayOf = (days = 0, from = Date.now()) => new Date(from + days * 86_400_000).toLocaleDateString("sv-SE", ZONE);

/** Whole days from one day to another, both as the API writes them. */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A day as people write it: 今天, 昨天, 11月27日, 2025年11月27日. */
export function sayDay(value) {
  if (!value) return "";
  const day = value.slice(0, 10);
  const distance = daysBetween(dayOf(), day);
  const near = { 0: "今天", "-1": "昨天", 1: "明天" }[distance];
  if (near) return near;
  const [year, month, date] = day.split("-").map(Number);
  return day.slice(0, 4) === dayOf().slice(0, 4) ? `${month}月${date}日` : `${year}年${month}月${date}日`;
}

export const sayWeekday = (day) => WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];

/** An instant as people write it: 今天 09:12. */
export function sayMoment(value) {
  if (!value) return "";
  const date = new Date(value);
  return `${sayDay(date.toLocaleDateString("sv-SE", ZONE))} ${date.toLocaleTimeString("zh-CN", { ...ZONE, hour: "2-digit", minute: "2-digit" })}`;
}

/** How long ago: 刚才, 5 分钟前, 3 小时前, 2 天前. */
export function sayAge(value, now = Date.now()) {
  const minutes = Math.floor((now - new Date(value)) / 60_000);
  if (minutes < 1) return "刚才";
  if (minutes < 60) return `${minutes} 分钟前`;
  return minutes < 1440 ? `${Math.floor(minutes / 60)} 小时前` : `${Math.floor(minutes / 1440)} 天前`;
}

const isDigit = (part) => /^\d+$/.test(part);

/** Addresses in the order in which one walks: road, then numbers as numbers. */
export function byAddress(one, other) {
  const [left, right] = [one, other].map((address) => (address ?? "").match(/\d+|\D+/g) ?? []);
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [a, b] = [left[index], right[index]];
    if (a === b) continue;
    return isDigit(a) && isDigit(b) ? Number(a) - Number(b) : a.localeCompare(b, "zh-CN");
  }
  return left.length - right.length;
}
