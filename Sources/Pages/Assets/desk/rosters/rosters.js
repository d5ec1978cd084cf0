// 名册导入: a file is dropped, said what it is, and tried out; below it the imports of before.
import { columns } from "../kit/grid.js";
import { labelled } from "../kit/form.js";
import { listing } from "../kit/listing.js";
import { all, fetchFile, upload } from "../kit/server.js";
import { button, count, el, empty, guarded, heading, keep, moment, panel, pill, quiet } from "../kit/ui.js";
import { IMPORT_STATES, SOURCES, SUBJECTS } from "../words.js";
import { ROSTERS } from "./fields.js";
import { sheetsOf } from "./sheets.js";

/** The file that is about to be sent: kept while the page is open. */
const working = { file: null };
export const STATE_TONES = { review: "warn", done: "good", failed: "bad", cancelled: "" };

const guess = (name) => [
  ["tenancies", /租/], ["shops", /商|店|铺|企业/], ["assets", /电梯|设备|设施|充电|消防/], ["houses", /房|门牌|house/i], ["taggings", /标签|打标/],
].find(([, words]) => words.test(name))?.[0] ?? "people";
const counts = ({ counts: of }) => [
  ["新增", of.created], ["更新", of.updated], ["待核对", of.review], ["退回", of.rejected],
].filter(([, number]) => number).map(([title, number]) => `${title} ${count(number)}`).join("，") || `${count(of.read)} 行，无变化`;

export async function rostersView(place, session) {
  const top = el("div");
  const list = await listing({
    path: "/v1/imports", unit: "次", label: "导入", href: (item) => `#rosters/${item.id}`,
    nothing: empty("还没有导入过", "把 Excel 或 CSV 名册拖到上面的框里。"),
    columns: columns(
      { name: "file_name", title: "文件" }, { name: "subject", title: "内容", cell: (item) => SUBJECTS[item.subject] },
      {
        name: "state", title: "状态",
        cell: (item) => el(
          "span", { className: "pills" }, pill(IMPORT_STATES[item.state], STATE_TONES[item.state] ?? "plate"), item.dry_run ? pill("试算") : null,
        ),
      },
      {
        name: "read", title: "行数", number: true, cell: (item) => count(item.counts.read),
      }, { name: "counts", title: "结果", wide: true, cell: counts }, { name: "caller", title: "谁" }, {
        name: "made_at", title: "什么时候", cell: (item) => moment(item.made_at),
      }),
  });
  const blanks = el(
    "details", { className: "quiet" }, el("summary", { textContent: "没有现成的表？下载空表填写" }),
    el("div", { className: "chips" }, Object.keys(ROSTERS).map((subject) => button(
      ROSTERS[subject].title, async () => keep(await fetchFile("/v1/imports/template", { subject })), { id: `template-${subject}` },
    ))),
  );
  place.replaceChildren(
    heading("名册导入", { about: "先试算，看清楚会怎样，再正式导入。原来的数据不会被悄悄覆盖。" }), top, blanks,
    el("section", { className: "panel flush" }, list.box),
  );
  dropZone(top, (file) => guarded(() => settings(top, file, session)));
  if (working.file) await settings(top, working.file, session);
}

function dropZone(place, take) {
  const input = el("input", {
    type: "file", accept: ".csv,.xlsx,text/csv", hidden: true, id: "roster-file", onchange: () => { if (input.files[0]) take(input.files[0]); },
  });
  const box = el(
    "div", { className: "drop" }, el("b", { textContent: "把名册拖到这里" }), quiet("Excel（.xlsx）或 CSV，最大 64 MB"),
    button("选文件", () => input.click(), { main: true, key: "n", id: "choose" }), input,
  );
  box.addEventListener("dragover", (event) => { event.preventDefault(); box.classList.add("over"); });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
  place.replaceChildren(box);
}

/** What the file is, where it is of, who says it, and which sheet; then it is tried out. */
async function settings(place, file, session) {
  working.file = file;
  const [sheets, areas] = await Promise.all([
    sheetsOf(file), Promise.all(["subdistrict", "committee"].map((level) => all("/v1/areas", { level }))).then((lists) => lists.flat()),
  ]);
  const seen = sheets.filter((sheet) => !sheet.isHidden);
  const now = guess(file.name);
  // The list of areas names those above one's own as well; a roster is of one's own.
  const isMine = (area) => session.areas.length === 0 || session.areas.some((own) => area.code.startsWith(own.code));
  const mine = areas.filter((area) => isMine(area) && (area.level === "committee" || areas.some((other) => other.parent === area.code)));
  const progress = el("div", { className: "wide", role: "status" });
  const choices = el("fieldset", { className: "wide" }, el(
    "legend", { textContent: "里面是什么" },
  ), el("div", { className: "choices" }, Object.entries(ROSTERS).map(([subject, { title, about }]) =>
    el(
      "label", {}, el("input", { type: "radio", name: "subject", value: subject, checked: subject === now }), el("b", { textContent: title }),
      el("small", { textContent: about }),
    ))));
  const form = el("form", { className: "form", id: "settings", onsubmit: (event) => { event.preventDefault(); guarded(send); } },
    el(
      "p", { className: "wide" }, el("b", { textContent: file.name }),
      el("span", { className: "quiet", textContent: `　${count(Math.ceil(file.size / 1024))} KB` }),
    ),
    choices,
    seen.length > 1 ? labelled({
      name: "sheet", title: `哪一张表（文件里有 ${sheets.length} 张）`,
      options: [["", "让系统判断"], ...seen.map((sheet) => [sheet.name, sheet.name])],
    }) : null,
    labelled({ name: "area", title: "是哪里的名册", options: mine.map((area) => [area.code, area.name]) }),
    labelled({
      name: "source", title: "谁的数据", options: [["", "按内容判断"], ...Object.entries(SOURCES)],
      hint: "说法不一时，按来源的可靠程度取舍，另一种说法会留着。",
    }),
    progress,
    el(
      "div", { className: "tools end" }, button("换一个文件", () => { working.file = null; location.hash = "#home"; location.hash = "#rosters"; }),
      el("button", { className: "main", textContent: "试算" }),
    ));
  async function send() {
    const text = (name) => form.elements[name]?.value || undefined;
    await start({ subject: form.elements.subject.value, area: text("area"), source: text("source"), sheet: text("sheet"), dry_run: true }, progress);
  }
  place.replaceChildren(panel("这份名册", form));
  form.elements.subject.value = now;
  form.querySelector("input:checked").focus();
}

/** Uploads the file that is being worked with, and goes to what became of it. */
async function start(wish, progress) {
  const bar = el("progress", { max: 1, value: 0, "aria-label": "正在上传" });
  progress.replaceChildren(quiet("正在上传……"), bar);
  const made = await upload(
    "/v1/imports", { ...wish, file_name: working.file.name }, working.file,
    (share) => { bar.value = share; },
  );
  working.file = null;
  location.hash = `#rosters/${made.id}`;
}
