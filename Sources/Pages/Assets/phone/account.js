// 我的: who is in, until when, text size, the roster kept for reading offline, password, log-out.
import { Refusal, call } from "../shared/api.js";
import { button, el, facts } from "../shared/dom.js";
import { ROLES, sayAge, sayMoment } from "../shared/words.js";
import { put } from "./db.js";
import { Missing, form } from "./forms.js";
import { askLogin, askPIN } from "./gate.js";
import { summary } from "./queue.js";
import { forgetMemory } from "./reading.js";
import { fetchRoster, roster } from "./roster.js";
import { redraw, replace } from "./router.js";
import { leave, lock, session } from "./session.js";
import { applyTextSize } from "./size.js";
import { card, confirmed, muted, oneOf, toast, topBar } from "./ui.js";

const SIZES = [["", "标准"], ["large", "大"], ["huge", "特大"]];

export async function accountView(place) {
  const { me } = session;
  const size = oneOf(
    "字的大小", SIZES, document.documentElement.dataset.size,
    { changed: async (value) => { await put("keep", "size", value); await applyTextSize(); } },
  );
  const held = await roster();
  place.replaceChildren(topBar("我的", ""), card(me.name, facts([
    ["角色", ROLES[me.role] ?? me.role], ["职务", me.title], [
      "辖区", me.areas.map(({ name }) => name).join("、") || "全部",
    ], ["登录到", session.expiresAt ? sayMoment(session.expiresAt) : ""],
  ])), card("显示", size.box), card("没有信号时", held ? muted(`本机存有 ${held.body.houses.length} 处房屋、${held.body.people.length} 人（姓名电话打星号），${sayAge(held.at)}更新。`) : muted(session.hasPIN ? "本机没有存辖区名册，只能看打开过的房屋。" : "没有设数字密码，本机不存任何资料。"),
    held ? button("更新名册", renew, { className: "small" }) : null), await passwordCard(),
  el(
    "div", { className: "actions" }, session.hasPIN ? button("锁上", shut) : null,
    button("退出登录", out, { className: "grave", id: "leave" }),
  ));
}

/** The PIN at once, as after a while away. Without signal a reload might find no page. */
async function shut() {
  if (!lock()) return;
  forgetMemory();
  await askPIN();
  redraw();
}

async function renew() {
  try {
    await fetchRoster(true);
    toast("名册已更新");
    redraw();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    toast(error.message);
  }
}

async function passwordCard() {
  const input = (title, name) => el(
    "label", { className: "field" }, el("span", { textContent: title }),
    el("input", { type: "password", name, autocomplete: name === "old" ? "current-password" : "new-password" }),
  );
  const save = async (box) => {
    try {
      await call("POST", "/v1/me/password", { body: { old: box.elements.old.value, password: box.elements.password.value } });
      box.reset();
      toast("密码已改");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Missing("old", error.message);
    }
  };
  return el(
    "details", { className: "card fold" }, el("summary", {}, el("b", { textContent: "改登录密码" })),
    await form(null, [input("原密码", "old"), input("新密码", "password")], "改密码", save),
  );
}

async function out() {
  const { count } = summary();
  const words = count ? `还有 ${count} 条没有发出，会留在本机，您下次登录后继续发送。其余内容从本机清除。` : "本机存的内容会全部清除。";
  if (!(await confirmed("退出登录？", words, "退出", true))) return;
  await leave();
  forgetMemory();
  document.getElementById("view").replaceChildren();
  await askLogin();
  replace("");
}
