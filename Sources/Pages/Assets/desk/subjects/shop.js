// A shop: what it is, where it trades and traded, tags, records.
import { edit } from "../kit/edit.js";
import { get } from "../kit/server.js";
import { button, el, facts, heading, link, moment, panel, pill } from "../kit/ui.js";
import { SHOP_KINDS } from "../words.js";
import { auditLink, claimsPanel, recordsPanel, tagsPanel, today } from "./pieces.js";

const EDITS = [
  { name: "name", title: "名称", required: true, max: 64 }, { name: "credit_code", title: "统一社会信用代码", max: 18 },
  { name: "kind", title: "类型", options: Object.entries(SHOP_KINDS) }, { name: "category", title: "业态", max: 32 },
  { name: "status", title: "状态", options: ["招租", "装修", "营业", "歇业"] },
  { name: "contact", title: "负责人", max: 64 }, { name: "phone", title: "电话", max: 32 }, { name: "opened", title: "开业日期", kind: "date" },
  { name: "licence_until", title: "许可到期", kind: "date" }, { name: "closes", title: "打烊时间", kind: "time" },
];

export async function shopView(place, session, id) {
  const path = `/v1/shops/${id}`;
  const [shop, links] = await Promise.all([get(path), get("/v1/occupancies", { shop_id: id })]);
  const places = await Promise.all(links.items.map(async (item) => [item, await get(`/v1/houses/${item.house_id}`).catch(() => null)]));
  const isLate = shop.licence_until && shop.licence_until < today();
  place.replaceChildren(
    heading(shop.name, { back: ["#query?subject=shops", "查商铺"], about: [shop.category, shop.address].filter(Boolean).join("，"), tools: [
      session.may("write") ? button(
        "修改", async () => { if (await edit("修改商铺", path, await get(path), EDITS)) await shopView(place, session, id); },
        { key: "e", main: true },
      ) : null, auditLink("shops", id, session)].filter(Boolean) }),
    el("div", { className: "pair" }, el("div", {},
      panel(
        { title: "基本情况", tools: [pill(shop.status ?? "", shop.status === "营业" ? "good" : "warn")] },
        facts(
          [
            ["名称", shop.name], ["类型", SHOP_KINDS[shop.kind]], ["业态", shop.category], ["统一社会信用代码", shop.credit_code],
            ["负责人", shop.contact], ["电话", shop.phone], ["开业", shop.opened],
            [
              "许可到期",
              shop.licence_until ? el("span", {
                className: isLate ? "late" : "", textContent: `${shop.licence_until}${isLate ? "（已过期）" : ""}`,
              }) : null,
            ],
            ["打烊", shop.closes], ["居委会", shop.committee], ["来源", shop.source], ["更新", moment(shop.updated_at)],
          ],
          { whole: true },
        ),
      ),
      await claimsPanel("shops", id, shop),
      panel(
        "在哪里经营",
        el(
          "ul", { className: "plain" },
          places.map(([item, house]) => el(
            "li", {}, house ? link(house.address, `#houses/${house.id}`) : "（不在您的辖区）",
            el("span", { className: "quiet", textContent: `　${item.since ?? "不详"} 起${item.until ? `，${item.until} 止` : ""}` }),
          )),
        ),
      )),
    el("div", {}, await tagsPanel("shops", id, session), recordsPanel("shops", id, session))));
}
