// Numbers as text. By hand, not by `Intl`: the page must not depend on the machine's locale data.

/** `1234567` as `1,234,567`. */
export function formatCount(value: number): string {
  const whole = Math.round(value);
  return withSign(whole, String(Math.abs(whole)).replaceAll(/\B(?=(\d{3})+$)/g, ","));
}

/** A round number on an axis: no decimals unless it needs some. */
export function formatTick(value: number): string {
  const decimals = [0, 1, 2].find((digits) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9) ?? 3;
  return decimals === 0 ? formatCount(value) : formatNumber(value, decimals);
}

/** A number with a fixed count of decimals and a true minus sign; what rounds to zero has no sign. */
export function formatNumber(value: number, decimals = 1): string {
  const text = Math.abs(value).toFixed(decimals);
  return withSign(Number(text) === 0 ? 0 : value, text);
}

/** A share from 0 to 1 as a percentage: `0.2157` as `21.6 %`, with a space that does not break. */
export function formatShare(share: number, decimals = 1): string {
  return `${formatNumber(share * 100, decimals)}\u00a0%`;
}

/** A delay in words: `2.9 minutes early`, `on time`, `1.0 minute late`. */
export function describeDelay(minutes: number): string {
  const text = formatNumber(Math.abs(minutes)).replace(/\.0$/, "");
  if (text === "0") return "on time";
  return `${text} ${text === "1" ? "minute" : "minutes"} ${minutes < 0 ? "early" : "late"}`;
}

/** A date in UTC as `31 March 2001`. */
export function formatDate(date: Date): string {
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}

const months = "January February March April May June July August September October November December".split(
  " ",
);

function withSign(value: number, text: string): string {
  return value < 0 ? `\u2212${text}` : text;
}
