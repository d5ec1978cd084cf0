// 我的账号: who one is, what one may, and another password.
import { form } from "../kit/form.js";
import { get, post } from "../kit/server.js";
import { el, facts, heading, moment, panel, pill, toast } from "../kit/ui.js";
import { RIGHTS, ROLES } from "../words.js";

export async function accountView(place) {
  const me = await get("/v1/me");
  const box = form([
    { name: "old", title: "现在的密码", kind: "password", required: true, autocomplete: "current-password" },
    { name: "password", title: "新密码", kind: "password", required: true, autocomplete: "new-password", hint: "至少 10 个字符，不要用常见的词。" },
    { name: "again", title: "新密码再写一次", kind: "password", required: true, autocomplete: "new-password" },
  ], {
    submit: "改密码", run: async (given) => {
      box.elements.again.setCustomValidity(given.password === given.again ? "" : "两次写的不一样");
      if (!box.reportValidity()) return;
      await post("/v1/me/password", { old: given.old, password: given.password });
      box.reset();
      toast("密码已改，别处的登录已结束。");
    },
  });
  box.elements.again.addEventListener("input", () => box.elements.again.setCustomValidity(""));
  place.replaceChildren(
    heading("我的账号"),
    el(
      "div", { className: "pair even" },
      panel(
        "我是谁",
        facts([
          ["用户名", me.name], ["称呼", me.title], ["角色", ROLES[me.role]], ["辖区", me.areas.map((area) => area.name).join("、") || "全部"],
          ["单位", me.unit], ["登录到", me.expires_at ? moment(me.expires_at) : null],
        ]),
        el("h3", { textContent: "可以做的" }), el("div", { className: "pills" }, me.rights.map((right) => pill(RIGHTS[right] ?? ""))),
      ),
      panel("改密码", box),
    ),
  );
}
