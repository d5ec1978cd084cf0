// 政策找人: a passage of a policy, clause by clause, and whom it may be for. Leads to be checked, never a decision.
import { inquire } from "../kit/server.js";
import { form } from "../kit/form.js";
import { count, el, heading, link, panel, pill, quiet } from "../kit/ui.js";
import { SUBJECTS } from "../words.js";

const KINDS = { condition: ["条件", "plate"], benefit: ["待遇", "good"], frame: ["说明", ""], judge: ["要人判断", "warn"] };
const open = (answer, where) => `#query?${new URLSearchParams({ subject: answer.subject, where })}`;

export async function policyView(place) {
  const result = el("div", { className: "page" });
  const box = form([{
    name: "text", title: "把政策里说条件的一段贴在这里", kind: "long", rows: 7, max: 4000, required: true,
    placeholder: "例如：同时符合下列条件的老年人，可申请上门服务：（一）年满80周岁；（二）独居。",
  }], {
    submit: "找人", run: async ({ text }) => { show(result, await inquire("/v1/ask/policy", { text })); },
  });
  place.replaceChildren(
    heading("政策找人", { back: ["#ask", "问一句"], about: "逐句看懂政策，找出可能符合的人；说不清的留给人判断。" }), panel("", box), result,
  );
  box.elements.text.focus();
}

function show(place, answer) {
  place.replaceChildren(
    panel({
      title: "可能符合的", className: "understood",
      tools: answer.where ? [link("看名单", open(answer, answer.where), { className: "button main" })] : [],
    },
      answer.where ? [
        el("p", { className: "meaning", textContent: answer.explanation }),
        el("p", { className: "total", textContent: `${SUBJECTS[answer.subject]} ${count(answer.total)}` }),
      ] : el("p", { className: "late", textContent: answer.refusal ?? "没有看懂可以查的条件。" }),
      answer.doubts.map((doubt) => el("p", { className: "notice warn", textContent: doubt })), quiet(answer.note)),
    panel(
      "逐句",
      el(
        "ul", { className: "plain" },
        answer.clauses.map((clause) => el(
          "li", {}, pill(...(KINDS[clause.kind] ?? ["", ""])), " ", clause.text,
          clause.explanation ? el(
            "p", { className: "quiet", textContent: clause.explanation },
          ) : clause.detail ? el("p", { className: "quiet", textContent: clause.detail }) : null,
        )),
      ),
    ),
    answer.near.length ? panel(
      "只差一条的",
      el(
        "ul", { className: "plain" },
        answer.near.map((each) => el("li", {}, `差「${each.missing}」：`, link(`${count(each.total)}`, open(answer, each.where)))),
      ),
    ) : "");
}
