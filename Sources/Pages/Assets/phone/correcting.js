// Correcting a person. What is sent is what was changed, with the row as it was: somebody else's change of another field
// stands beside it, of the same field becomes a conflict.
import { titleOf } from "../shared/words.js";
import { Missing, field, form, valueOf } from "./forms.js";
import { STARRED } from "./merge.js";
import { enqueue } from "./noting.js";
import { readPerson } from "./person.js";
import { pendingOf } from "./queue.js";
import { back } from "./router.js";
import { card, muted, toast, topBar, waiting } from "./ui.js";

const SEX = [["", "未登记"], ["男", "男"], ["女", "女"]];
const HUKOU = [["", "未登记"], ...["本市", "外省市", "港澳台", "外籍"].map((word) => [word, word])];
const SCHOOL = [["", "未登记"], ...["小学", "初中", "高中", "中专", "大专", "本科", "研究生"].map((word) => [word, word])];
const FIELDS = ["name", "phone", "id_number", "sex", "birth_date", "hukou", "ethnicity", "education"];
const CHOICES = { sex: SEX, hukou: HUKOU, education: SCHOOL };

/** The fields of a row that can be changed, as they are now. */
export const baseOf = (row, names = FIELDS) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

/** Choices with the value that is there among them, whatever it is. */
function choices(name, value) {
  const list = CHOICES[name];
  return !value || list.some(([code]) => code === value) ? list : [...list, [value, value]];
}

export async function correctView(place, { id }, signal) {
  const home = `people/${id}`;
  place.replaceChildren(topBar("更正资料", home), waiting());
  const { body: person } = await readPerson(id, { signal });
  const inputs = FIELDS.map((name) => {
    const title = titleOf(name);
    if (STARRED.includes(name)) return field(
      title, name,
      {
        placeholder: person[name] ?? "未登记", hint: person[name] ? "要改才填，填完整的" : "", inputMode: name === "phone" ? "tel" : undefined,
        autocomplete: "off",
      },
    );
    if (CHOICES[name]) return field(
      title, name, { kind: "choice", value: person[name] ?? "", choices: choices(name, person[name]) },
    );
    return field(title, name, { kind: name === "birth_date" ? "day" : "text", value: person[name] ?? "" });
  });
  const save = async (box) => {
    const body = {};
    for (const name of FIELDS) {
      const value = valueOf(box, name) || null;
      if (STARRED.includes(name) ? value !== null : value !== (person[name] ?? null)) body[name] = value;
    }
    if (!Object.keys(body).length) throw new Missing("name", "还没有改动。");
    await enqueue({
      chain: home, title: `更正：${Object.keys(body).map(titleOf).join("、")}`, about: person.name, link: home,
      method: "PATCH", path: `/v1/people/${id}`, body, base: baseOf(person), version: person.version,
    });
    toast("更正已记下");
    back(home);
  };
  const waits = pendingOf(home).some(({ method }) => method === "PATCH");
  place.replaceChildren(
    topBar("更正资料", home),
    card(person.name, waits ? muted("这个人还有更正没有发出，这一次排在它后面。") : "", await form(`correct ${id}`, inputs, "保存更正", save)),
  );
}
