// Figures as they are written. null is one that is too small to be shown here; one that is hidden beside it has a dash.
export const SMALL = "<5";
export const HIDDEN = "—";

export const number = (value, isWithheld = false) =>
  isWithheld ? HIDDEN : value === null || value === undefined ? SMALL : value.toLocaleString("zh-CN");

/** The figure of one area. */
export const at = (spread, index) => number(spread.by[index], spread.withheld.includes(index));

/** 0.93 as 93; a dash where nobody was asked, or too few. */
export const percent = (rate) => (rate === null || rate === undefined ? HIDDEN : String(Math.round(rate * 100)));

/** A committee as people say it. */
export const short = (name) => (name ?? "").replace(/(.)(社区居民委员会|居民委员会|村民委员会|居委会|居民区|村委会|社区)$/u, "$1");

const SHANGHAI = { timeZone: "Asia/Shanghai" };
const dayFormat = new Intl.DateTimeFormat("sv-SE", SHANGHAI);
const dateFormat = new Intl.DateTimeFormat("zh-CN", { ...SHANGHAI, month: "long", day: "numeric", weekday: "long" });
const timeFormat = new Intl.DateTimeFormat("zh-CN", { ...SHANGHAI, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** 2026-11-27. */
export const day = (date) => dayFormat.format(date);
export const longDate = (date) => dateFormat.format(date).replace("星期", " 星期");
export const time = (date) => timeFormat.format(date);

/** When something came in, as one says it today: 09:31, 昨天, 11-21. */
export function arrival(text, now) {
  const [date, today] = [text.slice(0, 10), day(now)];
  if (date === today) return text.slice(11, 16);
  return date === day(new Date(now.getTime() - 86_400_000)) ? "昨天" : text.slice(5, 10);
}

/** How old something is. */
export function age(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds} 秒`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} 分钟`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} 小时`;
  return `${Math.floor(seconds / 86_400)} 天`;
}
