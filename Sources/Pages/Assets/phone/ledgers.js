// 台账: a sentence, examples, and the ledgers that are kept.
import { Refusal, call } from "../shared/api.js";
import { button, el } from "../shared/dom.js";
import { sayDay } from "../shared/words.js";
import { read } from "./reading.js";
import { go } from "./router.js";
import { session } from "./session.js";
import { card, chip, empty, muted, oldNote, row, toast, trouble, waiting } from "./ui.js";

const EXAMPLES = ["未来三个月年满90周岁老人", "80岁以上独居老人", "7天没有走访的独居老人", "下个月租约到期的房屋", "本月到期年检的电梯"];

export async function ledgersView(place, _, signal) {
  const input = el("textarea", { name: "sentence", rows: 2, maxLength: 400, placeholder: "想要什么名单？用平常的话说", "aria-label": "想要什么名单" });
  const ask = (text) => { if (text.trim()) go(`find?ask=${encodeURIComponent(text.trim())}`); };
  const kept = el("div", {}, waiting());
  const form = el("form", { className: "stack", onsubmit: (event) => { event.preventDefault(); ask(input.value); } }, input,
    el(
      "div", { className: "picks" },
      EXAMPLES.map((text) => el("button", { type: "button", className: "pick", textContent: text, onclick: () => ask(text) })),
    ),
    el("button", { className: "main", textContent: "查名单" }));
  place.replaceChildren(el("div", { className: "bar" }, el("h1", { textContent: "台账" })), card("", form), kept);
  try {
    const { body, isOld, at } = await read("/v1/ledgers", { limit: 50 }, { signal });
    kept.replaceChildren(isOld ? oldNote(at) : "", body.items.length
      ? card(["存下的台账", chip(`${body.items.length} 个`)], ...body.items.map((ledger) => ledgerRow(ledger)))
      : card("存下的台账", empty("还没有存下的台账。查出名单后点「做成名单」就能打勾；要每月都用的，请在电脑上存成台账。")));
  } catch (error) {
    if (signal.aborted) return;
    kept.replaceChildren(trouble(error));
  }
}

function ledgerRow(ledger) {
  const runs = el("div", { className: "runs" });
  const open = async () => {
    runs.replaceChildren(waiting());
    try {
      const { body } = await read(`/v1/ledgers/${ledger.id}/runs`, { limit: 5 });
      runs.replaceChildren(...body.items.map((run) => row(`runs/${run.id}`, `${sayDay(run.as_of)}的名单`, `${run.total} 条`)),
        session.may("write") ? button(
          "生成今天的名单", () => make(ledger.id), { className: "main small" },
        ) : "", body.items.length ? "" : muted("还没有生成过。"));
    } catch (error) {
      runs.replaceChildren(trouble(error));
    }
  };
  return el("details", { className: "fold", ontoggle: (event) => { if (event.target.open && !runs.childElementCount) open(); } },
    el(
      "summary", {},
      el("span", { className: "what" }, el("b", { textContent: ledger.name }), el("small", { textContent: ledger.explanation })),
    ), runs);
}

async function make(id) {
  try {
    go(`runs/${(await call("POST", `/v1/ledgers/${id}/runs`, { body: {} })).id}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    toast(error.message);
  }
}
