// 审计: who did what, when, from where and why; also by the mark that an exported file bears.
import { columns } from "../kit/grid.js";
import { listing } from "../kit/listing.js";
import { el, empty, heading, link, moment, who } from "../kit/ui.js";
import { FIELDS, OCCUPANCY_ROLES, ROLES, SUBJECTS, shown } from "../words.js";
import { pageOf } from "../kit/rows.js";

const DONE = {
  create: "新增", update: "修改", delete: "删除", end: "停用", retire: "停用", reveal: "查看完整信息", find: "按姓名或号码查找", export: "导出",
  fetch: "下载", mark: "打勾", revoke: "收回", decide: "逐行决定", decide_many: "批量决定", correct: "更正一行", apply: "写入", cancel: "取消",
  match: "比对", start_applying: "开始写入", password: "改密码", attach: "加附件", escalate: "催办", recount: "重算期限", reveal_refused: "查看被拒",
  number_refused: "号码被拒", read: "已读", run: "自动生成", expire: "到期删除", close: "结束", test: "试发", note: "立项", raise: "转工单",
  rotate: "换密钥", rotated: "换密钥", train: "训练", seed: "准备", refused: "没有成功", locked: "锁定",
  merge: "合并", merged: "并入别人", unmerge: "撤销合并",
};
const ACTIONS = [
  ["", "全部"], ["people.reveal", "查看完整信息"], ["runs.reveal", "名单里显示完整"], ["runs.export", "导出"], ["people.find", "按姓名或号码查找"],
  ["login", "登录"], ["login.refused", "登录失败"], ["people", "人员"], ["houses", "房屋"], ["shops", "商铺"], ["taggings", "打标"],
  ["imports", "名册导入"], ["work_orders", "工单"], ["callers", "用户"], ["tokens", "令牌"],
];

/** `people.reveal` as 人员：查看完整信息. */
function action(word) {
  const [subject, what] = word.split(".");
  if (subject === "login") return { refused: "登录失败", locked: "登录锁定" }[what] ?? "登录";
  if (subject === "logout") return "退出";
  const title = SUBJECTS[subject] ?? {
    catalogue: "目录", demo: "演示数据", dispatch: "派单", key: "密钥", hotspots: "热点", tokens: "令牌",
  }[subject] ?? "其他";
  return what ? `${title}：${DONE[what] ?? "操作"}` : title;
}

const MORE = {
  occupancy: "居住关系", decision: "决定", disabled: "停用", areas: "辖区", password: "密码", total: "条数", rows: "行数", counts: "行数",
  aliases: "别名", rule: "规则", retired: "停用", text: "内容", title: "标题", where: "条件", explanation: "条件", evidence: "依据", tag: "标签",
  purpose: "用途", as_of: "日期", level: "级别", line: "条线", merged: "并入的编号", merged_into: "并入编号",
};
const DECISIONS = { create: "新增", merge: "合并", skip: "跳过" };

/** A value of a change in words; what is sealed or made for programs is said to have changed. */
function value(field, text) {
  if (text === null || text === undefined) return "（空）";
  if (["sealed", "changed"].includes(text)) return "（不显示）";
  if (field === "decision") return text.replace(/^\w+/, (word) => DECISIONS[word] ?? word);
  if (field === "occupancy") return OCCUPANCY_ROLES[text.split("@")[0]] ?? "（有改动）";
  if (field === "role" && ROLES[text]) return ROLES[text];
  if (["true", "false"].includes(text)) return text === "true" ? "是" : "否";
  const said = shown(field, text);
  return /^[\[{]/.test(said) ? "（有改动）" : said.slice(0, 80);
}

/** Notes that the program made are put in words. */
const reason = (text) => (text ?? "").replace(/^import (\d+)$/, "名册导入 $1").replace(/^row (\d+)$/, "第 $1 行").replace(
  /^\w+$/, (word) => SUBJECTS[word] ?? (/^[a-z_]+$/.test(word) ? "" : word),
);

function changes(list) {
  const known = list.filter((change) => FIELDS[change.field] ?? MORE[change.field]);
  const rest = list.length - known.length;
  return [
    ...known.map((change) => `${FIELDS[change.field] ?? MORE[change.field]}：${value(change.field, change.before)} → ${value(change.field, change.after)}`),
    ...(rest ? [`另有 ${rest} 项`] : []),
  ].join("；");
}

export async function auditView(place, session, id, params) {
  const query = Object.fromEntries(["caller", "action", "subject", "subject_id", "mark"].map((name) => [name, params.get(name) ?? ""]));
  const list = await listing({
    path: "/v1/audit", query, limit: 100, unit: "条", label: "审计", nothing: empty("没有这样的记录", "换一个条件再查。"),
    columns: columns(
      { name: "at", title: "时间", cell: (line) => moment(line.at) },
      { name: "caller", title: "谁", cell: (line) => el("span", {}, who(line.caller), el("small", { textContent: ROLES[line.role] ?? "" })) },
      { name: "action", title: "做了什么", cell: (line) => action(line.action) },
      {
        name: "subject", title: "对象",
        cell: (line) => {
          const href = line.subject && line.subject_id ? pageOf(line.subject, line.subject_id) : null;
          const text = line.subject ? `${SUBJECTS[line.subject] ?? ""} ${line.subject_id ?? ""}` : "";
          return href ? link(text, href) : text;
        },
      },
      {
        name: "reason", title: "用途或说明", wide: true, cell: (line) => reason(line.reason),
      }, { name: "changes", title: "改动", wide: true, cell: (line) => changes(line.changes) }, {
        name: "origin", title: "从哪里", cell: (line) => (line.origin === "cli" ? "服务器本机" : line.origin),
      }),
  });
  const form = el("form", { className: "form line", onsubmit: (event) => {
    event.preventDefault();
    const given = Object.fromEntries([
      "caller", "action", "mark",
    ].map((name) => [name, event.target.elements[name].value.trim()]).filter(([, value]) => value));
    location.hash = `#audit?${new URLSearchParams(given)}`;
  } }, el("label", {}, "谁", el("input", { name: "caller", value: query.caller, placeholder: "用户名" })), el(
    "label", {}, "做了什么",
    el("select", { name: "action" }, ACTIONS.map(([value, textContent]) => el("option", { value, textContent, selected: value === query.action }))),
  ), el(
    "label", {}, "文件上的标记", el("input", { name: "mark", value: query.mark, placeholder: "例如 WKE9-NTXK-BT10" }),
  ), el("button", { className: "main", textContent: "查" }));
  place.replaceChildren(
    heading("审计", { about: "只增不改；导出的文件上有标记，凭它能查到是谁导出的。" }), el("section", { className: "panel flush" }, form, list.box),
  );
}
