// 令牌: what other systems come in with, each with rights and areas of its own.
import { columns } from "../kit/grid.js";
import { form } from "../kit/form.js";
import { listing } from "../kit/listing.js";
import { call, post } from "../kit/server.js";
import { button, confirmed, dialog, el, empty, heading, moment, pill, toast } from "../kit/ui.js";
import { ROLES } from "../words.js";
import { areaChoice, showOnce } from "./users.js";

const isOver = (token) => token.revoked_at || (token.expires_at && new Date(token.expires_at) < new Date());

export async function tokensView(place, session) {
  const again = () => tokensView(place, session);
  const revoke = async (token) => {
    if (!await confirmed("收回令牌", `收回「${token.caller}」的令牌？用它的系统马上进不来。`, "收回")) return;
    await call("DELETE", `/v1/tokens/${token.id}`);
    toast("已收回。");
    await again();
  };
  const list = await listing({
    path: "/v1/tokens", limit: 100, unit: "个", label: "令牌和登录", open: (token) => { location.hash = `#users/${token.caller_id}`; },
    nothing: empty("没有令牌"),
    columns: columns(
      { name: "caller", title: "谁的" }, { name: "session", title: "种类", cell: (token) => (token.device_name ?? (token.session ? "登录" : "令牌")) },
      { name: "made_at", title: "从", cell: (token) => moment(token.made_at) },
      { name: "expires_at", title: "到", cell: (token) => (token.expires_at ? moment(token.expires_at) : "不过期") },
      { name: "state", title: "", cell: (token) => (token.revoked_at ? pill("已收回") : isOver(token) ? pill("已过期") : pill("有效", "good")) },
      { name: "tools", title: "", cell: (token) => (isOver(token) ? "" : button("收回", () => revoke(token), { className: "text danger" })) }),
  });
  const adding = async () => {
    const areas = await areaChoice();
    const made = await dialog("新令牌", (close) => form([
      { name: "name", title: "系统的名称", required: true, max: 64 },
      { name: "role", title: "角色", options: Object.entries(ROLES).filter(([role]) => role !== "resident"), value: "integration" },
      { name: "unit", title: "单位（可不填）", max: 64 },
      { name: "expires", title: "多久有效", options: [["90d", "九十天"], ["52w", "一年"], ["12h", "半天"], ["", "直到收回"]] },
    ], {
      submit: "建立", cancel: () => close(), more: [areas.box],
      run: async (given) => close(await post("/v1/tokens", {
        ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)),
        areas: ["admin", "auditor"].includes(given.role) ? [] : areas.codes(),
      })),
    }), { wide: true });
    if (!made) return;
    await showOnce("新令牌", "令牌只显示这一次，请交给用它的系统。", made.token);
    await again();
  };
  place.replaceChildren(
    heading("令牌", { about: "给别的系统用；人用用户名和密码登录。", tools: [button("新令牌", adding, { main: true, key: "n" })] }),
    el("section", { className: "panel flush" }, list.box),
  );
}
