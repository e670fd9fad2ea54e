import type { Cell } from "../columns/cell.js";
import { jsonOfCell } from "../columns/json-of-cell.js";
import type { Plan } from "../columns/plan.js";
import { dayText, instantText, spanText } from "../columns/time-text.js";

/** A cell as a field of CSV, as pandas writes it. Nothing is an empty field, an empty string is quoted. */
export function textOfCell(cell: Cell, plan: Plan): string {
  if (cell === null) return "";
  switch (plan.kind) {
    case "string":
      return quoted(cell as string);
    case "boolean":
      return cell === true ? "True" : "False";
    case "float":
      return floatText(cell as number);
    case "datetime":
      return instantText(cell as bigint, " ");
    case "date":
      return dayText(cell as bigint);
    case "duration":
      return spanText(cell as bigint);
    case "bytes":
      return Buffer.from(cell as Uint8Array).toString("base64") || QUOTES;
    case "int":
      return `${cell as bigint}`;
    default:
      return quoted(jsonOfCell(cell, plan));
  }
}

const QUOTES = '""';

/** Text as a field: in quotes if it is empty or has what ends a field. */
export function quoted(text: string): string {
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', QUOTES)}"` : text;
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value);
}
