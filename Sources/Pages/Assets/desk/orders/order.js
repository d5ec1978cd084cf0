// One order: what was said, where, how much time there is, what happened, and what can be done.
import { askReason } from "../subjects/pieces.js";
import { form } from "../kit/form.js";
import { change, fetchFile, get, inquire, upload } from "../kit/server.js";
import { button, dialog, el, facts, guarded, heading, link, moment, panel, quiet, toast } from "../kit/ui.js";
import { ORDER_ACTIONS, ORDER_KINDS, OUTCOMES, PARTIES, rating } from "../words.js";
import { actionButtons, candidateCards } from "./acting.js";
import { marks, statePill, timeline, until } from "./pieces.js";

const ENDED = ["closed", "rejected", "merged"];

export async function orderView(place, session, id) {
  let order = await get(`/v1/work_orders/${id}`);
  const done = async (now) => { order = now; draw(); session.count().catch(() => null); };
  function draw(plain = null) {
    const isOpen = !ENDED.includes(order.state);
    const said = { ...order, ...(plain ?? {}) };
    const clock = (title, due, met) => [
      title,
      due ? el(
        "span", { className: !met && new Date(due) < new Date() && isOpen ? "late" : "" }, moment(due),
        el("small", { textContent: met ? `${moment(met)} 完成` : isOpen ? until(due) : "" }),
      ) : null,
    ];
    place.replaceChildren(
      heading(said.title, {
        back: ["#orders", "工单"], about: `${order.number}，${order.source}，${ORDER_KINDS[order.kind]}`, tools: [statePill(order), marks(order)],
      }),
      el("div", { className: "pair" },
        el("div", {},
          panel({ title: "诉求", tools: plain || !session.may("reveal") ? [] : [button("显示完整内容", () => reveal(draw, order), { key: "y" })] },
            el("p", { className: "meaning", textContent: said.text ?? "" }),
            facts([
              ["反映人", said.reporter], ["电话", said.phone && plain ? link(said.phone, `tel:${said.phone}`) : said.phone],
              ["反映时间", moment(order.reported_at)], ["类别", order.category],
              ["权责条目", order.duty ? link(order.duty, `#duties/${order.duty}`) : null],
              ["结果", order.outcome ? `${OUTCOMES[order.outcome] ?? ""}${said.result ? `：${said.result}` : ""}` : said.result], [
                "评价",
                order.satisfaction ? `${rating(order.satisfaction)}${order.solved === null ? "" : order.solved ? "，已解决" : "，没有解决"}` : null,
              ], ["并入", order.merged_into ? link("看并入的工单", `#orders/${order.merged_into}`) : null]])),
          panel("办理经过", timeline(order.timeline)), files(order, done, isOpen && session.may("handle_orders"))),
        el("div", { className: "sticky" },
          panel("现在可以做", el("div", { className: "tools actions" }, actionButtons(order, done)), others(order)),
          order.state === "received" && order.dispatch.candidates.length && order.actions.includes("dispatch") ? panel(
            "派给谁", candidateCards(order, order.dispatch.candidates.slice(0, 3), done),
          ) : "",
          panel(
            "期限",
            facts([
              clock("先行联系", order.first_contact_due_at, order.contacted_at), clock("办结", order.due_at, order.resolved_at),
            ].concat([
              ["提醒", order.due_note], ["申请延期", order.extension_requested_at ? `${moment(order.extension_requested_at)}，等待裁定` : null],
            ])),
          ),
          panel(
            "谁在办",
            facts([
              ["主办单位", order.unit], ["协办", order.co_units.join("、")], ["责任人", order.responsible], ["社工", order.workers.join("、")],
              [
                "派单",
                order.mode === "auto" ? `系统自动${order.confidence === null ? "" : `，把握 ${Math.round(order.confidence * 100)}%`}` : order.mode ? "人工" : null,
              ],
            ]),
          ),
          where(order, done, isOpen))));
  }
  draw();
}

/** What other people can do now, so that one knows whom to call. */
function others(order) {
  const theirs = order.steps.filter((step) => !order.actions.includes(step.action) && step.action !== "note");
  if (!theirs.length) return null;
  return el(
    "details", {}, el("summary", { className: "quiet", textContent: "别人可以做的" }),
    el(
      "ul", { className: "plain" },
      theirs.map((step) => el("li", {
        className: "quiet", textContent: `${ORDER_ACTIONS[step.action]}：${step.by.map((party) => PARTIES[party] ?? "").join("、")}`,
      })),
    ),
  );
}

async function reveal(draw, order) {
  const reason = await askReason("显示完整内容", "反映人、电话和原文会完整显示，记入审计。");
  if (reason) draw(await inquire(`/v1/work_orders/${order.id}/reveal`, { reason }));
}

/** Where it is: its house, or those that the address may mean. */
function where(order, done, isOpen) {
  const put = (house) => async () => {
    await change(`/v1/work_orders/${order.id}`, { house_id: house }, order.version);
    await done(await get(`/v1/work_orders/${order.id}`));
    toast("已定位。");
  };
  const find = () => dialog("找房屋", (close) => {
    const found = el("ul", { className: "plain" });
    return [form([{ name: "address", title: "地址", required: true, value: order.address ?? "", wide: true }], {
      submit: "找", run: async (given) => {
        const answer = await get("/v1/houses/resolve", { address: given.address });
        found.replaceChildren(...(answer.houses.length ? answer.houses.map((house) => el(
          "li", {}, button(house.address, async () => { close(); await put(house.id)(); }),
        )) : [el("li", {}, quiet("没有找到这个地址。"))]));
      },
    }), found];
  });
  return panel({ title: "在哪里", tools: isOpen ? [button(order.house ? "更正" : "定位", find)] : [] },
    facts([
      ["房屋", order.house ? link(order.house.address, `#houses/${order.house.id}`) : null], ["原话", order.address],
      ["商铺", order.shop_id ? link(order.shop ?? "商铺", `#shops/${order.shop_id}`) : order.shop], ["居委会", order.committee],
      ["微网格", order.grid],
    ]),
    !order.house && order.candidates.length && isOpen ? [
      quiet("可能是："), el("div", { className: "chips" }, order.candidates.slice(0, 8).map((house) => button(house.address, put(house.id)))),
    ] : null);
}

function files(order, done, mayAdd) {
  const box = el("input", { type: "file", multiple: true, hidden: true, accept: "image/*,application/pdf", "aria-label": "加照片或 PDF" });
  box.addEventListener("change", async () => {
    await guarded(async () => {
      for (const file of box.files) await upload(`/v1/work_orders/${order.id}/attachments`, { name: file.name }, file);
      await done(await get(`/v1/work_orders/${order.id}`));
    });
  });
  const list = order.attachments.map((file) => {
    const shown = el("div");
    return el("li", {}, button(`${file.name}（${Math.ceil(file.size / 1024)} KB，${file.by}）`, async () => {
      const { content } = await fetchFile(file.href);
      const address = URL.createObjectURL(content);
      if (file.type.startsWith("image/")) shown.replaceChildren(el(
        "img", { src: address, alt: file.name, className: "photo" },
      )); else window.open(address);
    }, { className: "text" }), shown);
  });
  return panel(
    { title: `附件（${order.attachments.length}）`, tools: mayAdd ? [button("加照片或 PDF", () => box.click()), box] : [] },
    list.length ? el("ul", { className: "plain" }, list) : quiet("没有附件。"),
  );
}
