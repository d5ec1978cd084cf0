// Tags: what somebody or something has, putting one on, ending one.
import { el } from "../shared/dom.js";
import { SUBJECTS, dayOf, sayDay } from "../shared/words.js";
import { Missing, field, form, valueOf } from "./forms.js";
import { enqueue } from "./noting.js";
import { read } from "./reading.js";
import { back } from "./router.js";
import { session } from "./session.js";
import { card, confirmed, empty, icon, muted, toast, topBar, waiting } from "./ui.js";

const SHOWN = 40;
/** What can be tagged here: its word in the catalogue, and what names it. */
const WHO = { people: { word: "person", name: "name" }, houses: { word: "house", name: "address" } };

/** The assigned tags of a subject that the caller may put on and end. */
async function assignable(subject, options) {
  const { body } = await read("/v1/tags", { subject: WHO[subject].word, kind: "assigned", limit: 500 }, options);
  return body.items.filter((tag) => tag.may_assign);
}

/** Whether the caller may end a tag; where the catalogue cannot be read, the server will say. */
async function mayEnd(subject, tag) {
  if (tag.kind !== "assigned" || !session.may("write")) return false;
  const own = await assignable(subject).catch(() => null);
  return own === null || own.some(({ code }) => code === tag.code);
}

/** Tags as chips. An assigned one can be ended; a computed one says why it holds. */
export function tagChips(subject, id, tags, about = "") {
  if (!tags.length) return muted("没有标签。");
  return el("div", { className: "chips" }, tags.map((tag) => {
    const isMine = tag.kind === "assigned";
    return el("button", {
      type: "button", className: `chip ${isMine ? "own" : ""}`, "aria-label": `标签 ${tag.name}`, textContent: tag.name,
      onclick: async () => {
        const words = isMine ? [
          `${sayDay(tag.since)}打上${tag.until ? `，到${sayDay(tag.until)}为止` : ""}`, tag.by ? `由${tag.by}` : "", tag.evidence ?? "",
        ].filter(Boolean).join("，")
          : `系统按资料自动算出：${tag.explanation ?? ""}。要改请更正资料。`;
        const isEndable = await mayEnd(subject, tag);
        if (!(await confirmed(tag.name, words, isEndable ? "取消这个标签" : "知道了", isEndable)) || !isEndable) return;
        await enqueue({
          chain: `${subject}/${id}`, title: `取消标签「${tag.name}」`, about, link: `${subject}/${id}`, method: "DELETE", path: `/v1/${subject}/${id}/tags/${encodeURIComponent(tag.code)}`,
        });
        toast(`已记下：取消「${tag.name}」`);
      },
    });
  }));
}

/** Putting a tag on: search in the catalogue, evidence, save. */
export async function tagView(place, { subject, id }, signal) {
  if (!WHO[subject]) return place.replaceChildren(empty("没有这一页。"));
  const home = `${subject}/${id}`;
  place.replaceChildren(topBar("打标签", home), waiting());
  const [catalogue, target] = await Promise.all([
    assignable(subject, { signal }),
    read(`/v1/${subject}/${id}`, {}, { signal }).catch(() => null),
  ]);
  const name = target?.body[WHO[subject].name] ?? `${SUBJECTS[subject]} ${id}`;
  let chosen = null;
  const list = el("div", { className: "picks column" });
  const search = el("input", { type: "search", name: "tagname", placeholder: "标签名称", "aria-label": "标签名称", autocomplete: "off" });
  const draw = () => {
    const wanted = search.value.trim();
    const found = catalogue.filter((tag) => !wanted || [tag.name, tag.line, ...tag.aliases].some((text) => text.includes(wanted)));
    list.replaceChildren(...found.slice(0, SHOWN).map((tag) => el("button", {
      type: "button", className: "pick", "aria-pressed": String(tag === chosen), onclick: () => { chosen = tag; draw(); },
    }, el("b", { textContent: tag.name }), " ", el("small", { textContent: tag.line }))), found.length > SHOWN ? muted(`还有 ${found.length - SHOWN} 个，写几个字找。`) : "", found.length ? "" : empty(catalogue.length ? "没有这样的标签。" : "没有您能打的标签。"));
  };
  search.addEventListener("input", draw);
  draw();
  const save = async (box) => {
    if (!chosen) throw new Missing("tagname", "请先选一个标签。");
    const evidence = valueOf(box, "evidence");
    const until = valueOf(box, "until");
    await enqueue({
      chain: home, title: `打标签「${chosen.name}」`, about: name, link: home, method: "PUT", path: `/v1/${subject}/${id}/tags/${encodeURIComponent(chosen.code)}`,
      body: { since: dayOf(), ...(evidence ? { evidence } : {}), ...(until ? { until } : {}) },
    });
    toast(`已记下：${chosen.name}`);
    back(home);
  };
  const box = await form(
    `tag ${home}`,
    [
      search, list, field("依据（可不填）", "evidence", { placeholder: "例如：上门核实，本人出示证件" }),
      field("到哪天为止（可不填）", "until", { kind: "day", min: dayOf(1) }),
    ],
    "打上", save,
  );
  place.replaceChildren(topBar("打标签", home), card([name, icon("tag")], box));
}
