// A building with its houses, and a piece of equipment with the day of its next inspection.
import { edit } from "../kit/edit.js";
import { columns } from "../kit/grid.js";
import { listing } from "../kit/listing.js";
import { get } from "../kit/server.js";
import { button, el, empty, facts, heading, link, moment, panel } from "../kit/ui.js";
import { ASSET_KINDS } from "../words.js";
import { auditLink, recordsPanel, tagsPanel } from "./pieces.js";

export async function buildingView(place, session, id) {
  const path = `/v1/buildings/${id}`;
  const building = await get(path);
  const where = `address ~ "${building.address.replaceAll('"', "")}"`;
  const houses = await listing({
    path: "/v1/houses", query: { where, sort: "address" }, unit: "户", label: "房屋", href: (house) => `#houses/${house.id}`, nothing: empty("没有房屋"),
    columns: columns("address", "kind", { name: "residents", number: true }, { name: "area_m2", number: true }, "last_visited", "grid"),
  });
  place.replaceChildren(
    heading(building.address, {
      back: ["#query?subject=buildings", "查楼栋"], about: [building.compound, building.committee].filter(Boolean).join("，"),
      tools: [
        session.may("write") ? button(
          "修改",
          async () => {
            if (await edit("修改楼栋", path, await get(path), [
              { name: "storeys", title: "层数", kind: "number", step: "1" }, { name: "built", title: "建成年份", kind: "number", step: "1" },
            ])) await buildingView(place, session, id);
          },
          { key: "e" },
        ) : null,
        auditLink("buildings", id, session),
      ].filter(Boolean),
    }),
    el(
      "div", { className: "pair" }, el("section", { className: "panel flush" }, houses.box),
      el(
        "div", {},
        panel(
          "楼栋",
          facts([
            ["层数", building.storeys], ["建成年份", building.built], ["小区", building.compound], ["居委会", building.committee],
            ["微网格", building.grid], ["更新", moment(building.updated_at)],
          ]),
        ),
        await tagsPanel("buildings", id, session), recordsPanel("buildings", id, session),
      ),
    ));
}

export async function assetView(place, session, id) {
  const path = `/v1/assets/${id}`;
  const asset = await get(path);
  const name = `${ASSET_KINDS[asset.kind] ?? asset.kind} ${asset.code}`;
  place.replaceChildren(
    heading(name, {
      back: ["#query?subject=assets", "查设施"], about: asset.address,
      tools: [
        session.may("write") ? button(
          "修改",
          async () => {
            if (await edit(`修改${name}`, path, await get(path), [
              { name: "status", title: "状态", max: 32 }, { name: "due", title: "下次检验", kind: "date" },
            ])) await assetView(place, session, id);
          },
          { key: "e" },
        ) : null,
        auditLink("assets", id, session),
      ].filter(Boolean),
    }),
    panel(
      "设施设备",
      facts([
        ["类型", ASSET_KINDS[asset.kind] ?? asset.kind], ["编号", asset.code], ["状态", asset.status], ["下次检验", asset.due],
        [
          "地址",
          asset.house_id ? link(asset.address, `#houses/${asset.house_id}`) : asset.building_id ? link(
            asset.address, `#buildings/${asset.building_id}`,
          ) : asset.address,
        ],
        ["居委会", asset.committee], ["来源", asset.source], ["更新", moment(asset.updated_at)],
      ]),
    ));
}
