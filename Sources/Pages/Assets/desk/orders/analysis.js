// 分析研判: which few things make most of it, what climbs, who does well, and how often dispatch is right.
import { get, maybe } from "../kit/server.js";
import { button, count, el, empty, heading, panel, quiet, share, tabs, tiles } from "../kit/ui.js";
import { shown } from "../words.js";

export const analysisTabs = [
  ["#analysis", "主要矛盾"], ["#hotspots", "热点"], ["#analysis?part=ladder", "苗头"], ["#analysis?part=performance", "绩效"],
  ["#analysis?part=dispatch", "派单准确率"],
];
const BY = [
  ["category", "按诉求类别"], ["unit", "按主办单位"], ["committee", "按居委会"], ["grid", "按微网格"], ["source", "按来源"], ["kind", "按类型"],
];
const choice = (title, options, value, go) => el(
  "select", { "aria-label": title, onchange: (event) => { location.hash = go(event.target.value); } },
  options.map(([code, textContent]) => el("option", { value: code, textContent, selected: code === value })),
);

export async function analysisView(place, session, id, params) {
  const part = params.get("part") ?? "pareto";
  const views = { pareto, ladder, performance, dispatch };
  const now = views[part] ? part : "pareto";
  const { tools = [], boxes, about } = await views[now](params);
  place.replaceChildren(
    heading("分析研判", { about, tools: [...tools, button("打印", () => window.print(), { key: "p" })] }),
    tabs(analysisTabs, now === "pareto" ? "#analysis" : `#analysis?part=${now}`), ...boxes,
  );
}

async function pareto(params) {
  const by = params.get("by") ?? "category";
  const days = params.get("days") ?? "365";
  const answer = await get("/v1/analytics/pareto", { by, limit: 40, where: `reported_at in today-${days}d..today` });
  const bar = (rate) => {
    const line = el("i");
    line.style.setProperty("--share", `${Math.round(rate * 100)}%`);
    return el("span", { className: "bar" }, line);
  };
  return {
    about: "少数几样，往往占了大半。",
    tools: [
      choice("按什么", BY, by, (value) => `#analysis?by=${value}&days=${days}`),
      choice("多久", [["30", "近 30 天"], ["90", "近 90 天"], ["365", "近一年"]], days, (value) => `#analysis?by=${by}&days=${value}`),
    ],
    boxes: [el(
      "section", { className: "panel flush" },
      el("p", {
        className: "total",
        textContent: answer.total ? `共 ${count(answer.total)} 张；其中 ${answer.vital_few} 样占八成（一共 ${answer.values} 样）` : "",
      }),
      answer.total ? el("div", { className: "scroll" }, el(
        "table", {},
        el(
          "thead", {},
          el("tr", {}, [
            "", "张数", "占比", "", "累计",
          ].map((title, index) => el("th", {
            scope: "col", textContent: title, className: index % 2 || index === 4 || index === 2 ? "number" : "",
          }))),
        ),
        el(
          "tbody", {},
          answer.items.map((item, index) => el(
            "tr", { className: index < answer.vital_few ? "picked" : "" },
            el("td", { className: "wide", textContent: shown(by, item.value) || "未填" }),
            el("td", { className: "number", textContent: count(item.count) }), el("td", { className: "number", textContent: share(item.share) }),
            el("td", {}, bar(item.share / answer.items[0].share)), el("td", { className: "number", textContent: share(item.cumulative) }),
          )),
        ))) : empty("这段时间没有工单"))],
  };
}

async function ladder(params) {
  const by = params.get("by") ?? "committee";
  const answer = await get("/v1/analytics/ladder", { by, limit: 60 });
  return {
    about: "海恩法则：一件大事之前，有二十九件小事和三百个苗头。正在变多的排在前面。",
    tools: [choice(
      "按什么", [["committee", "按居委会"], ["building", "按楼栋"], ["compound", "按小区"]], by, (value) => `#analysis?part=ladder&by=${value}`,
    )],
    boxes: [el("section", { className: "panel flush" }, answer.items.length ? el("div", { className: "scroll" }, el(
      "table", {},
      el(
        "thead", {},
        el("tr", {}, [
          "哪里", "类别", "大事", "中事", "小事", "以前小事", "30 天内又来", "",
        ].map((title, index) => el("th", { scope: "col", textContent: title, className: index > 1 && index < 7 ? "number" : "" }))),
      ),
      el(
        "tbody", {},
        answer.items.map((item) => el(
          "tr", {}, el("td", { textContent: item.place.name ?? "（没有地点）" }), el("td", { className: "wide", textContent: item.category }),
          [
            item.serious, item.medium, item.small, item.before.small, item.again_30,
          ].map((number) => el("td", { className: "number", textContent: count(number) })),
          el("td", { className: item.climbing ? "late" : "", textContent: item.climbing ? "正在变多" : "" }),
        )),
      ))) : empty("没有苗头", "最近没有成串的工单。"))],
  };
}

async function performance(params) {
  const by = params.get("by") ?? "unit";
  const answer = await get("/v1/analytics/performance", { by, from: params.get("from"), to: params.get("to") });
  const rate = (one) => el("td", { className: "number" }, share(one.rate), el("small", { textContent: one.of ? `${one.good} / ${one.of}` : "" }));
  const row = (one, title) => el(
    "tr", {}, el("td", { className: "wide", textContent: title }), el("td", { className: "number", textContent: count(one.count) }),
    rate(one.response), rate(one.on_time), rate(one.solved), rate(one.satisfied),
    el("td", { className: "number" }, el("b", { textContent: share(one.score) })),
  );
  return {
    about: `${answer.from} 到 ${answer.to} 办结的工单；没有评价的不计入满意率。`,
    tools: [choice(
      "按什么", [["unit", "按主办单位"], ["committee", "按居委会"], ["worker", "按社工"], ["month", "按月"]], by,
      (value) => `#analysis?part=performance&by=${value}`,
    )],
    boxes: [el("section", { className: "panel flush" }, el("div", { className: "scroll" }, el(
      "table", {},
      el(
        "thead", {},
        el("tr", {}, [
          "", "张数", "先行联系", "按时", "解决", "满意", "得分",
        ].map((title, index) => el("th", { scope: "col", textContent: title, className: index ? "number" : "" }))),
      ),
      el("tbody", {}, [row(answer.whole, "合计"), ...answer.items.map((one) => row(one, one.value || "未填"))]))))],
  };
}

async function dispatch() {
  const answer = await maybe("/v1/dispatch/quality");
  if (!answer) return { boxes: [panel("", empty("看不到", "派单准确率只有派单的一方能看。"))] };
  return {
    about: `${answer.from} 到 ${answer.to}。没有人更正、也没有被退的，算对。`,
    boxes: [tiles([
      { title: "自动派单准确率", value: share(answer.precision), tone: "good", hint: `${count(answer.right)} / ${count(answer.auto)}` },
      { title: "自动派出的比例", value: share(answer.coverage) }, { title: "退单", value: answer.returned, tone: answer.returned ? "warn" : "" },
      {
        title: "人工派单里第一候选就对", value: answer.queue_decided ? share(answer.queue_first_right / answer.queue_decided) : "—",
        hint: `${count(answer.queue_decided)} 张`,
      },
      { title: "学过的更正", value: answer.lessons },
    ]),
      panel(
        "常派错的",
        answer.confusion?.length ? el(
          "ul", { className: "plain" },
          answer.confusion.map((one) => el("li", { textContent: `提议 ${one.proposed}，实际应是 ${one.unit}：${one.count} 张` })),
        ) : quiet("没有。"),
      ),
      panel(
        "逐月",
        answer.months.length ? el(
          "div", { className: "scroll" },
          el(
            "table", {},
            el(
              "thead", {},
              el("tr", {}, [
                "月份", "全部", "自动派单", "准确率", "自动比例",
              ].map((title, index) => el("th", { scope: "col", textContent: title, className: index ? "number" : "" }))),
            ),
            el(
              "tbody", {},
              answer.months.map((month) => el("tr", {}, el("td", { textContent: month.month }), [
                count(month.total), count(month.auto), share(month.precision), share(month.coverage),
              ].map((text) => el("td", { className: "number", textContent: text })))),
            ),
          ),
        ) : quiet("没有。"),
      )],
  };
}
