// What stands before the page: the log-in, the PIN, a session that has ended. The page under it stays as it is, so that
// nothing typed is lost.
import { loginForm } from "../shared/login.js";
import { el } from "../shared/dom.js";
import { summary } from "./queue.js";
import { canSeal } from "./seal.js";
import { TRIES, deviceName, enter, leave, session, setPIN, staying, unlock } from "./session.js";
import { muted } from "./ui.js";

const gate = () => document.getElementById("gate");
const PIN = /^\d{4,6}$/;

function show(...children) {
  gate().replaceChildren(el(
    "div", { className: "gate" }, el("div", { className: "plate" }, el("span", { textContent: "门牌" })), ...children,
  ));
  gate().hidden = false;
  for (const id of ["view", "tabs", "strip"]) document.getElementById(id).inert = true;
  gate().querySelector("input, button")?.focus();
}

function open() {
  gate().hidden = true;
  gate().replaceChildren();
  for (const id of ["view", "tabs", "strip"]) document.getElementById(id).inert = false;
}

function unsent() {
  const { count } = summary();
  return count ? muted(`本机还有 ${count} 条没有发送的内容，都保留着，登录后继续发送。`) : null;
}

/**
 * Asks for name and password, then for a PIN where there is none. Resolves once somebody is in, with what `enter` answers;
 * null where it was put off, which `isOptional` allows.
 */
export function askLogin({ reason = "", name = "", isOptional = false } = {}) {
  return new Promise((resolve) => {
    const admit = async (answer) => {
      const isVoid = await enter(answer);
      if (canSeal && !session.hasPIN) await askNewPIN();
      open();
      resolve(isVoid);
    };
    (async () => {
      const later = isOptional ? el(
        "button",
        {
          type: "button", className: "plain", id: "later", textContent: "先不登录，继续用本机的内容", onclick: () => { open(); resolve(null); },
        },
      ) : null;
      const form = loginForm(admit, { device: await deviceName(), name, reason, keep: await staying(), more: [later] });
      show(el("h1", { textContent: "登录" }), form, unsent(), canSeal ? null
        : muted("这个网址没有加密（http），浏览器不提供加密存储：关掉本页就要重新登录，没有发送的内容会以明文留在本机。请管理员开通 https 网址。"));
    })();
  });
}

/** Two equal PINs. Whoever wants none stays in until the tab is closed. */
function askNewPIN() {
  return new Promise((resolve) => {
    const [first, second] = ["设一个 4 至 6 位的数字密码", "再输一次"].map((title) => [title, pinInput(title)]);
    const wrong = el("p", { className: "wrong", role: "alert", hidden: true });
    const save = async (event) => {
      event.preventDefault();
      const problem = !PIN.test(first[1].value) ? "请输入 4 至 6 位数字。"
        : /^(\d)\1+$/.test(first[1].value) || "01234567890 9876543210".includes(first[1].value) ? "太容易猜到，请换一个。"
          : first[1].value !== second[1].value ? "两次输入的不一样。" : "";
      wrong.textContent = problem;
      wrong.hidden = !problem;
      if (problem) return;
      await setPIN(first[1].value);
      resolve();
    };
    show(el("h1", { textContent: "给这部手机设密码" }), muted("以后打开本页只要输它，没有信号时也能用。只存在这部手机上，连错 5 次就清空本机内容（没有发送的除外）。"),
      el("form", { className: "stack", id: "newpin", noValidate: true, onsubmit: save }, labelled(first), labelled(second), wrong,
        el("button", { className: "main", textContent: "好了" }), el(
          "button", { type: "button", className: "plain", textContent: "不设，关掉本页就退出", onclick: resolve },
        )));
  });
}

const labelled = ([title, input]) => el("label", { className: "field" }, el("span", { textContent: title }), input);
const pinInput = (title) => el(
  "input", { type: "password", inputMode: "numeric", autocomplete: "off", maxLength: 6, "aria-label": title, className: "pin" },
);

/** Asks for the PIN. Resolves once it was right, or somebody has logged in anew. */
export function askPIN() {
  return new Promise((resolve) => {
    const input = pinInput("数字密码");
    input.name = "pin";
    const wrong = el("p", { className: "wrong", role: "alert", hidden: true });
    const submit = el("button", { className: "main", textContent: "打开" });
    const try_ = async (event) => {
      event.preventDefault();
      if (submit.disabled || !PIN.test(input.value)) return;
      submit.disabled = true;
      const left = await unlock(input.value);
      submit.disabled = false;
      input.value = "";
      if (left === null) {
        open();
        return resolve(false);
      }
      if (left <= 0) return resolve(await askLogin({ reason: `连错 ${TRIES} 次，本机内容已清空（没有发送的还在）。请重新登录。` }));
      wrong.textContent = `密码不对，还可以试 ${left} 次。`;
      wrong.hidden = false;
      input.focus();
    };
    const other = async () => {
      await leave();
      resolve(await askLogin({ reason: "请用用户名和密码登录，再设一个新的数字密码。" }));
    };
    show(el("h1", { textContent: session.me ? `${session.me.name}，请输数字密码` : "请输数字密码" }),
      el("form", { className: "stack", id: "pin", noValidate: true, onsubmit: try_ }, labelled(["4 至 6 位数字", input]), wrong, submit,
        el("button", { type: "button", className: "plain", textContent: "忘了，或换人登录", onclick: other })), unsent());
  });
}
