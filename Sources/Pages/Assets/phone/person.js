// A person: what is known, what is masked, what can be done.
import { el, facts } from "../shared/dom.js";
import { sayDay, text } from "../shared/words.js";
import { pendingCard } from "./house.js";
import { onQueue } from "./queue.js";
import { read } from "./reading.js";
import { orKept, personKept } from "./roster.js";
import { dial, masked } from "./reveal.js";
import { session } from "./session.js";
import { tagChips } from "./tagging.js";
import { card, chip, icon, link, muted, oldNote, row, topBar, waiting } from "./ui.js";

export const readPerson = (id, options) => orKept(() => read(`/v1/people/${id}`, {}, options), () => personKept(Number(id)));

export async function personView(place, { id }, signal) {
  const options = { signal };
  place.replaceChildren(topBar("人员", "find"), waiting());
  const { body: person, isOld, at } = await readPerson(id, options);
  const home = person.house_id ? `houses/${person.house_id}` : "find";
  const name = el("h1", { tabIndex: -1 }, masked(person.name, { id, field: "name" }));
  const pending = el("div");
  const tags = el("div", {}, waiting());
  const links = el("div");
  place.replaceChildren(topBar("人员", home), el("header", { className: "who" }, name,
    el(
      "p",
      { textContent: [
        text(person.sex), person.age === null ? "" : `${person.age} 岁`, text(person.role),
        person.death_date ? `${sayDay(person.death_date)}去世` : "",
      ].filter(Boolean).join(" · ") },
    )),
  isOld ? oldNote(at) : "", pending,
  card("", facts([
    [
      "电话",
      el(
        "span", { className: "withcall" }, masked(person.phone, { id, field: "phone" }),
        person.phone ? el(
          "button", { type: "button", className: "round", "aria-label": "打电话", onclick: () => dial(person) }, icon("phone"),
        ) : "",
      ),
    ],
    [
      "证件号码", masked(person.id_number, { id, field: "id_number" }),
    ], ["出生日期", person.birth_date], ["户籍", text(person.hukou)], ["民族", person.ethnicity], ["学历", person.education],
    ["最近走访", person.last_visited ? sayDay(person.last_visited) : "没有记过"], ["入住", person.since ? sayDay(person.since) : ""],
  ])), person.house_id ? card("", row(home, person.address, "同住的人、走访、工单")) : "", tags, links, actions(person));
  const drawPending = () => pending.replaceChildren(...pendingCard(`people/${id}`));
  signal.addEventListener("abort", onQueue(drawPending));
  drawPending();
  const [own, held] = await Promise.all([
    read(`/v1/people/${id}/tags`, {}, options).then(
      ({ body }) => body.items, () => (person.tags ?? []).map((tag) => ({ ...tag, kind: "computed", explanation: "有信号时再看详情" })),
    ),
    read("/v1/occupancies", { person_id: id }, options).then(({ body }) => body.items, () => []),
  ]);
  tags.replaceChildren(card(["标签", chip(`${own.length} 个`)], tagChips("people", id, own, person.name)));
  const former = held.filter(({ until }) => until);
  if (former.length) links.replaceChildren(card(
    "以前住过",
    ...former.map((one) => row(
      `houses/${one.house_id}`, `${one.since ? sayDay(one.since) : "不详"} 至 ${sayDay(one.until)}`, text(one.role),
    )),
  ));
}

function actions(person) {
  if (!session.may("write")) return "";
  const action = (path, name, title, className = "") => link(
    path, { className: `act ${className}`, id: `to-${path.split("/").pop().split("?")[0]}` }, icon(name),
    el("span", { textContent: title }),
  );
  const own = `people/${person.id}`;
  if (person.death_date) return muted("此人已登记去世。");
  return el("div", { className: "actbar" }, person.house_id ? action(
    `houses/${person.house_id}/visit?person=${person.id}`, "check", "记走访", "main",
  ) : null, action(`${own}/tag`, "tag", "打标签"),
    action(`${own}/correct`, "pen", "更正"), action(`${own}/move-out`, "outbox", "迁出"), action(`${own}/death`, "person", "去世"));
}
