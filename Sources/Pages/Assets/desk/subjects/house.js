// A house: who lives and trades there now and before, tags, equipment, orders, visits, and all that happened there.
import { edit } from "../kit/edit.js";
import { form } from "../kit/form.js";
import { grid, columns } from "../kit/grid.js";
import { get, maybe, post } from "../kit/server.js";
import { button, dialog, el, empty, facts, heading, link, moment, panel, pill, toast } from "../kit/ui.js";
import { ASSET_KINDS, HOUSE_KINDS, OCCUPANCY_ROLES, ORDER_STATES, shown } from "../words.js";
import { auditLink, claimsPanel, recordsPanel, tagPills, tagsPanel, today, visitForm, visitPhotos } from "./pieces.js";

const EDITS = [
  { name: "kind", title: "房屋类型", options: Object.entries(HOUSE_KINDS) }, { name: "area_m2", title: "建筑面积（㎡）", kind: "number" },
  { name: "built", title: "建成年份", kind: "number", step: "1" },
];
const KINDS = {
  recorded: "登记", visited: "走访", moved_in: "入住", moved_out: "迁出", tagged: "打标", untagged: "取消标签", work_order: "工单",
  work_order_closed: "办结", opened: "开业", closed: "歇业",
};
const PAGES = { people: "people", shops: "shops", work_orders: "orders", houses: "houses" };

export async function houseView(place, session, id) {
  const path = `/v1/houses/${id}`;
  const house = await get(path);
  const again = () => houseView(place, session, id);
  const near = `address ~ "${(house.address ?? "").replace(/"/g, "")}"`;
  const [
    links, visits, timeline, assets, orders,
  ] = await Promise.all([
    get("/v1/occupancies", { house_id: id }), get("/v1/visits", { house_id: id, limit: 30 }), get(`${path}/timeline`, { limit: 60 }),
    maybe("/v1/assets", { where: near, limit: 30 }),
    session.may("handle_orders") ? maybe("/v1/work_orders", { where: near, limit: 30, sort: "reported_at.desc" }) : null,
  ]);
  const [people, shops] = await Promise.all([read(links.items, "person_id", "/v1/people"), read(links.items, "shop_id", "/v1/shops")]);
  const isNow = (item) => !item.until || item.until > today();
  const mayWrite = session.may("write");
  const who = (isCurrent) => grid({
    label: "住户", href: (item) => `#people/${item.person.id}`,
    columns: columns(
      { name: "name", cell: (item) => el("a", { href: `#people/${item.person.id}`, textContent: item.person.name, tabIndex: -1 }) },
      { name: "sex", cell: (item) => item.person.sex }, { name: "age", cell: (item) => item.person.age ?? "", number: true },
      { name: "role", cell: (item) => shown("role", item.role) }, { name: "phone", cell: (item) => item.person.phone },
      {
        name: "since", title: isCurrent ? "从" : "期间", cell: (item) => (isCurrent ? item.since ?? "" : `${item.since ?? "不详"} 至 ${item.until}`),
      },
      { name: "tags", wide: true, cell: (item) => el("span", { className: "pills" }, tagPills(item.person)) },
    ),
  });
  const held = (ids) => links.items.filter((item) => item[ids] !== null);
  const residents = held("person_id").map((item) => ({ ...item, id: item.person_id, person: people[item.person_id] })).filter((item) => item.person);
  const trades = held("shop_id").map((item) => ({ ...item, shop: shops[item.shop_id] })).filter((item) => item.shop);
  const [now, before] = [who(true), who(false)];
  now.append(residents.filter(isNow));
  before.append(residents.filter((item) => !isNow(item)));
  const past = residents.filter((item) => !isNow(item));
  place.replaceChildren(
    heading(house.address, { back: ["#query?subject=houses", "查房"], about: [
      HOUSE_KINDS[house.kind], house.committee, house.grid,
    ].filter(Boolean).join("，"), tools: [
      mayWrite ? button("登记新住户", () => addPerson(house, again), { main: true, key: "n" }) : null,
      mayWrite ? button("记走访", () => visitForm(Number(id), null, again), { key: "v" }) : null,
      session.may("push_orders") ? button("上报事项", () => raise(house, again)) : null, mayWrite ? button(
        "修改", async () => { if (await edit("修改房屋", path, await get(path), EDITS)) await again(); }, { key: "e" },
      ) : null, auditLink("houses", id, session)].filter(Boolean) }),
    el("div", { className: "pair" }, el("div", {},
      el(
        "section", { className: "panel flush" },
        el("div", { className: "panel-head" }, el("h2", { textContent: `现在住在这里的（${residents.filter(isNow).length}）` })),
        residents.some(isNow) ? el("div", { className: "scroll" }, now.box) : empty("没有登记住户"),
        past.length ? el(
          "details", { className: "tools" }, el("summary", { className: "quiet", textContent: `以前住过的（${past.length}）` }), before.box,
        ) : null),
      trades.length ? panel(
        "在这里经营的",
        el(
          "ul", { className: "plain" },
          trades.map((item) => el(
            "li", {}, link(item.shop.name, `#shops/${item.shop.id}`), ` ${item.shop.category ?? ""} `,
            isNow(item) ? pill(item.shop.status ?? "营业", "good") : pill(`${item.until} 止`),
          )),
        ),
      ) : "",
      await claimsPanel("houses", id, house), orders?.items.length ? panel(
        "工单",
        el(
          "ul", { className: "plain" },
          orders.items.map((order) => el(
            "li", {}, link(order.title, `#orders/${order.id}`),
            el("span", { className: "quiet", textContent: `　${ORDER_STATES[order.state]}，${moment(order.reported_at)}` }),
          )),
        ),
      ) : "",
      panel(
        "走访",
        visits.items.length ? el(
          "ul", { className: "plain" },
          visits.items.map((visit) => el(
            "li", {}, el("b", { textContent: visit.visited_on }), ` ${visit.purpose ?? ""} ${visit.note ?? ""}`,
            el("small", { className: "quiet", textContent: `　${visit.by}` }), visitPhotos(visit),
          )),
        ) : empty("没有走访记录"),
      ),
      panel(
        "这里发生过的",
        timeline.items.length ? el(
          "ol", { className: "timeline" },
          timeline.items.map((event) => el(
            "li", {}, el("time", { textContent: event.at.slice(0, 10) }),
            el(
              "span", {}, KINDS[event.kind] ? pill(KINDS[event.kind]) : null, " ",
              PAGES[event.subject] ? link(event.title, `#${PAGES[event.subject]}/${event.subject_id}`) : event.title,
            ),
          )),
        ) : empty("没有记录"),
      )),
    el("div", {},
      panel(
        "房屋",
        facts([
          ["地址", house.address], ["类型", HOUSE_KINDS[house.kind]], ["居住人数", house.residents],
          ["建筑面积", house.area_m2 === null ? null : `${house.area_m2} ㎡`], ["建成年份", house.built], ["小区", house.compound],
          ["居委会", house.committee], ["微网格", house.grid], ["最近走访", house.last_visited ?? "没有走访过"],
          ["楼栋", link("看整栋楼", `#buildings/${house.building_id}`)],
        ]),
      ),
      await tagsPanel("houses", id, session), assets?.items.length ? panel(
        "设施设备",
        el(
          "ul", { className: "plain" },
          assets.items.map((asset) => el(
            "li", {}, link(`${ASSET_KINDS[asset.kind] ?? asset.kind} ${asset.code}`, `#assets/${asset.id}`),
            el("span", { className: "quiet", textContent: `　${asset.status ?? ""} 下次检验 ${asset.due ?? "不详"}` }),
          )),
        ),
      ) : "", recordsPanel("houses", id, session))));
}

/** The rows that links name, by id; one that the caller may not see is left out. */
async function read(items, name, path) {
  const ids = [...new Set(items.map((item) => item[name]).filter((each) => each !== null))].slice(0, 60);
  return Object.fromEntries((await Promise.all(ids.map((each) => get(`${path}/${each}`).catch(() => null)))).filter(Boolean).map((row) => [row.id, row]));
}

const addPerson = (house, again) => dialog(`登记住在${house.address}的人`, (close) => form([
  { name: "name", title: "姓名", required: true, max: 64 }, { name: "sex", title: "性别", options: [["", "（未填）"], ["男", "男"], ["女", "女"]] },
  { name: "birth_date", title: "出生日期", kind: "date" }, { name: "id_number", title: "证件号码", max: 32 },
  { name: "phone", title: "电话", max: 32 },
  { name: "hukou", title: "户籍", options: [["", "（未填）"], ...["本市", "外省市", "港澳台", "外籍"].map((word) => [word, word])] },
  { name: "role", title: "居住关系", options: Object.entries(OCCUPANCY_ROLES).slice(0, 3), value: "family" },
  { name: "since", title: "从哪天起", kind: "date", value: today() },
], { submit: "登记", cancel: () => close(), run: async (given) => {
  await post("/v1/people", { house_id: house.id, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)) });
  close();
  toast("已登记。");
  await again();
} }));

const raise = (house, again) => dialog(`上报事项：${house.address}`, (close) => form([
  { name: "title", title: "标题", required: true, max: 64, wide: true },
  { name: "text", title: "事情是怎样的", kind: "long", rows: 4, required: true }, { name: "urgent", title: "紧急", kind: "check" },
], {
  submit: "上报", cancel: () => close(),
  run: async (given) => {
    await post("/v1/work_orders", { source: "社工上报", kind: "request", house_id: house.id, ...given });
    close();
    toast("已上报。");
    await again();
  },
}));
