// Moving in, moving out, death: links between people and houses are begun and ended, never overwritten.
import { Refusal, call } from "../shared/api.js";
import { button, el } from "../shared/dom.js";
import { dayOf, text } from "../shared/words.js";
import { baseOf } from "./correcting.js";
import { Missing, field, form, valueOf } from "./forms.js";
import { readHouse } from "./house.js";
import { enqueue } from "./noting.js";
import { readPerson } from "./person.js";
import { read } from "./reading.js";
import { back } from "./router.js";
import { card, empty, muted, oneOf, toast, topBar, waiting } from "./ui.js";

const ROLES = [["owner", "户主/产权人"], ["family", "家属"], ["tenant", "租户"]];
const quoted = (value) => `"${value.replace(/["\\]/g, "")}"`;

/** Somebody moves in: looked for by number first, so that nobody is in the books twice; else written in anew. */
export async function moveInView(place, { id }, signal) {
  const home = `houses/${id}`;
  place.replaceChildren(topBar("迁入", home), waiting());
  const { body: house } = await readHouse(id, { signal });
  const role = oneOf("关系", ROLES, "family");
  const found = el("div", { role: "status" });
  let known = null;
  const look = async () => {
    const number = place.querySelector("[name=id_number]").value.trim();
    known = null;
    if (!number) return found.replaceChildren(muted("请先填证件号码。"));
    try {
      const answer = await call("GET", "/v1/people", { query: { where: `id_number = ${quoted(number)}`, limit: 1 } });
      known = answer.items[0] ?? null;
      found.replaceChildren(muted(known ? `已登记：${known.name}，现住 ${known.address}。保存后在这里再登记一处居住关系，原来的请另办迁出。` : "没有登记过，保存后新建。"));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      found.replaceChildren(muted(error.status === 0 ? "没有信号，查不了是否登记过；保存后由系统核对。" : error.message));
    }
  };
  const save = async (box) => {
    const since = valueOf(box, "since") || dayOf();
    const shared = { chain: home, about: house.address, link: home, method: "POST" };
    if (known) {
      await enqueue({
        ...shared, title: `迁入：${known.name}`, path: "/v1/occupancies",
        body: { house_id: Number(id), person_id: known.id, role: role.value, since },
      });
    } else {
      const name = valueOf(box, "name");
      if (!name) throw new Missing("name", "请写姓名。");
      const more = Object.fromEntries([
        "id_number", "phone", "birth_date", "sex",
      ].map((key) => [key, valueOf(box, key)]).filter(([, value]) => value));
      await enqueue({
        ...shared, title: `迁入：${name}`, path: "/v1/people", body: { name, house_id: Number(id), role: role.value, since, ...more },
      });
    }
    toast("迁入已记下");
    back(home);
  };
  const box = await form(`move-in ${id}`, [
    field("姓名", "name", { autocomplete: "off" }), field(
      "证件号码", "id_number", { autocomplete: "off" },
    ), button("查是否登记过", look, { className: "small" }), found,
    field("电话", "phone", { inputMode: "tel", autocomplete: "off" }), field(
      "性别", "sex", { kind: "choice", choices: [["", "未登记"], ["男", "男"], ["女", "女"]] },
    ), field("出生日期", "birth_date", { kind: "day", max: dayOf() }),
    role.box, field("入住日期", "since", { kind: "day", value: dayOf() }),
  ], "保存迁入", save);
  place.replaceChildren(topBar("迁入", home), card(house.address, box));
}

/** Where the person lives by the books, to be ended on a day. */
export async function moveOutView(place, { id }, signal) {
  const home = `people/${id}`;
  place.replaceChildren(topBar("迁出", home), waiting());
  const [{ body: person }, { body: links }] = await Promise.all([
    readPerson(id, { signal }), read("/v1/occupancies", { person_id: id }, { signal }),
  ]);
  const open = links.items.filter(({ until }) => !until || until > dayOf());
  if (!open.length) return place.replaceChildren(topBar("迁出", home), empty("此人现在没有登记的住处。"));
  const which = oneOf(
    "从哪里迁出",
    open.map((one) => [
      one.id, one.house_id === person.house_id ? `${person.address}（${text(one.role)}）` : `另一处（${text(one.role)}）`,
    ]),
    open[0].id,
  );
  const save = async (box) => {
    const until = valueOf(box, "until");
    if (!until) throw new Missing("until", "请写迁出日期。");
    const held = open.find((one) => one.id === which.value);
    await enqueue({
      chain: `houses/${held.house_id}`, title: `迁出：${person.name}`, about: person.address ?? "", link: home, method: "PATCH", path: `/v1/occupancies/${held.id}`, body: { until },
      base: baseOf(held, ["until"]), version: held.version,
    });
    toast("迁出已记下");
    back(home);
  };
  const box = await form(
    `move-out ${id}`, [which.box, field("迁出日期（这一天起不再住这里）", "until", { kind: "day", value: dayOf() })], "保存迁出", save,
  );
  place.replaceChildren(topBar("迁出", home), card(person.name, box, muted("居住关系只是结束，以前的经过都保留。")));
}

export async function deathView(place, { id }, signal) {
  const home = `people/${id}`;
  place.replaceChildren(topBar("登记去世", home), waiting());
  const { body: person } = await readPerson(id, { signal });
  const save = async (box) => {
    const day = valueOf(box, "death_date");
    if (!day) throw new Missing("death_date", "请写去世日期。");
    if (day > dayOf()) throw new Missing("death_date", "日期不能晚于今天。");
    await enqueue({
      chain: home, title: "登记去世", about: person.name, link: home, method: "PATCH", path: `/v1/people/${id}`, body: { death_date: day }, base: baseOf(person, ["death_date"]), version: person.version,
    });
    toast("已记下");
    back(home);
  };
  const box = await form(`death ${id}`, [field("去世日期", "death_date", { kind: "day", max: dayOf() })], "登记", save);
  place.replaceChildren(topBar("登记去世", home), card(person.name, box, muted("登记后不再出现在名单和走访提醒里。填错了可以在电脑上更正。")));
}
