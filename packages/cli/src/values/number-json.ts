/** A number as JSON. What a JSON number cannot say exactly is a text: large integers, `NaN` and `Infinity`. */
export function numberJson(value: number | bigint): number | string {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
