// A drawn scheme of the place: a box for each committee, in it its lanes and roads, of each its buildings in the order of their
// numbers, darker the more work orders are open there. Nobody has surveyed it: what lies beside what is the order of the addresses.
import { number, short } from "./figures.js";
import { el } from "../shared/dom.js";
import { write } from "./rows.js";

const SVG = "http://www.w3.org/2000/svg";

function shape(tag, properties, ...children) {
  const box = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(properties)) box.setAttribute(name, value);
  box.append(...children);
  return box;
}

/** How a building is shaded; on a wall, one to four are one shade. */
function shade(count, isWithheld) {
  if (isWithheld) return "unknown";
  if (count === null) return "b2";
  return count === 0 ? "b0" : count === 1 ? "b1" : count < 5 ? "b2" : count < 10 ? "b3" : "b4";
}

const LEGENDS = {
  hiding: [["b0", "无"], ["b2", "1—4 件"], ["b3", "5—9 件"], ["b4", "10 件及以上"]],
  open: [["b0", "无"], ["b1", "1 件"], ["b2", "2—4 件"], ["b3", "5—9 件"], ["b4", "10 件及以上"]],
};

/** Boxes in rows, in their order, each as large as its weight. */
export function boxes(weights, rowCount, width, height) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rows = [];
  let [row, held] = [[], 0];
  weights.forEach((weight, index) => {
    row.push({ index, weight });
    held += weight;
    if (held >= total * (rows.length + 1) / rowCount - 1e-9 || index === weights.length - 1) {
      rows.push(row);
      row = [];
    }
  });
  const found = [];
  let y = 0;
  for (const line of rows) {
    const sum = line.reduce((all, { weight }) => all + weight, 0);
    const [tall, wide] = [height * sum / total, width / sum];
    let x = 0;
    for (const { index, weight } of line) {
      found[index] = { x, y, width: weight * wide, height: tall };
      x += weight * wide;
    }
    y += tall;
  }
  return found;
}

/** How wide a text is, near enough: Chinese is square, figures are half of it. */
const wide = (text, em) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 1 : 0.58), 0) * em;

/** Where the squares of one committee's lanes go in a box, line after line, and how much of the box that takes; more than 1 is
    too much. */
function flow(lanes, box, size, em, hasLabels) {
  const [pad, gap] = [em * 0.4, Math.max(1, size * 0.16)];
  const step = size + gap;
  const squares = [];
  const labels = [];
  let [x, y] = [0, em * 1.55];
  const [width, height] = [box.width - 2 * pad - em * 0.3, box.height - pad * 1.5];
  if (width < step) return { taken: 2 };
  for (const lane of lanes) {
    if (hasLabels) {
      const long = wide(lane.name, em * 0.85) + em * 0.4;
      if (x > 0 && x + long + step > width) [x, y] = [0, y + Math.max(step, em * 1.15)];
      labels.push({ text: lane.name, x: box.x + pad + x, y: box.y + y + Math.max(size, em) * 0.8 });
      x += long;
    }
    for (let index = 0; index < lane.by.length; index += 1) {
      if (x + size > width) [x, y] = [0, y + Math.max(step, hasLabels ? em * 1.15 : 0)];
      squares.push({ x: box.x + pad + x, y: box.y + y });
      x += step;
    }
    x += size * 0.55;
  }
  return { squares, labels, taken: (y + size) / height };
}

/** The largest squares with which every committee fits its box; null where none do. */
function fit(committees, places, em) {
  for (const hasLabels of [true, false]) {
    for (let size = em * 1.6; size >= (hasLabels ? em * 0.75 : 2); size *= 0.95) {
      const found = committees.map((committee, index) => flow(committee.lanes, places[index], size, em, hasLabels));
      if (found.every(({ taken }) => taken <= 1)) return { size, found, places };
    }
  }
  return null;
}

/** Boxes that are full alike: in as many rows as suits best, what is tight gets more room and what is empty gives some, a few times
    over. */
function plan(committees, width, height, em) {
  const sizes = committees.map(({ lanes }) => lanes.reduce((sum, lane) => sum + lane.by.length + 1, 8));
  const names = committees.map(({ name }) => wide(`${short(name)}0000`, em) + em);
  const gap = em * 0.25;
  let best = null;
  for (let rowCount = 1; rowCount <= Math.min(committees.length, 9); rowCount += 1) {
    let weights = sizes;
    for (let round = 0; round < 8; round += 1) {
      const places = boxes(weights, rowCount, width, height)
        .map((box) => ({ x: box.x + gap / 2, y: box.y + gap / 2, width: box.width - gap, height: box.height - gap }));
      const fitting = fit(committees, places, em);
      const titles = names.map((name, index) => name / places[index].width);
      const room = Math.max(...titles, 1);
      if (fitting && (!best || fitting.size / room > best.size / best.room)) best = { ...fitting, room };
      weights = weights.map((weight, index) => weight * Math.max(fitting?.found[index].taken ?? 1, titles[index]) ** 0.6);
    }
  }
  return best;
}

export class PlaceMap {
  #svg;
  #legend;
  #signature = "";
  /** Of each building: its square and how it is shaded. */
  #squares = [];
  #open = [];

  constructor(svg, legend) {
    this.#svg = svg;
    this.#legend = legend;
  }

  show(board) {
    const committees = board.map.filter((committee) => committee.lanes.length);
    const em = parseFloat(getComputedStyle(document.documentElement).fontSize) * 1.3;
    const legend = board.hides_below ? "hiding" : "open";
    if (this.#legend.dataset.kind !== legend) {
      this.#legend.dataset.kind = legend;
      this.#legend.replaceChildren(...LEGENDS[legend].map(([name, text]) => el("li", {}, el("i", { className: name }), text)));
    }
    // Behind the legend, which takes some of the room.
    const { width, height } = this.#svg.getBoundingClientRect();
    const parts = committees.map(({ area, name, lanes }) => [area, name, lanes.map((lane) => [lane.name, lane.by.length])]);
    const signature = JSON.stringify([Math.round(width), Math.round(height), Math.round(em), parts]);
    if (signature !== this.#signature && width > 0) {
      this.#signature = signature;
      this.#draw(committees, width, height, em);
    }
    this.#shade(board, committees);
  }

  #draw(committees, width, height, em) {
    this.#squares = [];
    this.#open = [];
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const drawn = plan(committees, width, height, em);
    const groups = (drawn ? committees : []).map((committee, index) => {
      const [box, { squares, labels }] = [drawn.places[index], drawn.found[index]];
      const size = drawn.size.toFixed(1);
      const title = { y: box.y + em * 1.12 };
      const open = shape("text", { class: "open", x: box.x + box.width - em * 0.4, ...title });
      this.#open.push(open);
      const rects = squares.map(({ x, y }) => shape("rect", { x: x.toFixed(1), y: y.toFixed(1), width: size, height: size, rx: drawn.size * 0.15 }));
      this.#squares.push(...rects.map((square) => ({ square, shade: "" })));
      return shape("g", {}, shape("rect", { class: "box", ...box, rx: em * 0.25 }),
        shape("text", { x: box.x + em * 0.4, ...title }, short(committee.name)), open,
        ...labels.map(({ text, x, y }) => shape("text", { class: "lane", x, y }, text)), ...rects);
    });
    this.#svg.replaceChildren(...groups);
  }

  #shade(board, committees) {
    let next = 0;
    committees.forEach((committee, index) => {
      const at = board.areas.findIndex((area) => area.code === committee.area);
      const open = board.work_orders.open;
      if (this.#open[index]) write(this.#open[index], at < 0 ? "" : number(open.by[at], open.withheld.includes(at)));
      for (const lane of committee.lanes) {
        const withheld = new Set(lane.withheld);
        lane.by.forEach((count, place) => {
          const held = this.#squares[next++];
          const name = shade(count, withheld.has(place));
          if (!held || held.shade === name) return;
          held.shade = name;
          held.square.setAttribute("class", name);
        });
      }
    });
  }
}
