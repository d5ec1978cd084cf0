// 报事情: a matter that a worker raises at a house; it becomes a work order, with photos.
import { SUBJECTS } from "../shared/words.js";
import { Missing, field, form, valueOf } from "./forms.js";
import { readHouse } from "./house.js";
import { enqueue } from "./noting.js";
import { photoPicker } from "./photos.js";
import { back } from "./router.js";
import { session } from "./session.js";
import { card, empty, muted, oneOf, toast, topBar, waiting } from "./ui.js";

const SOURCE = "社区自办";
const KINDS = [["request", "求助"], ["complaint", "投诉"], ["consultation", "咨询"], ["report", "举报"], ["suggestion", "建议"]];
const PATH = "/v1/work_orders/{made}/attachments";

export async function matterView(place, { id }, signal) {
  const home = `houses/${id}`;
  if (!session.may("push_orders")) return place.replaceChildren(topBar("报事情", home), empty(`您的角色不能上报${SUBJECTS.work_orders}。`));
  place.replaceChildren(topBar("报事情", home), waiting());
  const { body: house } = await readHouse(id, { signal });
  const kind = oneOf("性质", KINDS, "request");
  const urgent = oneOf("紧急吗", [[false, "不急"], [true, "紧急"]], false);
  const photos = photoPicker();
  const save = async (box) => {
    const words = valueOf(box, "text");
    const title = valueOf(box, "title") || words.split(/[，。\n]/)[0].slice(0, 40);
    if (!words) throw new Missing("text", "请写发生了什么。");
    const reporter = Object.fromEntries([
      ["name", valueOf(box, "who")], ["phone", valueOf(box, "phone")],
    ].filter(([, value]) => value));
    await enqueue({
      chain: `matters/${Date.now()}`, title: `报事情：${title}`, about: house.address, link: home, method: "POST", path: "/v1/work_orders",
      body: {
        source: SOURCE, kind: kind.value, title, text: words, house_id: Number(id), address: house.address, urgent: urgent.value, reported_at: new Date().toISOString(),
        ...(Object.keys(reporter).length ? { reporter } : {}),
      },
    }, photos.blobs, PATH);
    toast("事情已记下");
    back(home);
  };
  const box = await form(`matter ${id}`, [
    field("发生了什么", "text", { kind: "area", placeholder: "例如：三楼楼道灯坏了两周，老人晚上上楼看不见" }), photos.box, kind.box, urgent.box,
    field("标题（不填就用第一句）", "title", { maxLength: 80 }), field(
      "谁反映的（可不填）", "who", { maxLength: 64, autocomplete: "off" },
    ), field("电话（可不填）", "phone", { inputMode: "tel", autocomplete: "off" }),
  ], "上报", save);
  place.replaceChildren(topBar("报事情", home), card(house.address, box, muted("系统按内容派给主办单位；拿不准的由街道派单。")));
}
