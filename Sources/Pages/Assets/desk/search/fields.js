// What of each subject can be asked for, as the filter language has it, and the words that its fields take.
import { ASSET_KINDS, HOUSE_KINDS, OCCUPANCY_ROLES, ORDER_KINDS, ORDER_STATES, SHOP_KINDS, USES } from "../words.js";

const words = (map) => Object.entries(map);
const same = (...list) => list.map((word) => [word, word]);
const field = (name, title, type, options) => ({ name, title, type, options });

const EVERYWHERE = [
  field("committee", "居委会", "area"), field("grid", "微网格", "area"), field("address", "地址", "address"), field("road", "道路", "text"),
  field("compound", "小区", "text"), field("updated_at", "更新日期", "day"),
];
const OWN = {
  people: [
    field("age", "年龄（周岁）", "number"), field("turns", "满几周岁的日子", "turns"), field("sex", "性别", "word", same("男", "女")),
    field("birth_date", "出生日期", "day"),
    field("hukou", "户籍", "word", same("本市", "外省市", "港澳台", "外籍")), field("role", "居住关系", "word", words(OCCUPANCY_ROLES).slice(0, 3)),
    field("education", "学历", "text"), field("ethnicity", "民族", "text"),
    field("since", "入住日期", "day"), field("until", "截止日期", "day"), field("last_visited", "最近走访", "day"), field("name", "姓名", "exact"),
    field("id_number", "证件号码", "exact"), field("phone", "电话", "exact"),
  ],
  houses: [
    field("kind", "房屋类型", "word", words(HOUSE_KINDS)), field("use", "使用情况", "word", words(USES)), field("residents", "居住人数", "number"),
    field("area_m2", "建筑面积（㎡）", "number"), field("built", "建成年份", "number"),
  ],
  buildings: [field("storeys", "层数", "number"), field("elevators", "电梯数", "number"), field("built", "建成年份", "number")],
  shops: [
    field("name", "名称", "text"), field("category", "业态", "text"), field("status", "状态", "word", same("招租", "装修", "营业", "歇业")),
    field("kind", "类型", "word", words(SHOP_KINDS)), field("opened", "开业日期", "day"),
    field("licence_until", "许可到期", "day"), field("closes", "打烊时间", "time"), field("credit_code", "统一社会信用代码", "exact"),
  ],
  assets: [
    field("kind", "设施类型", "word", words(ASSET_KINDS)), field("status", "状态", "text"), field("due", "下次检验", "day"),
    field("code", "设备编号", "exact"),
  ],
  work_orders: [
    field("state", "工单状态", "word", words(ORDER_STATES)), field("kind", "诉求类型", "word", same(...Object.values(ORDER_KINDS))),
    field("category", "诉求类别", "text"), field("unit", "主办单位", "text"), field("overdue", "超期", "flag"),
    field("urgent", "紧急", "flag"), field("supervised", "督办", "flag"), field("reported_at", "反映日期", "day"), field("due_at", "办理期限", "day"),
    field("closed_at", "办结日期", "day"), field("satisfaction", "满意度（1—5）", "number"),
    field("source", "来源", "text"), field("number", "工单编号", "exact"),
  ],
};
export const ASKABLE = ["people", "houses", "buildings", "shops", "assets", "work_orders"];
export const fieldsOf = (subject) => [...OWN[subject], ...EVERYWHERE];
/** The subject of tags; null where tags do not go. */
export const tagSubject = (subject) => ({ people: "person", houses: "house", shops: "shop", buildings: "building" })[subject] ?? null;

/** How a field of a type can be compared: `[code, what people say]`. */
export const OPERATORS = {
  number: [[">=", "不小于"], ["<=", "不大于"], ["=", "等于"], ["between", "在……之间"]],
  text: [["~", "包含"], ["=", "是"], ["not", "不是"]],
  exact: [["=", "是"]], address: [["~", "开头是"]], time: [[">", "晚于"], ["<", "早于"]], flag: [["true", "是"], ["false", "否"]],
  word: [["in", "是"], ["not", "不是"]], area: [["in", "是"], ["not", "不是"]], tag: [["has", "有"], ["not", "没有"]],
  day: [["next", "今后"], ["past", "最近"], ["stale", "没有，已超过"], ["period", "在"], ["between", "从……到……"]],
  turns: [["next", "今后"], ["period", "在"], ["between", "从……到……"]],
};
export const PERIODS = [
  ["this-week", "本周"], ["next-week", "下周"], ["this-month", "本月"], ["next-month", "下月"], ["last-month", "上月"], ["this-quarter", "本季度"],
  ["next-quarter", "下季度"], ["last-quarter", "上季度"],
  ["this-year", "今年"], ["next-year", "明年"], ["last-year", "去年"],
];
export const SPANS = [["d", "天"], ["w", "周"], ["m", "个月"], ["y", "年"]];

/** The columns that a list of a subject may have, with those that it has unasked. */
export const COLUMNS = {
  people: [
    ["committee", "居民区", 1], ["grid", "微网格"], ["name", "姓名", 1], ["sex", "性别", 1], ["birth_date", "出生日期", 1], ["age", "周岁", 1],
    ["id_number", "证件号码"], ["phone", "联系电话", 1], ["address", "地址", 1], ["hukou", "户籍"], ["role", "居住关系"], ["education", "学历"],
    ["ethnicity", "民族"], ["housemates", "同住人"], ["last_visited", "最近走访"], ["since", "入住日期"], ["until", "截止日期"],
  ],
  houses: [
    ["committee", "居民区", 1], ["grid", "微网格", 1], ["address", "地址", 1], ["kind", "房屋类型", 1], ["residents", "居住人数", 1],
    ["area_m2", "建筑面积", 1], ["built", "建成年份"], ["compound", "小区"], ["last_visited", "最近走访"],
  ],
  buildings: [
    ["committee", "居民区", 1], ["grid", "微网格"], ["address", "地址", 1], ["storeys", "层数", 1], ["built", "建成年份", 1], ["compound", "小区"],
  ],
  shops: [
    ["committee", "居民区", 1], ["name", "名称", 1], ["category", "业态", 1], ["status", "状态", 1], ["contact", "负责人"], ["phone", "联系电话", 1],
    ["address", "地址", 1], ["credit_code", "统一社会信用代码"], ["opened", "开业日期"], ["licence_until", "许可到期"], ["closes", "打烊时间"],
  ],
  assets: [
    ["committee", "居民区", 1], ["kind", "设施类型", 1], ["code", "设备编号", 1], ["status", "状态", 1], ["due", "下次检验", 1],
    ["address", "地址", 1],
  ],
  work_orders: [
    ["number", "工单编号", 1], ["kind", "诉求类型", 1], ["title", "标题", 1], ["state", "工单状态", 1], ["unit", "主办单位", 1],
    ["due_at", "办理期限", 1], ["overdue", "超期"], ["address", "地址", 1], ["committee", "居民区", 1], ["category", "诉求类别"], ["source", "来源"],
    ["satisfaction", "满意度"],
  ],
};
