// 记走访: who, what for, what was found, photos. Saved with one tap more where all is well.
import { dayOf } from "../shared/words.js";
import { hasRoute } from "./abilities.js";
import { Missing, field, form, phrases, valueOf } from "./forms.js";
import { readHouse, readResidents } from "./house.js";
import { enqueue } from "./noting.js";
import { photoPicker } from "./photos.js";
import { back, queryOf } from "./router.js";
import { card, muted, oneOf, toast, topBar, waiting } from "./ui.js";

const PURPOSES = ["走访", "独居探望", "慰问", "安全检查", "政策宣传", "采集核实", "巡检"];
const FOUND = ["一切正常", "家中无人", "身体不错", "精神一般", "已告知政策", "用气用电安全", "需要帮助"];
const PHOTOS = "/v1/visits/{id}/attachments";

export async function visitView(place, { id }, signal) {
  const home = `houses/${id}`;
  place.replaceChildren(topBar("记走访", home), waiting());
  const { body: house } = await readHouse(id, { signal });
  const people = await readResidents(house, { signal }).then(({ body }) => body.items, () => []);
  const person = queryOf().get("person");
  const who = oneOf(
    "走访谁", [["", "全户"], ...people.map((one) => [String(one.id), one.age === null ? one.name : `${one.name} ${one.age}岁`])],
    person ?? "",
  );
  const purpose = oneOf("事由", PURPOSES.map((words) => [words, words]), PURPOSES[0]);
  const photos = (await hasRoute(`POST ${PHOTOS}`)) ? photoPicker() : null;
  const save = async (box) => {
    const day = valueOf(box, "visited_on");
    if (!day) throw new Missing("visited_on", "请写走访日期。");
    const note = valueOf(box, "note");
    if (day > dayOf()) throw new Missing("visited_on", "走访日期不能晚于今天。");
    await enqueue({
      chain: home, title: `走访：${purpose.value}`, about: house.address, link: home, method: "POST", path: "/v1/visits",
      body: {
        house_id: Number(id), ...(who.value ? { person_id: Number(who.value) } : {}), visited_on: day, purpose: purpose.value,
        ...(note ? { note } : {}),
      },
    }, photos?.blobs ?? [], PHOTOS.replace("{id}", "{made}"));
    toast("走访已记下");
    back(home);
  };
  const box = await form(`visit ${id}`, [
    who.box, purpose.box, field("情况", "note", { kind: "area", placeholder: "看到什么、说了什么（可用键盘上的话筒说）" }), phrases("note", FOUND),
    photos ? photos.box : null, field("日期", "visited_on", { kind: "day", value: dayOf(), max: dayOf() }),
  ].filter(Boolean), "保存", save);
  place.replaceChildren(topBar("记走访", home), card(house.address, box, muted("先存在本机，有信号时自动发送。")));
}
