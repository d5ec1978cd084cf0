// Chinese for the words of the API. What is not listed is Chinese already.

export const SUBJECTS = {
  people: "人员", houses: "房屋", buildings: "楼栋", shops: "商铺", assets: "设施设备", work_orders: "工单", occupancies: "居住经营关系",
  visits: "走访", records: "专题记录", taggings: "打标", areas: "区划", compounds: "小区", tags: "标签", datasets: "专题库", callers: "用户",
  imports: "名册导入", ledgers: "台账", runs: "名单", duties: "权责条目", units: "承办单位", admissions: "准入事项", data_requests: "要数",
  schedules: "自动生成", reminders: "提醒", webhooks: "外部通知", reveal_approvals: "批准", tenancies: "租住人员",
};
export const ROLES = {
  admin: "管理员", auditor: "审计员", street: "街道", secretary: "居民区书记", worker: "社工", department: "职能部门", integration: "外部系统",
  resident: "居民",
};
export const LEVELS = {
  city: "市级", district: "区级", subdistrict: "街道级", committee: "居委会级", grid: "微网格", street: "街道级", enterprise: "企业",
};
export const TAG_SUBJECTS = { person: "人员", house: "房屋", shop: "商铺", building: "楼栋" };
export const OCCUPANCY_ROLES = { owner: "业主", family: "家属", tenant: "租客", operator: "经营者" };
export const HOUSE_KINDS = { dwelling: "住宅", shopfront: "店面", office: "办公", other: "其他" };
export const SHOP_KINDS = { storefront: "沿街门店", company: "企业" };
export const USES = { self: "自住", let: "出租", vacant: "空置" };
export const ASSET_KINDS = {
  elevator: "电梯", charging_pile: "充电桩", hydrant: "消火栓", extinguisher: "灭火器", camera: "摄像头", street_lamp: "路灯", manhole: "窨井盖",
  gas_meter: "燃气表", water_tank: "水箱", smoke_alarm: "烟感",
};

export const ORDER_STATES = {
  received: "待派单", dispatched: "已派单", accepted: "已接单", in_progress: "处理中", resolved: "已办理", verified: "已回访", closed: "已办结",
  returned: "退单待裁定", suspended: "已挂起", rejected: "不予受理", merged: "已合并",
};
export const ORDER_KINDS = { consultation: "咨询", request: "求助", complaint: "投诉", report: "举报", suggestion: "建议", praise: "表扬" };
export const ORDER_ACTIONS = {
  created: "收到", dispatch: "派单", accept: "接单", contact: "先行联系", note: "备注", return: "退单", rule: "裁定", reassign: "改派",
  assist: "加派",
  extend: "延期", suspend: "挂起", resume: "恢复", resolve: "办理", verify: "回访", reopen: "重开", close: "办结", supervise: "督办", merge: "合并",
  unmerge: "拆分", part: "拆分", reject: "不予受理", update: "更正", attach: "附件", escalate: "催办", recount: "重算期限",
};
export const PARTIES = { street: "街道", secretary: "居民区书记", handler: "承办单位", assistant: "协办", source: "来源系统" };
export const OUTCOMES = { solved: "实际解决", explained: "解释说明" };
export const RATINGS = [[5, "非常满意"], [4, "满意"], [3, "基本满意"], [2, "不满意"], [1, "非常不满意"]];
export const rating = (number) => RATINGS.find(([value]) => value === number)?.[1] ?? "";

export const IMPORT_STATES = {
  reading: "正在读取", matching: "正在比对", review: "待处理", applying: "正在写入", done: "已完成", cancelled: "已取消", failed: "没有成功",
};
export const ROW_STATES = { create: "新增", update: "更新", unchanged: "无变化", review: "待核对", rejected: "退回", pending: "未处理" };
export const SOURCES = { police: "公安人口", committee: "居委会自有", tenancy: "租赁登记", register: "权威登记" };

export const RIGHTS = {
  read: "查看", write: "登记和修改", import: "导入名册", manage_tags: "管理标签和专题库", restricted_tags: "查看受限标签",
  reveal: "查看完整姓名和号码",
  manage_callers: "管理用户", read_audit: "查看审计", read_changes: "读取变更", push_orders: "上报工单", handle_orders: "办理工单",
  manage_duties: "管理权责清单", propose_tasks: "提出准入事项", ask_data: "向居委会要数", answer_data: "答复要数", manage_schedules: "设定自动生成",
  handle_reminders: "处理提醒", manage_webhooks: "管理外部通知",
};

/** Fields of rows, as columns and forms call them. */
export const FIELDS = {
  id: "编号", name: "姓名", sex: "性别", birth_date: "出生日期", age: "年龄", id_number: "证件号码", phone: "电话", phone_2: "备用电话",
  hukou: "户籍", ethnicity: "民族", education: "学历", death_date: "去世日期", address: "地址", road: "道路", committee: "居委会", grid: "微网格",
  compound: "小区", subdistrict: "街道", street: "街道", district: "区", role: "居住关系", since: "起始日期", until: "截止日期", kind: "类型",
  use: "使用情况", residents: "居住人数", area_m2: "面积（㎡）", built: "建成年份", storeys: "层数", elevators: "电梯数", category: "类别",
  status: "状态", credit_code: "统一社会信用代码", opened: "开业日期", licence_until: "许可到期", closes: "打烊时间", contact: "负责人",
  code: "编号", due: "下次检验", last_visited: "最近走访", housemates: "同住人", source: "来源", remark: "备注和标签", alias: "别名",
  tag: "标签", evidence: "依据", politics: "政治面貌", number: "工单编号", title: "标题", text: "内容", state: "状态", unit: "主办单位",
  reported_at: "反映时间", due_at: "办理期限", closed_at: "办结时间", urgent: "紧急", overdue: "超期", room: "室", lane: "弄", sublane: "支弄",
  building: "楼栋", updated_at: "更新时间", tags: "标签", id_kind: "证件类型", satisfaction: "满意度", duty: "权责条目", shop: "商铺",
  house_id: "房屋", shop_id: "商铺", person_id: "人员", supervised: "督办", visited_on: "走访日期", purpose: "事由", note: "记录",
};

const BY_FIELD = {
  role: OCCUPANCY_ROLES, kind: { ...HOUSE_KINDS, ...SHOP_KINDS, ...ASSET_KINDS, ...ORDER_KINDS }, use: USES, state: ORDER_STATES,
  id_kind: { resident_identity: "居民身份证" },
};

/** A value as people read it. */
export function shown(field, value) {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return value.map((each) => shown(field, each)).filter(Boolean).join("、");
  if (typeof value === "object") return value.name ?? value.address ?? value.title ?? Object.values(value).map((each) => shown("", each)).join(" ");
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return value.slice(0, 16).replace("T", " ");
  return BY_FIELD[field]?.[value] ?? String(value);
}
