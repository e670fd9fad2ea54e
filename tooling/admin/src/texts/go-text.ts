import type { GoValue } from "./go-json.js";

/** A value as Go prints it with `%v`: `map[a:1 b:[x y]]`, keys in order. */
export function goText(value: GoValue | undefined): string {
  if (value === undefined || value === null) return "<nil>";
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(goText).join(" ")}]`;
  const keys = Object.keys(value).toSorted();
  return `map[${keys.map((key) => `${key}:${goText(value[key])}`).join(" ")}]`;
}

function isList(value: object): value is readonly GoValue[] {
  return Array.isArray(value);
}

/** With an exponent from a million on, and below a ten thousandth. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (value === 0 || (power >= -4 && power < 6)) return String(value);
  return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
