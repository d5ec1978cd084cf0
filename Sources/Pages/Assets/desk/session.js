// Who is at the desk: coming in, going out, and coming in again where one was.
import { Refusal, get, logIn, token, whenExpired } from "./kit/server.js";
import { say } from "./kit/problem.js";
import { button, dialog, el, toast } from "./kit/ui.js";

const find = (id) => document.getElementById(id);

/** Says what is wrong beside the form: a wrong password is no fault of the page. */
function wrong(box, error) {
  if (!(error instanceof Refusal)) throw error;
  say(box, error);
  if (error.status === 401) box.replaceChildren(
    el("p", { textContent: error.message }), el("p", { className: "quiet", textContent: "请核对用户名和密码后再试；连续错五次会锁定一刻钟。" }),
  );
}

/** `onEnter` is called with whoever has logged in. */
export function listenLogIn(onEnter) {
  const box = find("login");
  box.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { name, password } = box.elements;
    const go = box.querySelector("button");
    say(find("login-problem"), null);
    go.setAttribute("aria-busy", "true");
    try {
      await logIn(name.value.trim(), password.value);
      password.value = "";
      await onEnter(await get("/v1/me"));
    } catch (error) {
      wrong(find("login-problem"), error);
      password.select();
    } finally {
      go.removeAttribute("aria-busy");
    }
  });
}

/** A session that has run out: the password in a dialog, and everything as it was behind it. */
export function keepWorking(current, leave) {
  whenExpired(async () => {
    const me = current();
    if (!me) { leave(); return false; }
    const isIn = await dialog("登录已过期", (close) => {
      const password = el("input", { type: "password", autocomplete: "current-password", required: true, autofocus: true, "aria-label": "密码" });
      const problem = el("div", { className: "problem", role: "alert", hidden: true });
      return el("form", {
        className: "form",
        onsubmit: async (event) => {
          event.preventDefault();
          try {
            await logIn(me.name, password.value);
            close(true);
          } catch (error) {
            wrong(problem, error);
            password.select();
          }
        },
      }, el("p", {
        className: "wide", textContent: `请再输入「${me.name}」的密码。页面上填的内容还在，登录后接着做。`,
      }), el("label", { className: "wide" }, el("span", { textContent: "密码" }), password), problem,
      el(
        "div", { className: "tools end" }, button("换人登录", () => { close(false); token.forget(); leave(); }),
        el("button", { className: "main", textContent: "继续" }),
      ));
    });
    if (isIn) toast("已重新登录。");
    return Boolean(isIn);
  });
}
