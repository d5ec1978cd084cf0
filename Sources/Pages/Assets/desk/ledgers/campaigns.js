// 发放、排摸: something handed out door by door; where and how far, and what is entered by hand.
import { columns } from "../kit/grid.js";
import { form } from "../kit/form.js";
import { listing } from "../kit/listing.js";
import { call, get, post } from "../kit/server.js";
import { button, confirmed, count, dialog, el, empty, facts, heading, link, panel, share, tabs, tiles, toast } from "../kit/ui.js";
import { paper } from "./files.js";

const STATES = {
  waiting: "未登记", given: "已发放", partly: "部分发放", refused: "拒收", nobody_home: "无人在家", moved_away: "已搬走", collected: "他人代领",
};
const BY = { committee: "按居委会", grid: "按微网格", building: "按楼幢", worker: "按登记人" };
const done = (counts) => share(counts.total ? counts.done / counts.total : null);

export async function campaignsView(place, session) {
  const made = el("div");
  const { items } = await get("/v1/campaigns", { limit: 100 });
  place.replaceChildren(
    heading("发放", {
      about: "口罩、牛奶、烟感器，或上门排摸：名单冻结一次，逐户登记，随时看到哪里做到哪一步。",
      tools: session.may("manage_campaigns") ? [button("新的发放", () => made.replaceChildren(making(made)), { main: true, id: "addcampaign", key: "n" })] : [],
    }),
    made,
    panel("", items.length ? el("ul", { className: "cards" }, items.map((item) => el("li", {}, el("a", { href: `#campaigns/${item.id}` },
      el("b", { textContent: item.name }), el("span", { textContent: `${item.item}：${item.explanation}` }),
      el("small", {
        textContent: `${item.closed ? "已结束，" : ""}完成 ${count(item.counts.done)} / ${count(item.counts.total)}（${done(item.counts)}），${item.since} 至 ${item.until}`,
      }))))) : empty("没有", "还没有发放。")),
  );
}

function making(place) {
  return panel("新的发放", form([
    { name: "name", title: "名称", required: true, max: 64, placeholder: "冬季口罩" }, { name: "goods", title: "发什么", required: true, max: 32, placeholder: "口罩" },
    { name: "code", title: "代码", required: true, max: 16, placeholder: "KZ2026", hint: "大写字母、数字、下划线" },
    { name: "sentence", title: "发给谁", required: true, max: 400, placeholder: "80岁以上独居老人", wide: true, hint: "一句话；对象为人员、房屋或商铺" },
    { name: "each", title: "每份数量", kind: "number", value: 1, min: 1, step: 1 },
    { name: "rule", title: "发放方式", options: [["each", "每个对象一份"], ["per_resident", "每户按居住人数"]] },
    { name: "since", title: "开始", kind: "date", required: true }, { name: "until", title: "结束", kind: "date", required: true },
  ], {
    submit: "冻结名单", cancel: () => place.replaceChildren(),
    // A form's elements have an `item` of their own.
    run: async ({ goods, ...wish }) => { location.hash = `#campaigns/${(await post("/v1/campaigns", { ...wish, item: goods })).id}`; },
  }));
}

export async function campaignView(place, session, id, params) {
  const path = `/v1/campaigns/${id}`;
  const [by, state, building] = [BY[params.get("by")] ? params.get("by") : "committee", params.get("state") ?? "", params.get("building") ?? ""];
  const [item, progress] = await Promise.all([get(path), get(`${path}/progress`, { by })]);
  const last = item.rounds.at(-1).round;
  const again = () => campaignView(place, session, id, params);
  const mayEnter = session.may("write") && !item.closed;
  const doors = await listing({
    path: `${path}/deliveries`, query: { state, building_id: building }, unit: "户", label: "逐户登记", nothing: empty("没有"),
    open: mayEnter ? (door) => entering(path, last, door, again) : undefined,
    columns: columns(
      "address", { name: "name", title: "姓名", cell: (door) => door.name ?? "" }, { name: "expected", title: "应发", number: true, cell: (door) => count(door.expected) },
      { name: "state", title: "登记", cell: (door) => STATES[door.state] + (door.quantity === null ? "" : ` ${door.quantity}`) },
      { name: "by", title: "登记人", cell: (door) => door.by ?? "" }, { name: "on", title: "日期", cell: (door) => door.on ?? "" },
    ),
  });
  const tools = session.may("manage_campaigns") && !item.closed ? [
    button("补走一轮", async () => {
      if (!await confirmed("补走一轮", "未登记、无人在家和部分发放的，转入新的一轮。")) return;
      await post(`${path}/rounds`);
      await again();
    }),
    button("加入新来的", async () => { toast(`新加入 ${count((await post(`${path}/newcomers`)).added)} 户`); await again(); }),
  ] : [];
  place.replaceChildren(
    heading(item.name, { back: ["#campaigns", "发放"], tools }),
    tiles([
      { title: "完成", value: done(item.counts), hint: `${count(item.counts.done)} / ${count(item.counts.total)}` },
      { title: "已发", value: item.counts.quantity, hint: `应发 ${count(item.counts.expected)}` },
      ...["waiting", "nobody_home", "partly", "refused"].map((each) => ({ title: STATES[each], value: item.counts[each], href: `#campaigns/${id}?state=${each}` })),
    ]),
    panel("", facts([
      ["发什么", item.item], ["发给谁", item.explanation], ["期限", `${item.since} 至 ${item.until}`], ["轮次", last > 1 ? `第 ${last} 轮` : null],
      ["登记人", item.collectors.join("、")], ["结束", item.closed ? item.closed_by : null],
    ])),
    tabs(Object.entries(BY).map(([each, title]) => [`#campaigns/${id}?by=${each}`, title]), `#campaigns/${id}?by=${by}`),
    panel({ title: "", className: "flush" }, lines(progress, by, id, path)),
    panel({ title: `逐户登记（第 ${last} 轮${state ? `，${STATES[state] ?? ""}` : ""}）`, className: "flush" }, doors.box),
  );
}

/** How far, line by line; of a building also its doors, and on paper. */
function lines(progress, by, id, path) {
  const head = ["", "总数", "完成", "完成率", "未登记", "无人在家", "拒收", "已发"];
  return el("div", { className: "scroll" }, el("table", { className: "grid" },
    el("thead", {}, el("tr", {}, head.map((title) => el("th", { scope: "col", textContent: title })))),
    el("tbody", {}, progress.items.map(({ id: key, name, counts }) => el("tr", {},
      el("td", {}, by === "building" && key ? link(name, `#campaigns/${id}?by=building&building=${key}`) : name ?? "（无）",
        by === "building" && key ? button("打印", () => paper(`${path}/sheet.html`, { building_id: key })) : null),
      [counts.total, counts.done].map((number) => el("td", { className: "number", textContent: count(number) })),
      el("td", { className: "number", textContent: done(counts) }),
      [counts.waiting, counts.nobody_home, counts.refused, counts.quantity].map((number) => el("td", { className: "number", textContent: count(number) })),
    )))));
}

/** One door; what somebody else has entered is replaced by whoever has seen it here. */
function entering(path, round, door, again) {
  return dialog(door.address ?? door.name ?? "", (close) => [form([
    { name: "state", title: "登记", options: Object.entries(STATES), value: door.state === "waiting" ? "given" : door.state },
    { name: "quantity", title: "数量", kind: "number", min: 1, step: 1, value: door.quantity ?? "", hint: "不填为应发的数量" },
    { name: "collected_by", title: "代领人", max: 32 }, { name: "relation", title: "与住户关系", max: 32 },
    { name: "note", title: "备注", kind: "long", max: 500, value: door.note ?? "" },
  ], {
    cancel: close,
    run: async (wish) => {
      const body = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== "" && value !== null));
      const headers = door.version ? { "If-Match": `"${door.version}"` } : {};
      await call("PUT", `${path}/rounds/${round}/deliveries/${door.subject_id}`, { body, headers });
      close();
      await again();
    },
  })]);
}
