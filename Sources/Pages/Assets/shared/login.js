// Coming in, on whatever page: the form, and what is wrong in words.
import { Refusal, call } from "./api.js";
import { el, field, quiet } from "./dom.js";

/** What a refused log-in means, and what to do about it. */
function loginProblem(error) {
  if (!(error instanceof Refusal)) throw error;
  const wait = error.retryAfter > 90 ? `${Math.ceil(error.retryAfter / 60)} 分钟` : `${error.retryAfter ?? 30} 秒`;
  switch (error.status) {
    case 0: return { detail: error.message, remedy: "连上网络后再登录。没有发送的内容还在本机，不会丢。" };
    case 401: return { detail: error.message, remedy: "请核对用户名和密码，注意大小写。连错 5 次会锁定一刻钟。" };
    case 429: return { detail: error.message, remedy: `请等 ${wait}再试；着急的话请管理员解锁。` };
    case 403: return { detail: error.message, remedy: "请联系管理员。" };
    default: return { detail: error.message, remedy: error.status >= 500 ? "服务器暂时有问题，请稍后再试。" : "" };
  }
}

/**
 * A log-in form. `enter(answer)` is called with what the server answers; what is refused is said in the form.
 * `options`: device (of an earlier log-in), name (filled in), reason (why one is asked), keep (`{ days, name }` of a device on
 * which somebody may stay in for days), more (further elements).
 */
export function loginForm(enter, { device, name = "", reason = "", keep = null, more = [] } = {}) {
  const user = el("input", { name: "name", autocomplete: "username", required: true, value: name, autocapitalize: "none", spellcheck: false });
  const password = el("input", { name: "password", type: "password", autocomplete: "current-password", required: true });
  const look = el("button", {
    type: "button", className: "look", textContent: "看", "aria-label": "显示密码", "aria-pressed": "false",
    onclick: () => {
      const isHidden = password.type === "password";
      password.type = isHidden ? "text" : "password";
      look.setAttribute("aria-pressed", String(isHidden));
    },
  });
  const stay = keep ? el("input", { type: "checkbox", name: "keep", checked: true }) : null;
  const wrong = el("div", { className: "wrong", role: "alert", hidden: true });
  const submit = el("button", { className: "main", textContent: "登录" });
  const work = async (event) => {
    event.preventDefault();
    wrong.hidden = true;
    submit.disabled = true;
    submit.textContent = "正在登录…";
    try {
      const body = { name: user.value.trim(), password: password.value, ...(device ? { device } : {}), ...(stay?.checked ? { keep_days: keep.days, device_name: keep.name } : {}) };
      await enter(await call("POST", "/v1/login", { body, timeout: 20_000, isOpen: true }), password.value);
      password.value = "";
    } catch (error) {
      const { detail, remedy } = loginProblem(error);
      wrong.replaceChildren(el("p", { textContent: detail }), quiet(remedy));
      wrong.hidden = false;
      password.select();
    } finally {
      submit.disabled = false;
      submit.textContent = "登录";
    }
  };
  return el("form", { id: "login", onsubmit: work }, reason ? el("p", { className: "reason", textContent: reason }) : null,
    field("用户名", user, true), el("div", { className: "password" }, field("密码", password, true), look),
    stay ? el("label", { className: "keep" }, stay, el("span", { textContent: `在这部手机上保持登录 ${keep.days} 天` })) : null, wrong, submit, more);
}
