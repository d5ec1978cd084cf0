// 准入: a task that somebody would hand down to committees, held against the lists.
import { columns } from "../kit/grid.js";
import { form } from "../kit/form.js";
import { listing } from "../kit/listing.js";
import { call, get, post } from "../kit/server.js";
import { button, dialog, el, empty, facts, heading, link, moment, panel, pill, tabs, toast } from "../kit/ui.js";

const VERDICTS = { own: ["居委会职责", "good"], assisted: ["协助事项", "plate"], no_basis: ["没有依据", "warn"], forbidden: ["不得下派", "bad"] };
const MATCHES = { own: "本职", assisted: "协助", forbidden: "禁止", elsewhere: "别处的职责" };
const verdict = (item) => pill(...(VERDICTS[item.verdict] ?? ["", ""]));
const decided = (item) => (item.decision === null ? pill("等决定", "warn") : pill(
  item.decision === "accept" ? "已准入" : "不准入", item.decision === "accept" ? "good" : "bad",
));

const PARTS = [
  ["#admissions", "全部"], ["#admissions?state=open", "等决定"], ["#admissions?state=decided", "已决定"], ["#admissions?state=lists", "清单"],
];

export async function admissionsView(place, session, id, params) {
  const state = params.get("state") ?? "";
  if (state === "lists") return listsView(place);
  const list = await listing({
    path: "/v1/admissions", query: { state }, unit: "件", label: "准入事项", href: (item) => `#admissions/${item.id}`,
    nothing: empty("没有事项", "部门要把任务交给居委会时，先在这里对照清单。"),
    columns: columns(
      { name: "title", title: "事项" }, { name: "from_unit", title: "谁要下派" }, { name: "verdict", title: "对照结果", cell: verdict },
      { name: "decision", title: "决定", cell: decided }, { name: "made_at", title: "提出", cell: (item) => `${moment(item.made_at)} ${item.by}` },
    ),
  });
  place.replaceChildren(heading("准入", {
    about: "居委会该做、协助做、不该做的，先对照清单再决定。",
    tools: session.may("propose_tasks") ? [button("提出事项", () => proposing(), { main: true, key: "n" })] : [],
  }),
    tabs(PARTS, state ? `#admissions?state=${state}` : "#admissions"), el("section", { className: "panel flush" }, list.box));
}

/** What committees do, help with, and must not be asked for. */
async function listsView(place) {
  const { items } = await get("/v1/matters");
  const part = (kind, title) => panel(
    `${title}（${items.filter((item) => item.kind === kind).length}）`,
    el(
      "ul", { className: "plain" },
      items.filter((item) => item.kind === kind).map((item) => el(
        "li", {}, el("b", { textContent: item.name }), el("span", { className: "quiet", textContent: `　${item.source}` }),
      )),
    ),
  );
  place.replaceChildren(
    heading("准入清单"), tabs(PARTS, "#admissions?state=lists"), part("own", "居委会依法履职的"), part("assisted", "依法协助的"),
    part("forbidden", "不得要居委会做的"),
  );
}

function proposing() {
  return dialog("提出事项", (close) => form([
    { name: "title", title: "事项名称", required: true, max: 64, wide: true },
    { name: "text", title: "要居委会做什么", kind: "long", rows: 4, required: true, max: 4000 },
    { name: "from_unit", title: "哪个单位下派", required: true, max: 64 },
    { name: "proposed_unit", title: "打算让谁做（可不填）", max: 64 }, { name: "basis", title: "依据（可不填）", max: 500, wide: true },
  ], {
    submit: "对照清单", cancel: () => close(), run: async (given) => {
      const made = await post("/v1/admissions", Object.fromEntries(Object.entries(given).filter(([, value]) => value)));
      close();
      location.hash = `#admissions/${made.id}`;
    },
  }));
}

export async function admissionView(place, session, id) {
  const item = await get(`/v1/admissions/${id}`);
  const decide = (decision) => dialog(decision === "accept" ? "准入" : "不准入", (close) => form([{
    name: "reason", title: "理由", kind: "long", required: decision === "refuse",
  }], {
    submit: "决定", cancel: () => close(), run: async (given) => {
      await call("POST", `/v1/admissions/${id}/decision`, {
        body: { decision, ...(given.reason ? { reason: given.reason } : {}) }, headers: { "If-Match": `"${item.version}"` },
      });
      close();
      toast("已决定。");
      await admissionView(place, session, id);
    },
  }));
  place.replaceChildren(heading(item.title, { back: ["#admissions", "准入"], tools: [verdict(item), decided(item)] }),
    el("div", { className: "pair" }, el(
      "div", {},
      panel(
        "事项", el("p", { textContent: item.text }),
        facts([
          ["谁要下派", item.from_unit], ["打算让谁做", item.proposed_unit], ["依据", item.basis], ["提出", `${item.by}，${moment(item.made_at)}`],
          ["决定", item.decided_by ? `${item.decided_by}，${moment(item.decided_at)}` : null], ["理由", item.reason],
        ]),
      ),
      panel(
        "对照到的条目",
        item.matches.length ? el(
          "ul", { className: "plain" },
          item.matches.map((match) => el(
            "li", {}, pill(MATCHES[match.kind] ?? "", match.kind === "forbidden" ? "bad" : ""), " ", el("b", { textContent: match.subcategory }),
            match.unit ? `（${match.unit}）` : "", match.duty && match.kind !== "forbidden" ? [" ", link(match.duty, `#duties/${match.duty}`)] : null,
            el("p", { className: "quiet", textContent: [match.basis, ...match.reasons].filter(Boolean).join("；") }),
          )),
        ) : empty("清单里没有对应的条目"),
      )),
    el(
      "div", {},
      panel(
        "建议", el("p", { className: "meaning", textContent: item.advice }),
        item.decision === null && session.may("manage_duties") ? el(
          "div", { className: "tools" }, button("准入", () => decide("accept"), { main: item.verdict !== "forbidden", key: "a" }),
          button("不准入", () => decide("refuse"), { main: item.verdict === "forbidden", key: "r" }),
        ) : null,
      ),
    )));
}
