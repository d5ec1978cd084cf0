// Pieces of the pages of people, houses, shops and buildings: tags, records, other sources' values, what is masked.
import { form } from "../kit/form.js";
import { all, call, change, fetchFile, get, maybe, post } from "../kit/server.js";
import { button, dialog, el, empty, guarded, link, moment, panel, pill, quiet, toast } from "../kit/ui.js";
import { FIELDS, shown } from "../words.js";

export const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });

/** Why something is to be shown in full; undefined where somebody thinks better of it. */
export const askReason = (title, text) => dialog(title, (close) => [quiet(text), form([{
  name: "reason", title: "用途", required: true, wide: true, max: 500, placeholder: "例如：电话通知体检",
}], {
  submit: "显示", cancel: () => close(), run: ({ reason }) => { close(reason); },
})]);

/** Computed and assigned tags; those that are assigned by hand can be put on and ended. */
export async function tagsPanel(subject, id, session) {
  const path = `/v1/${subject}/${id}/tags`;
  const box = el("div", { className: "page" });
  const mayTag = session.may("write") || session.role === "department";
  async function draw() {
    const [{ items: now }, { items: ever }] = await Promise.all([get(path), get(path, { history: "true" })]);
    const past = ever.filter((tag) => tag.until && tag.until <= today());
    const one = (tag) => el(
      "span",
      { className: "chip", title: [tag.explanation, tag.evidence, tag.source, tag.since ? `${tag.since} 起` : ""].filter(Boolean).join("；") },
      tag.name,
      tag.kind === "assigned" && mayTag ? el("button", {
        type: "button", textContent: "×", "aria-label": `取消「${tag.name}」`,
        onclick: () => guarded(async () => {
          await call("DELETE", `${path}/${encodeURIComponent(tag.code)}`);
          toast(`已取消「${tag.name}」。`);
          await draw();
        }),
      }) : null);
    const group = (title, list) => (list.length ? [el("h3", { textContent: title }), el("div", { className: "chips" }, list.map(one))] : []);
    box.replaceChildren(
      ...group("登记的", now.filter((tag) => tag.kind === "assigned")), ...group("按规则算出的", now.filter((tag) => tag.kind === "computed")),
      ...(now.length ? [] : [quiet("没有标签。")]),
      ...(past.length ? [el(
        "details", {}, el("summary", { className: "quiet", textContent: `以前的（${past.length}）` }),
        el(
          "ul", { className: "plain" },
          past.map((tag) => el("li", {
            className: "quiet", textContent: `${tag.name}，${tag.since ?? ""} 至 ${tag.until}${tag.ended_by ? `，${tag.ended_by} 取消` : ""}`,
          })),
        ),
      )] : []));
  }
  const put = async () => {
    const tags = await all("/v1/tags", {
      subject: { people: "person", houses: "house", shops: "shop", buildings: "building" }[subject], kind: "assigned",
    });
    await dialog("打标签", (close) => form([
      { name: "tag", title: "标签", required: true, choices: tags.map((tag) => tag.name), wide: true },
      { name: "evidence", title: "依据（可不填）", max: 500, wide: true },
      { name: "since", title: "从哪天起（不填为今天）", kind: "date" }, { name: "until", title: "到哪天止（可不填）", kind: "date" },
    ], {
      submit: "打上", cancel: () => close(), run: async (given) => {
        const code = tags.find((tag) => tag.name === given.tag)?.code ?? given.tag;
        await call("PUT", `${path}/${encodeURIComponent(code)}`, { body: Object.fromEntries([
          "evidence", "since", "until",
        ].filter((name) => given[name]).map((name) => [name, given[name]])) });
        close();
        toast("已打上。");
        await draw();
      },
    }));
  };
  await draw();
  return panel({ title: "标签", tools: mayTag ? [button("打标签", put, { key: "t" })] : [] }, box);
}

/** What other sources say and the row does not hold; null where nothing is said. */
export async function claimsPanel(subject, id, row) {
  const { items } = await maybe(`/v1/${subject}/${id}/claims`) ?? { items: [] };
  if (!items.length) return "";
  return panel("别的来源有不同说法", el("div", { className: "scroll" }, el(
    "table", { className: "compare" },
    el("thead", {}, el("tr", {}, ["", "现在登记的", "别的来源"].map((text) => el("th", { scope: "col", textContent: text })))),
    el("tbody", {}, items.map((claim) => el(
      "tr", { className: "differs" }, el("th", { scope: "row", textContent: FIELDS[claim.field] ?? claim.field }),
      el("td", { textContent: shown(claim.field, row[claim.field]) || "（空）" }),
      el(
        "td", {}, el("b", { textContent: shown(claim.field, claim.value) }), el("small", { textContent: `${claim.source}，${moment(claim.at)}` }),
      )))))), quiet("若别的来源是对的，请用「修改」更正。"));
}

/** The rows of the datasets about this subject: read when they are opened, for there are many datasets. */
export function recordsPanel(subject, id, session) {
  const kind = { people: "person", houses: "house", shops: "shop", buildings: "building" }[subject];
  const list = el("div", { className: "page" }, quiet("展开时读取。"));
  let isRead = false;
  async function draw() {
    const sets = (await all("/v1/datasets", { limit: null })).filter((set) => set.subject === kind);
    const items = await all("/v1/records", { subject: kind, subject_id: id });
    const filled = sets.map((set) => [set, items.filter((item) => item.dataset === set.code)]).filter(([, own]) => own.length);
    list.replaceChildren(...(filled.length ? filled.map(([set, own]) => el(
      "div", {}, el("h3", { textContent: set.name }), el("ul", { className: "plain" }, own.map((item) => recordLine(set, item, session, draw))),
    )) : [quiet("没有专题记录。")]),
      ...(session.may("write") ? [el("div", { className: "tools" }, button("加一条", () => addRecord(sets, id, draw)))] : []));
  }
  const box = el(
    "details", { ontoggle: () => { if (box.open && !isRead) { isRead = true; guarded(draw); } } },
    el("summary", {}, el("b", { textContent: "专题记录" })), list,
  );
  return panel("", box);
}

function recordText(set, { data }) {
  const filled = set.fields.filter((field) => data[field.name] !== undefined && data[field.name] !== null);
  return filled.map((field) => `${field.title} ${shown("", data[field.name])}`).join("，") || "（空）";
}
const recordFields = (set, data = {}) => set.fields.map((field) => ({
  name: field.name, title: field.title, kind: { number: "number", date: "date", flag: "check" }[field.type] ?? "text", value: data[field.name],
}));
const recordData = (set, given) => Object.fromEntries(set.fields.map((field) => [field.name, given[field.name] === "" ? null : given[field.name]]));

function recordLine(set, item, session, again) {
  const alter = () => dialog(`修改「${set.name}」`, (close) => form(
    recordFields(set, item.data),
    {
      cancel: () => close(),
      run: async (given) => { await change(`/v1/records/${item.id}`, { data: recordData(set, given) }, item.version); close(); await again(); },
    },
  ));
  const remove = async () => { await change(`/v1/records/${item.id}`, undefined, item.version, "DELETE"); toast("已删除。"); await again(); };
  return el(
    "li", {}, el("span", { textContent: recordText(set, item) }),
    el("small", { className: "quiet", textContent: `　${item.source ?? ""} ${moment(item.updated_at)}　` }),
    session.may("write") ? [button("修改", alter, { className: "text" }), button("删除", remove, { className: "text danger" })] : null,
  );
}

async function addRecord(sets, id, again) {
  const code = await dialog("加一条专题记录", (close) => form(
    [{ name: "set", title: "哪个专题", options: sets.map((set) => [set.code, set.name]), wide: true }],
    { submit: "下一步", cancel: () => close(), run: ({ set }) => { close(set); } },
  ));
  const set = sets.find((each) => each.code === code);
  if (!set) return;
  await dialog(set.name, (close) => form(recordFields(set), { cancel: () => close(), run: async (given) => {
    await post("/v1/records", {
      dataset: set.code, subject_id: Number(id),
      data: Object.fromEntries(Object.entries(recordData(set, given)).filter(([, value]) => value !== null)),
    });
    close();
    await again();
  } }));
}

/** Who looked at and changed the row, for those who may read that. */
export const auditLink = (subject, id, session) => (session.may("read_audit") ? link(
  "审计记录", `#audit?subject=${subject}&subject_id=${id}`, { className: "button" },
) : null);

/** Asks for a house by its address; resolves to the house. */
export const chooseHouse = (title, more = [], value = "") => dialog(title, (close) => {
  const found = el("div", { className: "wide", role: "status" });
  let given = {};
  return form([
    { name: "address", title: "地址", required: true, wide: true, value, placeholder: "照平常的说法写，例如 某某路12弄3号201" }, ...more,
  ], {
    submit: "确定", cancel: () => close(), more: [found], run: async (now) => {
      given = now;
      const { houses } = await get("/v1/houses/resolve", { address: now.address });
      if (houses.length === 1) return close({ house: houses[0], ...given });
      found.replaceChildren(houses.length ? el(
        "div", { className: "chips" }, quiet("是哪一户？"),
        houses.slice(0, 20).map((house) => el("button", { type: "button", textContent: house.address, onclick: () => close({ house, ...given }) })),
      ) : empty("没有找到这个地址", "请检查路名、弄号和室号。"));
    },
  });
});

/** The photos of a visit, shown when they are asked for. */
export function visitPhotos(visit) {
  if (!visit.photos) return null;
  const shown = el("div");
  return el("div", {}, button(`照片 ${visit.photos} 张`, async () => {
    const { items } = await get(`/v1/visits/${visit.id}/attachments`);
    const files = await Promise.all(items.map((item) => fetchFile(item.href)));
    shown.replaceChildren(...files.map(({ content }, index) => el(
      "img", { src: URL.createObjectURL(content), alt: items[index].name, className: "photo" },
    )));
  }, { className: "text" }), shown);
}

export const visitForm = (house, person, done) => dialog("记走访", (close) => form([
  { name: "visited_on", title: "哪天", kind: "date", value: today(), required: true },
  { name: "purpose", title: "事由", max: 64, placeholder: "例如：日常走访" }, { name: "note", title: "情况", kind: "long", rows: 4 },
], { submit: "记下", cancel: () => close(), run: async (given) => {
  await post("/v1/visits", {
    house_id: house, ...(person ? { person_id: person } : {}), ...Object.fromEntries(Object.entries(given).filter(([, text]) => text)),
  });
  close();
  toast("已记下走访。");
  await done();
} }));

/** A few of a row's tags, for a line of a list. */
export const tagPills = (row) => (row.tags ?? []).slice(0, 6).map((tag) => pill(tag.name, "plate"));
