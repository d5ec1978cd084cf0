// In place of a file that an hour has no room for: a second person is asked to allow it.
import { post } from "../kit/server.js";
import { form } from "../kit/form.js";
import { el, quiet } from "../kit/ui.js";

/** `wish`: reveal and reason; `refusal`: what the server has said. */
export function asksApproval(run, wish, place, refusal) {
  const until = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
  place.replaceChildren(el("div", { className: "notice warn" }, el("p", { textContent: refusal.message.replace(/（POST .*?）/, "") }),
    form([{ name: "until", title: "最后可用的一天", kind: "date", value: until, required: true }], {
      submit: "申请批准", run: async (given) => {
        // Housemates count too: whoever is asked allows what the server has said that it would be.
        const people = Math.min(100_000, Number(/查看 (\d+) 人/.exec(refusal.message)?.[1] ?? run.total));
        const made = await post("/v1/reveal_approvals", { run: run.id, fields: wish.reveal, purpose: wish.reason, people, until: given.until });
        place.replaceChildren(quiet(`已申请（第 ${made.id} 号）。批准后再点一次下载。`));
      },
    })));
}
