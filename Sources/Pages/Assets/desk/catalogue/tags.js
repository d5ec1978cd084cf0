// 标签目录: what can be put on people, houses, shops and buildings; a new one by hand or by a rule.
import { columns } from "../kit/grid.js";
import { edit } from "../kit/edit.js";
import { form } from "../kit/form.js";
import { listing } from "../kit/listing.js";
import { get, maybe, post } from "../kit/server.js";
import { button, count, dialog, el, empty, facts, heading, link, panel, pill, tabs } from "../kit/ui.js";
import { LEVELS, TAG_SUBJECTS } from "../words.js";

const PLURAL = { person: "people", house: "houses", shop: "shops", building: "buildings" };
const KINDS = { assigned: "人工登记", computed: "按规则算出" };

export async function tagsView(place, session, id, params) {
  const subject = params.get("subject") ?? "";
  const [kind, line] = [params.get("kind") ?? "", params.get("line") ?? ""];
  const hash = (more) => `#tags?${new URLSearchParams(Object.entries({ subject, kind, line, ...more }).filter(([, value]) => value))}`;
  const lines = [...new Set((await get("/v1/tags", { limit: 500 })).items.map((tag) => tag.line))].sort();
  const list = await listing({
    path: "/v1/tags", query: { subject, kind, line }, limit: 100, unit: "个", label: "标签", href: (tag) => `#tags/${tag.code}`,
    nothing: empty("没有这样的标签"),
    columns: columns(
      { name: "name", title: "标签" }, { name: "line", title: "条线" }, { name: "subject", title: "对象", cell: (tag) => TAG_SUBJECTS[tag.subject] },
      { name: "kind", title: "怎样得来", cell: (tag) => pill(KINDS[tag.kind], tag.kind === "computed" ? "plate" : "") },
      { name: "explanation", title: "规则", wide: true, cell: (tag) => (tag.broken ? pill(tag.broken.detail, "bad") : tag.explanation ?? "") },
      { name: "level", title: "级别", cell: (tag) => LEVELS[tag.level] ?? "" }, { name: "code", title: "代码" },
    ),
  });
  const pick = (title, name, options, value) => el(
    "label", {}, title,
    el(
      "select", { onchange: (event) => { location.hash = hash({ [name]: event.target.value }); } },
      [["", "全部"], ...options].map(([code, text]) => el("option", { value: code, textContent: text, selected: code === value })),
    ),
  );
  place.replaceChildren(heading("标签", { tools: session.may("manage_tags") ? [button(
    "新标签", () => adding(lines), { main: true, key: "n" },
  )] : [] }),
    tabs([["", "全部"], ...Object.entries(TAG_SUBJECTS)].map(([code, title]) => [hash({ subject: code }), title]), hash({})),
    el(
      "section", { className: "panel flush" },
      el(
        "div", { className: "form line tools" }, pick("条线", "line", lines.map((each) => [each, each]), line),
        pick("怎样得来", "kind", Object.entries(KINDS), kind),
      ),
      list.box,
    ));
}

function adding(lines) {
  return dialog("新标签", (close) => form([
    { name: "name", title: "名称", required: true, max: 32 },
    { name: "code", title: "代码（字母和数字）", required: true, max: 32, placeholder: "例如 ZZ001" },
    { name: "subject", title: "打在什么上", options: Object.entries(TAG_SUBJECTS) }, { name: "line", title: "条线", required: true, choices: lines },
    { name: "level", title: "级别", options: [["committee", "居委会级"], ["subdistrict", "街道级"], ["district", "区级"], ["city", "市级"]] },
    { name: "sensitivity", title: "敏感程度", options: [["no", "一般"], ["yes", "敏感"], ["restricted", "受限（只有街道和管理员看得到）"]] },
    {
      name: "rule", title: "规则（不填就是人工登记）", wide: true, max: 4000, placeholder: "例如 age >= 80 and tag:独居老人",
      hint: "写法和条件查询里「直接写条件」一样。",
    },
    { name: "aliases", title: "别名（用顿号隔开，可不填）", wide: true },
    { name: "valid_days", title: "有效天数（可不填）", kind: "number", step: "1" }, { name: "about", title: "说明（可不填）", max: 500, wide: true },
  ], {
    submit: "建立", cancel: () => close(), run: async ({ aliases, rule, valid_days: days, about, ...given }) => {
      const made = await post("/v1/tags", {
        ...given, kind: rule ? "computed" : "assigned", ...(rule ? { rule } : {}), ...(days ? { valid_days: days } : {}), ...(about ? { about } : {}),
        aliases: aliases.split(/[、，,]/).map((text) => text.trim()).filter(Boolean),
      });
      close();
      location.hash = `#tags/${made.code}`;
    },
  }), { wide: true });
}

export async function tagView(place, session, code) {
  const path = `/v1/tags/${encodeURIComponent(code)}`;
  const tag = await get(path);
  const where = `tag:"${tag.name}"`;
  const held = await maybe(`/v1/${PLURAL[tag.subject]}`, { where, limit: 1, select: "id" });
  const alter = async () => {
    const flat = { ...tag, aliases: (tag.aliases ?? []).join("、"), retired: tag.retired };
    const fields = [
      { name: "name", title: "名称", required: true, max: 32 },
      ...(tag.kind === "computed" ? [{ name: "rule", title: "规则", max: 4000, wide: true }] : []),
      { name: "valid_days", title: "有效天数", kind: "number", step: "1" }, { name: "about", title: "说明", max: 500, wide: true },
    ];
    if (await edit(`修改「${tag.name}」`, path, flat, fields)) await tagView(place, session, code);
  };
  place.replaceChildren(heading(tag.name, {
    back: ["#tags", "标签"], about: `${tag.line}，${TAG_SUBJECTS[tag.subject]}，${KINDS[tag.kind]}`,
    tools: [
      link(
        `看有这个标签的（${count(held?.total)}）`, `#query?${new URLSearchParams({ subject: PLURAL[tag.subject], where })}`,
        { className: "button main" },
      ),
      session.may("manage_tags") ? button("修改", alter, { key: "e" }) : null,
    ].filter(Boolean),
  }),
    tag.broken ? el("p", { className: "notice warn", textContent: `规则已失效：${tag.broken.detail}` }) : "",
    panel(
      "",
      facts([
        ["代码", tag.code], ["别名", (tag.aliases ?? []).join("、")], ["级别", LEVELS[tag.level]], ["规则", tag.explanation],
        ["规则写法", tag.rule ? el("code", { textContent: tag.rule }) : null],
        ["敏感程度", { no: "一般", yes: "敏感", restricted: "受限" }[tag.sensitivity]], ["有效天数", tag.valid_days], ["说明", tag.about],
        ["停用", tag.retired ? "是" : null],
      ]),
    ));
}
