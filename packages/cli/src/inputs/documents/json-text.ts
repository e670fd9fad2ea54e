import { type Data, isList, isObject } from "./data.js";

/** Data as JSON, written as Python writes it: a blank behind commas and colons, and all but ASCII escaped. */
export function jsonText(data: Data): string {
  if (isList(data)) return `[${data.map(jsonText).join(", ")}]`;
  if (isObject(data))
    return `{${[...data].map(([key, item]) => `${quoted(key)}: ${jsonText(item)}`).join(", ")}}`;
  if (typeof data === "string") return quoted(data);
  return typeof data === "number" ? floatText(data) : String(data);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function floatText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e16
    ? `${Object.is(value, -0) ? "-0" : value}.0`
    : String(value);
}
