import type { Json } from "@flytekit-ts/core/types";

/** A float as Python writes it: `1.0`, `1e-07`, `1e+16`. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  const [digits = "", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (value !== 0 && (exponent < -4 || exponent >= 16)) {
    const sign = exponent < 0 ? "-" : "+";
    return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  // Without an exponent, JavaScript writes the same digits, except for small values.
  const text =
    exponent < 0
      ? value.toFixed(Math.max(0, digits.replace(/[-.]/g, "").length - 1 - exponent))
      : String(value);
  return text.includes(".") ? text : `${text}.0`;
}

/** JSON as Python writes it: with blanks behind commas and colons, and ASCII alone. */
export function pythonJson(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map((each: Json) => pythonJson(each)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([name, each]) => `${quoted(name)}: ${pythonJson(each)}`);
  return `{${parts.join(", ")}}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
