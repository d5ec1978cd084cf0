// What the two lower panels show in turn, each a title and rows.
import { at, number, short } from "./figures.js";

const pages = (rows, length) => Array.from({ length: Math.ceil(rows.length / length) }, (_, page) => rows.slice(page * length, (page + 1) * length));

function paged(title, rows, length) {
  const all = pages(rows, length);
  return all.map((page, index) => ({ title: all.length > 1 ? `${title}（${index + 1}/${all.length}）` : title, rows: page }));
}

/** Rows with a bar each, as long as its part of the longest. */
function barred(items) {
  const most = Math.max(1, ...items.map((item) => item.count ?? 0));
  return items.map(({ count, ...row }) => ({ ...row, share: (count ?? 0) / most }));
}

function ladder({ ladder: { days, by, withheld, climbing } }) {
  const steps = [["重大", "紧急、督办"], ["中等", "投诉、举报、拖延"], ["轻微", "其余"]].map(([label, more], index) => ({
    label, more, count: by[index], value: number(by[index], withheld.includes(index)),
  }));
  const slides = [{ title: `近 ${days} 天，对照 1 : 29 : 300`, rows: barred(steps) }];
  const rows = climbing.map((rung) => ({
    label: `${short(rung.committee)} ${rung.category}`, more: `上期 ${number(rung.before)}`, value: `${number(rung.count)} ↑`,
  }));
  return rows.length ? [...slides, { title: "正在上升的苗头", rows }] : slides;
}

/** Why: where tickets meet, what climbs, who is late. */
export function causes(board, length) {
  const spots = board.hot_spots.flatMap((spot) => [
    { label: spot.place ?? short(spot.committee), value: `${number(spot.count)} 件` },
    { more: spot.categories.join("、"), isNote: true },
  ]);
  const late = byCommittee(board).map(({ area, index }) => ({
    label: short(area.name), count: board.work_orders.late.by[index], value: at(board.work_orders.late, index),
    more: `未办结 ${at(board.work_orders.open, index)}`,
  })).filter((row) => row.value !== "0").sort((a, b) => (b.count ?? 1) - (a.count ?? 1));
  return [
    ...(spots.length ? paged("热点：几件事凑在一处", spots, length - length % 2) : [{ title: "热点", rows: [{ label: "近 30 天没有热点" }] }]),
    ...ladder(board), ...(late.length ? paged("已逾期，按居民区", barred(late), length) : []),
  ];
}

const byCommittee = (board) => {
  const isGridOnly = !board.areas.some((area) => area.level !== "grid");
  return board.areas.map((area, index) => ({ area, index })).filter(({ area }) => isGridOnly || area.level !== "grid");
};

/** What there is: people, houses, shops, by committee, grid and tag. */
export function base(board, length) {
  const whole = [["人员", "people"], ["房屋", "houses"], ["楼栋", "buildings"], ["商铺", "shops"]].map(([label, name]) => ({
    label, value: number(board[name].count),
  }));
  for (const [label, level] of [["居民区", "committee"], ["微网格", "grid"]]) {
    const count = board.areas.filter((area) => area.level === level).length;
    if (count > 1) whole.push({ label, value: count.toLocaleString("zh-CN") });
  }
  const places = (list) => list.map(({ area, index }) => ({
    label: area.level === "grid" ? area.name : short(area.name), count: board.people.by[index], value: at(board.people, index),
    more: `房屋 ${at(board.houses, index)}`,
  })).filter((row) => row.value !== "0");
  const committees = byCommittee(board);
  const grids = committees.length === 1 ? board.areas.map((area, index) => ({ area, index })).filter(({ area }) => area.level === "grid") : [];
  const tags = board.tags.filter((tag) => tag.subject === "person").slice(0, length * 3).map((tag) => ({
    label: tag.name, more: tag.line, count: tag.count, value: number(tag.count),
  }));
  return [
    { title: "底数", rows: whole }, ...paged("人员，按居民区", barred(places(committees)), length),
    ...paged("人员，按微网格", barred(places(grids)), length), ...paged("人员标签", barred(tags), length),
    ...tagSlides(board, length, committees),
  ];
}

/** Where those of the three most frequent special tags live. */
function tagSlides(board, length, committees) {
  if (committees.length < 2) return [];
  return board.tags.filter((tag) => tag.subject === "person").slice(0, 3).flatMap((tag) => {
    const rows = committees.map(({ area, index }) => ({ label: short(area.name), count: tag.by[index], value: at(tag, index) }))
      .filter((row) => row.count !== 0).sort((a, b) => (b.count ?? 0) - (a.count ?? 0)).slice(0, length);
    return [{ title: `${tag.name}在哪里`, rows: barred(rows) }];
  });
}
