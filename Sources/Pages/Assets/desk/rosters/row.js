// One row of a roster: what it says beside whom it may be, the differences marked, and what is to become of it.
import { form } from "../kit/form.js";
import { get, maybe, post } from "../kit/server.js";
import { button, el, link, panel, pill, quiet, toast } from "../kit/ui.js";
import { ROW_STATES, shown } from "../words.js";
import { ROSTERS, titleOf } from "./fields.js";

const TONES = { create: "good", update: "plate", review: "warn", rejected: "bad" };
const DECISIONS = { create: "决定新增", merge: "决定合并", skip: "决定跳过" };
export const rowState = (row) => el(
  "span", { className: "pills" }, pill(ROW_STATES[row.status], TONES[row.status] ?? ""), row.decision ? pill(DECISIONS[row.decision.action]) : null,
  row.applied ? pill("已写入", "good") : null,
);

const KIND = { people: "people", tenancies: "people", taggings: "people", shops: "shops", houses: "houses", assets: "assets" };
let turn = 0;

/** Two ways to write one value are one value: dates by their digits, addresses by what they mean. */
async function same(field, theirs, held) {
  const [a, b] = [String(theirs ?? "").trim(), String(held ?? "").trim()];
  if (a === b) return true;
  if (["birth_date", "since", "until", "death_date", "due", "opened", "licence_until"].includes(field)) {
    const digits = (text) => (/^\d{4}\D\d{1,2}\D\d{1,2}\D?$/.test(text) ? text.split(/\D/).map((part) => part.padStart(2, "0")).join("").slice(0, 8) : text.replace(/\D/g, ""));
    return digits(a) === digits(b);
  }
  if (field === "address" && a && b) return (await maybe("/v1/houses/resolve", { address: a }))?.canonical === b;
  return shown(field, b) === a;
}

export async function rowDetail(place, item, row, { isOpen, mayCorrect, next }) {
  const mine = ++turn;
  const path = `/v1/imports/${item.id}/rows/${row.row}`;
  const kind = KIND[item.subject];
  const held = await Promise.all(row.candidates.slice(0, 3).map(async (candidate) => ({
    ...candidate, ...(await get(`/v1/${kind}/${candidate.subject_id}`).catch(() => ({}))),
  })));
  const fields = ROSTERS[item.subject].fields.filter((field) => row.values[field] !== undefined || held.some((each) => each[field] && [
    "name", "birth_date", "id_number", "phone", "address",
  ].includes(field)));
  const equal = await Promise.all(fields.map((field) => Promise.all(held.map((each) => same(field, row.values[field], each[field])))));
  if (mine !== turn) return;
  const headers = Object.fromEntries(Object.entries(item.mapping).map(([header, field]) => [field, header]));
  const doubts = new Set(row.reasons.map((reason) => Object.entries(headers).find(([, header]) => header === reason.column)?.[0]));
  const decide = (action, subject) => async () => {
    const fresh = await post(`${path}/decision`, { action, ...(subject ? { subject_id: subject } : {}) });
    toast({ create: "会作为新增。", merge: "会合并。", skip: "会跳过。" }[action]);
    next(row, fresh);
  };
  const line = (field, index) => {
    const differs = held.length > 0 && (equal[index].some((is, at) => !is && held[at][field] !== undefined) && row.values[field] !== undefined || (doubts.has(field) && held.some((each) => each[field])));
    // Starred values can look alike and be different under the stars: the reason says so.
    const note = differs && equal[index].every(Boolean) ? el("small", { textContent: "遮住的部分不同" }) : null;
    return el(
      "tr", { className: differs ? "differs" : doubts.has(field) && !held.length ? "differs" : "" },
      el("th", { scope: "row", textContent: headers[field] ?? titleOf(item.subject, field) }),
      el("td", {}, el(differs ? "b" : "span", { textContent: row.values[field] ?? "（没有）" }), note),
      held.map((each) => el("td", {}, el(differs ? "b" : "span", { textContent: shown(field, each[field]) || "（空）" }))));
  };
  const merges = held.map((each, index) => button(
    held.length > 1 ? `合并到${each.name || `第 ${index + 1} 个`}` : "合并到已有的", decide("merge", each.subject_id),
    { main: index === 0, key: index === 0 ? "m" : undefined },
  ));
  place.replaceChildren(panel({ title: `第 ${row.row} 行`, tools: [rowState(row)] },
    row.reasons.length ? el(
      "ul", { className: "plain" },
      row.reasons.map((reason) => el("li", {
        className: "late", textContent: reason.column ? `「${reason.column}」${reason.detail}` : reason.detail,
      })),
    ) : null,
    el(
      "div", { className: "scroll" },
      el(
        "table", { className: "compare" },
        held.length ? el(
          "thead", {},
          el(
            "tr", {}, el("th", {}), el("th", { scope: "col", textContent: "名册里" }),
            held.map((each) => el("th", { scope: "col" }, link("已有的", `#${kind}/${each.subject_id}`))),
          ),
        ) : null,
        el("tbody", {}, fields.map(line)),
      ),
    ),
    isOpen && !row.applied && (row.status === "review" || row.decision) ? el(
      "div", { className: "tools" }, merges, button(held.length ? "是另一个人，新增" : "新增", decide("create"), { key: "c" }),
      button("跳过这一行", decide("skip"), { key: "s" }),
    ) : null,
    row.subject_id && !held.length ? el("p", {}, link("看写到哪里", `#${kind}/${row.subject_id}`)) : null),
  mayCorrect && !row.applied && ["review", "rejected"].includes(row.status) ? correction(item, row, path, headers, doubts, next) : "");
}

/** The row's own cells, to be put right; what is starred is sent only when something is typed. */
function correction(item, row, path, headers, doubts, next) {
  const isMasked = (text) => text?.includes("*");
  const fields = ROSTERS[item.subject].fields.filter((field) => headers[field]).map((field) => {
    const text = row.values[field] ?? "";
    return {
      name: field, title: headers[field], value: isMasked(text) ? "" : text, placeholder: isMasked(text) ? `现在是 ${text}` : "", max: 500,
      doubtful: doubts.has(field),
    };
  }).sort((a, b) => Number(b.doubtful) - Number(a.doubtful));
  const box = form(fields, {
    submit: "更正并重新判断", run: async (given) => {
      const values = Object.fromEntries(fields.filter((field) => given[field.name] !== field.value).map((field) => [
        field.name, given[field.name] || null,
      ]));
      if (!Object.keys(values).length) return toast("没有改动。");
      const fresh = await post(`${path}/correction`, { values });
      toast(fresh.status === "rejected" ? "还有问题，请看原因。" : fresh.status === "review" ? "还要核对。" : "好了。");
      next(row, fresh);
    },
  });
  return panel({ title: "更正", className: "correction" }, quiet("按名册原件改这一行；改了会重新判断。"), box);
}
