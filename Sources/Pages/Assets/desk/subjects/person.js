// A person: who, where they live and lived, tags, records, visits, and changing any of it.
import { edit } from "../kit/edit.js";
import { form } from "../kit/form.js";
import { change, get, inquire, maybe, post } from "../kit/server.js";
import { button, confirmed, dialog, el, empty, facts, heading, link, moment, panel, pill, toast } from "../kit/ui.js";
import { OCCUPANCY_ROLES, shown } from "../words.js";
import { askReason, auditLink, chooseHouse, claimsPanel, recordsPanel, tagsPanel, today, visitForm, visitPhotos } from "./pieces.js";

const same = (...list) => ["", ...list].map((word) => [word, word || "（未填）"]);
const EDITS = [
  { name: "name", title: "姓名", required: true, max: 64 }, { name: "sex", title: "性别", options: same("男", "女") },
  { name: "birth_date", title: "出生日期", kind: "date" }, { name: "id_number", title: "证件号码", max: 32 },
  { name: "phone", title: "电话", max: 32 }, { name: "hukou", title: "户籍", options: same("本市", "外省市", "港澳台", "外籍") },
  { name: "education", title: "学历", max: 32 }, { name: "ethnicity", title: "民族", max: 32 },
];

export async function personView(place, session, id) {
  const path = `/v1/people/${id}`;
  let [person, homes] = await Promise.all([get(path), get("/v1/occupancies", { person_id: id })]);
  const again = () => personView(place, session, id);
  const mayWrite = session.may("write");
  const tools = [
    session.may("reveal") && [person.name, person.id_number, person.phone].some((text) => text?.includes("*")) ? button("显示完整信息", async () => {
      const reason = await askReason("显示完整信息", "姓名、证件号码和电话会完整显示，记入审计，一小时内有人数上限。");
      if (reason) { person = { ...person, ...await inquire(`${path}/reveal`, { reason }) }; drawFacts(); }
    }, { key: "y", id: "reveal" }) : null,
    mayWrite ? button(
      "修改", async () => { if (await edit("修改人员", path, await get(path), EDITS)) await again(); }, { key: "e", id: "edit" },
    ) : null,
    mayWrite && person.house_id ? button("记走访", () => visitForm(person.house_id, Number(id), again), { key: "v" }) : null,
    mayWrite && !person.death_date ? button("登记去世", () => died(person, again)) : null, auditLink("people", id, session),
  ].filter(Boolean);
  const [about, top] = [el("div"), el("div")];
  function drawFacts() {
    top.replaceChildren(heading(person.name ?? "（未填姓名）", {
      back: ["#query?subject=people", "查人"],
      about: [person.sex, person.age === null ? "" : `${person.age} 岁`, person.address].filter(Boolean).join("，"), tools,
    }));
    about.replaceChildren(facts([
      ["姓名", person.name], ["性别", person.sex], ["出生日期", person.birth_date], ["证件号码", person.id_number],
      ["电话", person.phone && !person.phone.includes("*") ? link(person.phone, `tel:${person.phone}`) : person.phone],
      ["户籍", person.hukou], ["学历", person.education], ["民族", person.ethnicity], ["同住人", person.housemates],
      ["最近走访", person.last_visited], ["来源", person.source], ["更新", moment(person.updated_at)],
    ], { whole: true }));
  }
  drawFacts();
  // Visits hang on houses: those where the person lives and lived are asked.
  const houses = [...new Set(homes.items.map((item) => item.house_id))].slice(0, 6);
  const found = await Promise.all(houses.map((house) => maybe("/v1/visits", { house_id: house, limit: 100 })));
  const visits = found.flatMap((answer) => answer?.items ?? []).filter((visit) => visit.person_id === Number(id)).sort((a, b) => b.visited_on.localeCompare(a.visited_on));
  place.replaceChildren(top, person.death_date ? el("p", { className: "notice warn", textContent: `已登记去世：${person.death_date}` }) : "",
    el("div", { className: "pair" },
      el("div", {}, panel("基本情况", about), await claimsPanel("people", id, person), await homesPanel(homes.items, person, session, again),
        panel(
          "走访",
          visits.length ? el(
            "ul", { className: "plain" },
            visits.map((visit) => el(
              "li", {}, el("b", { textContent: visit.visited_on }), ` ${visit.purpose ?? ""} `, visit.note ?? "",
              el("small", { className: "quiet", textContent: `　${visit.by}` }), visitPhotos(visit),
            )),
          ) : empty("没有走访记录"),
        )),
      el("div", {}, await tagsPanel("people", id, session), recordsPanel("people", id, session))));
}

async function homesPanel(items, person, session, again) {
  const houses = Object.fromEntries(await Promise.all([...new Set(items.map((item) => item.house_id))].map(async (house) => [
    house, await get(`/v1/houses/${house}`).catch(() => null),
  ])));
  const isNow = (item) => !item.until || item.until > today();
  const current = items.filter(isNow);
  const mayWrite = session.may("write");
  const end = (item) => dialog("迁出", (close) => form([{ name: "until", title: "迁出日期", kind: "date", value: today(), required: true }], {
    submit: "迁出", cancel: () => close(),
    run: async ({ until }) => { await change(`/v1/occupancies/${item.id}`, { until }, item.version); close(); toast("已登记迁出。"); await again(); },
  }));
  const move = async () => {
    const to = await chooseHouse("迁入", [
      { name: "role", title: "居住关系", options: Object.entries(OCCUPANCY_ROLES).slice(0, 3), value: "family" },
      { name: "since", title: "从哪天起", kind: "date", value: today() },
    ]);
    if (!to) return;
    await post("/v1/occupancies", { house_id: to.house.id, person_id: person.id, role: to.role, since: to.since || null });
    const old = current.filter((item) => item.house_id !== to.house.id);
    if (old.length && await confirmed(
      "旧住处", `同时从${old.map((item) => houses[item.house_id]?.address ?? "旧住处").join("、")}迁出吗？不迁出就是两处居住。`, "迁出",
    )) {
      for (const item of old) await change(`/v1/occupancies/${item.id}`, { until: to.since || today() }, item.version);
    }
    toast("已登记迁入。");
    await again();
  };
  return panel({ title: "住在哪里", tools: mayWrite && !person.death_date ? [button("迁入", move, { key: "m" })] : [] },
    current.length > 1 ? el("p", { className: "notice warn", textContent: `登记了 ${current.length} 处居住；若有一处已不住，请办迁出。` }) : null,
    items.length ? el("ul", { className: "plain" }, [...items].sort((a, b) => Number(isNow(b)) - Number(isNow(a))).map((item) => el(
      "li", {}, link(houses[item.house_id]?.address ?? "（不在您的辖区）", `#houses/${item.house_id}`), ` ${shown("role", item.role)} `,
      el("span", { className: "quiet", textContent: `${item.since ?? "不详"} 起${item.until ? `，${item.until} 止` : ""} ` }),
      isNow(item) ? pill("现住", "good") : pill("以前"), isNow(item) && mayWrite ? [
        " ", button("迁出", () => end(item), { className: "text" }),
      ] : null))) : empty("没有登记住处"));
}

const died = (person, again) => dialog("登记去世", (close) => form([{
  name: "death_date", title: "去世日期", kind: "date", value: today(), required: true,
}], {
  submit: "登记", cancel: () => close(),
  run: async ({ death_date }) => {
    await change(`/v1/people/${person.id}`, { death_date }, person.version);
    close();
    toast("已登记。");
    await again();
  },
}));
