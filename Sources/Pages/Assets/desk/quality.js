// 数据质量: what is wrong or doubtful in the data, each with the way to put it right.
import { doublesPart } from "./doubles.js";
import { columns, grid } from "./kit/grid.js";
import { listing } from "./kit/listing.js";
import { all, get } from "./kit/server.js";
import { count, el, empty, heading, link, moment, tabs } from "./kit/ui.js";

const PARTS = { addresses: "地址对不上", numbers: "证件号码有误", doubles: "疑似重复", homes: "两处居住", stale: "180 天没有更新" };
// What one must be allowed to do anything about it.
const NEEDS = { addresses: "import", numbers: "import", doubles: "write" };
const ABOUT = {
  addresses: "名册里的地址，系统里没有，或者有好几处。打开那一行，更正后重新判断。", numbers: "校验位不符、日期不可能，或者与别人只差一处。",
  doubles: "很可能是同一个人登记了两次。逐项选取留谁的，合并为一人；合并错了可以撤销。",
  homes: "同时登记在两处的人。打开本人的页面，给不住的一处办迁出。",
  stale: "很久没有人动过的人员信息，走访时顺便核对。",
};
const isAddress = (code) => /house|address|road|number_|room/.test(code) && !/^id_number/.test(code);
const isNumber = (code) => /^(id_number|credit_code)/.test(code);

export async function qualityView(place, session, id, params) {
  const open = Object.keys(PARTS).filter((part) => !NEEDS[part] || session.may(NEEDS[part]));
  const part = open.includes(params.get("part")) ? params.get("part") : open[0];
  const views = {
    addresses: () => rows(isAddress), numbers: () => rows(isNumber), doubles: doublesPart,
    homes: () => people("count(house()) >= 2", "没有人登记在两处"),
    stale: () => people("not updated_at >= today-180d", "都在 180 天内更新过"),
  };
  place.replaceChildren(
    heading("数据质量", { about: ABOUT[part] }), tabs(open.map((each) => [`#quality?part=${each}`, PARTS[each]]), `#quality?part=${part}`),
    await views[part](),
  );
}

async function people(where, nothing) {
  const list = await listing({
    path: "/v1/people", query: { where }, unit: "人", label: "人员", href: (item) => `#people/${item.id}`, nothing: empty(nothing),
    columns: columns("name", "sex", { name: "age", number: true }, "address", "committee", { name: "source" }, {
      name: "updated_at", cell: (item) => moment(item.updated_at),
    }),
  });
  return el("section", { className: "panel flush" }, list.box);
}

/** Rows of the imports of late that wait or were refused for such a reason. */
async function rows(isMeant) {
  const { items } = await get("/v1/imports", { limit: 20 });
  const concerned = items.filter((item) => !item.dry_run && ["review", "done"].includes(item.state) && item.counts.review + item.counts.rejected > 0).slice(0, 8);
  const found = (await Promise.all(concerned.map(async (item) => {
    const read = await Promise.all(["review", "rejected"].filter((status) => item.counts[status]).map((status) => all(
      `/v1/imports/${item.id}/rows`, { status },
    )));
    return read.flat().filter((row) => row.reasons.some((reason) => isMeant(reason.code))).map((row) => ({
      ...row, id: `${item.id}-${row.row}`, import: item,
    }));
  }))).flat();
  const list = grid({
    label: "名册的行", href: (row) => `#rosters/${row.import.id}?status=${row.status}`,
    columns: columns(
      { name: "file", title: "名册", cell: (row) => link(row.import.file_name, `#rosters/${row.import.id}?status=${row.status}`, { tabIndex: -1 }) },
      { name: "row", title: "行号", number: true, cell: (row) => String(row.row) }, { name: "name", cell: (row) => row.values.name ?? "" },
      { name: "address", cell: (row) => row.values.address ?? "" },
      {
        name: "reasons", title: "原因", wide: true,
        cell: (row) => row.reasons.filter((reason) => isMeant(reason.code)).map((reason) => reason.detail).join("；"),
      },
      { name: "made_at", title: "导入", cell: (row) => moment(row.import.made_at) },
    ),
  });
  list.append(found);
  return el(
    "section", { className: "panel flush" }, el("p", { className: "total", textContent: found.length ? `共 ${count(found.length)} 行` : "" }),
    found.length ? el("div", { className: "scroll" }, list.box) : empty("没有", "最近的名册里没有这样的行。"),
  );
}
