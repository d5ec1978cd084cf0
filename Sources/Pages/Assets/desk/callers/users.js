// 用户: who may log in, as what, and where.
import { columns } from "../kit/grid.js";
import { form } from "../kit/form.js";
import { listing } from "../kit/listing.js";
import { Refusal, all, call, change, get, post } from "../kit/server.js";
import { button, confirmed, dialog, el, empty, facts, heading, link, moment, panel, pill, quiet, toast } from "../kit/ui.js";
import { LEVELS, ROLES } from "../words.js";

const GIVEN = ["admin", "auditor", "street", "secretary", "worker", "department"];
/** Roles that are bound to no area. */
const FREE = ["admin", "auditor"];
const state = (user) => (user.disabled ? pill("已停用", "bad") : user.locked_until && new Date(user.locked_until) > new Date() ? pill("已锁定", "warn") : pill("正常", "good"));
const areasText = (user) => user.areas.map((area) => area.name).join("、") || (FREE.includes(user.role) ? "全部" : "—");

export async function usersView(place, session) {
  const list = await listing({
    path: "/v1/users", limit: 100, unit: "个", label: "用户", href: (user) => `#users/${user.id}`, nothing: empty("还没有用户"),
    columns: columns(
      { name: "name", title: "用户名" }, { name: "title", title: "称呼" }, { name: "role", title: "角色", cell: (user) => ROLES[user.role] },
      { name: "areas", title: "辖区", wide: true, cell: areasText }, { name: "unit", title: "单位" },
      { name: "kind", title: "种类", cell: (user) => (user.kind === "system" ? "系统" : "人") }, { name: "state", title: "", cell: state },
    ),
  });
  place.replaceChildren(
    heading("用户", { tools: [button("新用户", () => adding(), { main: true, key: "n" })] }), el("section", { className: "panel flush" }, list.box),
  );
}

/** A choice of areas, the known ones ticked; `codes()` is what is chosen. */
export async function areaChoice(held = []) {
  const areas = (await Promise.all(["subdistrict", "committee", "grid"].map((level) => all("/v1/areas", { level })))).flat();
  const usual = areas.filter((area) => area.level !== "subdistrict" || areas.some((other) => other.parent === area.code));
  const search = el("input", { type: "search", placeholder: "找区划", "aria-label": "找区划" });
  const boxes = usual.map((area) => el(
    "label", { className: "check", data: { name: area.name } },
    el("input", { type: "checkbox", value: area.code, checked: held.includes(area.code) }), ` ${area.name}`,
    el("small", { className: "quiet", textContent: LEVELS[area.level]?.replace("级", "") ?? "" }),
  ));
  search.addEventListener("input", () => { for (const box of boxes) box.hidden = !box.dataset.name.includes(search.value.trim()); });
  const box = el("fieldset", {}, el("legend", { textContent: "辖区" }), search, el("div", { className: "checks" }, boxes));
  return { box, codes: () => boxes.map((each) => each.querySelector("input")).filter((input) => input.checked).map((input) => input.value) };
}

/** Browsers give the clipboard to safe addresses only; elsewhere the text is marked, to be copied by hand. */
async function copy(box) {
  if (navigator.clipboard) await navigator.clipboard.writeText(box.textContent); else getSelection().selectAllChildren(box);
  toast(navigator.clipboard ? "已复制。" : "已选中，请按 Ctrl+C 复制。");
}

/** Shows what is shown this once: a password or a token. */
export function showOnce(title, text, secret) {
  const box = el("code", { className: "secret", textContent: secret });
  return dialog(title, (close) => [
    quiet(text), el("p", {}, box), el("div", { className: "tools end" }, button("复制", () => copy(box)), button("记下了", () => close(), { main: true })),
  ]);
}

async function adding() {
  const areas = await areaChoice();
  const made = await dialog("新用户", (close) => form([
    { name: "name", title: "用户名", required: true, max: 64 }, { name: "title", title: "称呼（可不填）", max: 64 },
    { name: "role", title: "角色", options: GIVEN.map((role) => [role, ROLES[role]]), value: "worker" },
    { name: "unit", title: "单位（职能部门要填）", max: 64 },
  ], {
    submit: "建立", cancel: () => close(), more: [areas.box], run: async (given) => {
      close(await post("/v1/users", {
        ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)), areas: FREE.includes(given.role) ? [] : areas.codes(),
      }));
    },
  }), { wide: true });
  if (!made) return;
  await showOnce(`「${made.name}」的密码`, "密码只显示这一次。请交给本人，让他登录后在「我的账号」里改掉。", made.password);
  location.hash = `#users/${made.id}`;
}

export async function userView(place, session, id) {
  const path = `/v1/users/${id}`;
  const user = await get(path);
  const tokens = (await get("/v1/tokens", { caller_id: id, limit: 50 })).items.filter((token) => !token.revoked_at);
  const again = () => userView(place, session, id);
  const put = async (body, words) => { await change(path, body, user.version); toast(words); await again(); };
  const areas = await areaChoice(user.areas.map((area) => area.code));
  const box = form([
    { name: "title", title: "称呼", max: 64, value: user.title },
    { name: "role", title: "角色", options: Object.keys(ROLES).map((role) => [role, ROLES[role]]), value: user.role },
    { name: "unit", title: "单位", max: 64, value: user.unit },
  ], {
    more: [areas.box], run: async (given) => {
      const body = { title: given.title || null, role: given.role, unit: given.unit || null, areas: FREE.includes(given.role) ? [] : areas.codes() };
      try {
        await put(body, "已保存。");
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 412) throw error;
        const theirs = await get(path);
        if (await confirmed(
          "别人刚改过这个用户", `现在是：${ROLES[theirs.role]}，${areasText(theirs)}，${theirs.title || "没有称呼"}。仍用您填的吗？`, "用我的",
        )) { await change(path, body, theirs.version); toast("已保存。"); }
        await again();
      }
    },
  });
  const reset = async () => {
    if (!await confirmed("重置密码", `给「${user.name}」一个新密码？他现在的登录都会结束。`, "重置")) return;
    const secret = [...crypto.getRandomValues(new Uint8Array(14))].map((byte) => "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789"[byte % 54]).join("");
    await change(path, { password: secret }, user.version);
    // The page is of the new version before the password is shown.
    await again();
    await showOnce("新密码", "只显示这一次，请交给本人。", secret);
  };
  place.replaceChildren(
    heading(user.name, {
      back: ["#users", "用户"], about: `${ROLES[user.role]}，${areasText(user)}`,
      tools: [
        state(user), user.kind === "user" ? button("重置密码", reset) : null,
        user.failures || user.locked_until ? button("解锁", () => put({ unlock: true }, "已解锁。")) : null,
        button(
          user.disabled ? "启用" : "停用", () => put({ disabled: !user.disabled }, user.disabled ? "已启用。" : "已停用。"),
          { className: user.disabled ? "" : "danger" },
        ),
        link("他做过什么", `#audit?caller=${encodeURIComponent(user.name)}`, { className: "button" }),
      ].filter(Boolean),
    }),
    el("div", { className: "pair" }, panel("身份和辖区", box), el(
      "div", {},
      panel(
        "状态",
        facts([
          ["种类", user.kind === "system" ? "系统" : "人"], ["密码连错", user.failures ? `${user.failures} 次` : null],
          ["锁定到", user.locked_until ? moment(user.locked_until) : null], ["更新", moment(user.updated_at)],
        ]),
      ),
      panel(
        `登录和令牌（${tokens.length}）`,
        tokens.length ? el(
          "ul", { className: "plain" },
          tokens.map((token) => el(
            "li", {}, token.device_name ? `${token.device_name}，保持登录 ` : token.session ? "登录 " : "令牌 ",
            el("span", {
              className: "quiet", textContent: `${moment(token.made_at)} 起，${token.expires_at ? `${moment(token.expires_at)} 止` : "不过期"} `,
            }),
            button(
              "结束", async () => { await call("DELETE", `/v1/tokens/${token.id}`); toast("已结束。"); await again(); }, { className: "text danger" },
            ),
          )),
        ) : empty("没有"),
      )))
  );
}
