// 今日工作: what waits for whoever is at the desk, and what there is.
import { columns, grid } from "./kit/grid.js";
import { maybe } from "./kit/server.js";
import { count, el, empty, heading, link, moment, panel, pill, tiles } from "./kit/ui.js";
import { mayOpen } from "./nav.js";
import { ORDER_FIELDS, orderColumns } from "./orders/pieces.js";
import { IMPORT_STATES, SUBJECTS } from "./words.js";

const OPEN = "not state in [closed, rejected, merged]";

export async function homeView(place, session) {
  const total = async (path, query = {}) => (await maybe(path, { limit: 1, ...query }))?.total ?? null;
  const orders = (where) => (session.may("handle_orders") ? total("/v1/work_orders", { where, select: "id" }) : null);
  const [received, late, soon, returned, requests, reminders, approvals, imports, due, people, houses, shops, committees, tags] = await Promise.all([
    mayOpen(session, "queue") ? orders("state = received") : null, orders(`${OPEN} and overdue = true`),
    orders(`${OPEN} and due_at in today..today+3d`), mayOpen(session, "queue") ? orders("state = returned") : null,
    session.may("answer_data") ? total("/v1/data_requests", { waiting: true }) : null,
    session.may("handle_reminders") ? total("/v1/reminders", { state: "new" }) : null,
    session.may("reveal") ? total("/v1/reveal_approvals", { waiting: true }) : null,
    session.may("import") ? maybe("/v1/imports", { limit: 50 }) : null,
    session.may("handle_orders") ? maybe("/v1/work_orders", { where: `${OPEN}`, sort: "due_at", limit: 10, select: ORDER_FIELDS }) : null,
    total("/v1/people", { select: "id" }), total("/v1/houses", { select: "id" }), total("/v1/shops", { select: "id" }),
    total("/v1/areas", { level: "committee" }), total("/v1/tags"),
  ]);
  const waiting = (imports?.items ?? []).filter((item) => item.state === "review");
  const tile = (title, value, href, tone) => (value === null ? null : { title, value, href, tone: value ? tone : "" });
  const list = grid({
    label: "快到期的工单", href: (order) => `#orders/${order.id}`,
    columns: columns(...["title", "state", "unit", "due_at", "address"].map((name) => orderColumns.find((column) => column.name === name))),
  });
  list.append(due?.items ?? []);
  const hour = Number(new Date().toLocaleTimeString("en-GB", { hour: "2-digit", timeZone: "Asia/Shanghai" }).slice(0, 2));
  place.replaceChildren(
    heading(
      `${hour < 11 ? "早上好" : hour < 13 ? "中午好" : hour < 18 ? "下午好" : "晚上好"}，${session.title || session.name}`,
      { about: new Date().toLocaleDateString("zh-CN", { dateStyle: "full", timeZone: "Asia/Shanghai" }) },
    ),
    tiles([
      tile("待派单", received, "#queue", "warn"), tile("已超期的工单", late, "#orders?part=late", "bad"),
      tile("三天内到期", soon, "#orders?part=today", "warn"), tile("退单待裁定", returned, "#queue?state=returned", "warn"),
      tile("要数待答复", requests, "#requests", "warn"), tile("未读提醒", reminders, "#reminders", "plate"),
      tile("等您批准", approvals, "#approvals", "warn"), imports ? tile("名册待处理", waiting.length, "#rosters", "warn") : null,
    ]),
    el("div", { className: "pair" },
      el(
        "div", {},
        session.may("handle_orders") ? el(
          "section", { className: "panel flush" },
          el("div", { className: "panel-head" }, el("h2", { textContent: "在办工单，期限近的在前" }), link("全部", "#orders")),
          due?.items.length ? el("div", { className: "scroll" }, list.box) : empty("没有在办的工单"),
        ) : "",
        waiting.length ? panel(
          "名册待处理",
          el(
            "ul", { className: "cards" },
            waiting.slice(0, 6).map((item) => el(
              "li", {},
              el(
                "a", { href: `#rosters/${item.id}` }, el("b", { textContent: item.file_name }),
                el(
                  "span",
                  { textContent: `${SUBJECTS[item.subject]}，待核对 ${count(item.counts.review)} 行，退回 ${count(item.counts.rejected)} 行` },
                ),
                el("small", { textContent: `${IMPORT_STATES[item.state]}，${moment(item.made_at)}` }),
              ),
            )),
          ),
        ) : ""),
      el(
        "div", {},
        panel(
          "现有数据",
          el("dl", { className: "facts one numbers", id: "counts" }, [
            ["人员", people, "#query?subject=people&where="], ["房屋", houses, "#query?subject=houses&where="],
            ["商铺", shops, "#query?subject=shops&where="], ["标签", tags, "#tags"], ["居委会", committees, null],
          ].map(([title, number, href]) => el(
            "div", {}, el("dt", { textContent: title }), el("dd", {}, href ? link(count(number), href) : count(number)),
          ))),
        ),
        panel(
          "常用",
          el("ul", { className: "plain" }, [
            ["问一句话，得一份名单", "#ask", "read"], ["看台账模板", "#templates", "read"], ["导入名册", "#rosters", "import"],
            ["登记一件事", "#orders", "push_orders"],
          ].filter(([, , right]) => session.may(right)).map(([title, href]) => el("li", {}, link(title, href)))),
          pill("按 ? 看快捷键", "plate"),
        ))));
}
