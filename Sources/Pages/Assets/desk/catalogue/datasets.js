// 专题库: further tables on people, houses, shops and buildings, and their rows.
import { columns } from "../kit/grid.js";
import { form } from "../kit/form.js";
import { listing } from "../kit/listing.js";
import { all, post } from "../kit/server.js";
import { button, dialog, el, empty, heading, link, moment, panel, pill, toast } from "../kit/ui.js";
import { TAG_SUBJECTS, shown } from "../words.js";

const PLURAL = { person: "people", house: "houses", shop: "shops", building: "buildings" };
const TYPES = { text: "文字", number: "数字", date: "日期", flag: "是否" };
const fieldsText = (set) => set.fields.map((field) => field.title).join("、");

export async function datasetsView(place, session) {
  const sets = await all("/v1/datasets", { limit: null });
  const list = await listing({
    path: "/v1/datasets", read: async () => ({ total: sets.length, items: sets, next_cursor: null }), unit: "个", label: "专题库",
    href: (set) => `#datasets/${set.code}`,
    columns: columns(
      { name: "name", title: "专题库" }, { name: "subject", title: "对象", cell: (set) => TAG_SUBJECTS[set.subject] },
      { name: "fields", title: "栏目", wide: true, cell: fieldsText }, { name: "about", title: "说明", wide: true },
    ),
  });
  place.replaceChildren(
    heading("专题库", { tools: session.may("manage_tags") ? [button("新专题库", adding, { main: true, key: "n" })] : [] }),
    el("section", { className: "panel flush" }, list.box),
  );
}

function adding() {
  return dialog("新专题库", (close) => form([
    { name: "name", title: "名称", required: true, max: 32 },
    { name: "code", title: "代码（小写字母）", required: true, max: 32, placeholder: "例如 lift_plan" },
    { name: "subject", title: "对象", options: Object.entries(TAG_SUBJECTS), value: "house" },
    { name: "about", title: "说明（可不填）", max: 500, wide: true },
    {
      name: "fields", title: "栏目，每行一个：代码 名称 类型（文字、数字、日期、是否）", kind: "long", rows: 6, required: true,
      placeholder: "agreed 是否同意 是否\nsigned_on 签字日期 日期",
    },
  ], {
    submit: "建立", cancel: () => close(), run: async ({ fields, about, ...given }) => {
      const type = (word) => Object.entries(TYPES).find(([, title]) => title === word)?.[0] ?? "text";
      const lines = fields.split("\n").map((line) => line.trim().split(/\s+/)).filter(([name]) => name);
      const made = await post("/v1/datasets", {
        ...given, ...(about ? { about } : {}), fields: lines.map(([name, title, word]) => ({ name, title: title ?? name, type: type(word) })),
      });
      close();
      toast("已建立。栏目以后不能再改。");
      location.hash = `#datasets/${made.code}`;
    },
  }), { wide: true });
}

export async function datasetView(place, session, code) {
  const set = (await all("/v1/datasets", { limit: null })).find((each) => each.code === code);
  if (!set) { place.replaceChildren(heading("专题库", { back: ["#datasets", "专题库"] }), empty("没有这个专题库")); return; }
  const list = await listing({
    path: "/v1/records", query: { dataset: code }, label: set.name, href: (item) => `#${PLURAL[item.subject]}/${item.subject_id}`,
    nothing: empty("还没有记录", "在人员、房屋、商铺或楼栋的页面上登记。"),
    columns: columns(
      {
        name: "subject_id", title: TAG_SUBJECTS[set.subject],
        cell: (item) => link("打开", `#${PLURAL[item.subject]}/${item.subject_id}`, { tabIndex: -1 }),
      },
      ...set.fields.map((field) => ({
        name: field.name, title: field.title, number: field.type === "number", cell: (item) => shown("", item.data[field.name]),
      })),
      { name: "source", title: "来源" }, { name: "updated_at", title: "更新", cell: (item) => moment(item.updated_at) },
    ),
  });
  place.replaceChildren(
    heading(set.name, { back: ["#datasets", "专题库"], about: set.about }),
    panel("栏目", el("div", { className: "pills" }, set.fields.map((field) => pill(`${field.title}（${TYPES[field.type]}）`)))),
    el("section", { className: "panel flush" }, list.box),
  );
}
