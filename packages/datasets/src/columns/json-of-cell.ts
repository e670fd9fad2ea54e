import { mismatch } from "@flytekit-ts/core/types";
import type { Cell, CellMap, CellRecord } from "./cell.js";
import type { Plan } from "./plan.js";
import { dayText, instantText } from "./time-text.js";

const SECOND = 1_000_000_000;

/** A cell as JSON text. Integers have all their digits, spans of time are seconds, and bytes base64. */
export function jsonOfCell(cell: Cell, plan: Plan): string {
  if (cell === null) return "null";
  switch (plan.kind) {
    case "list":
      return `[${(cell as readonly Cell[]).map((item) => jsonOfCell(item, plan.element)).join(",")}]`;
    case "map":
      return object([...(cell as CellMap)].map(([key, item]) => [key, jsonOfCell(item, plan.value)]));
    case "record":
      return object(
        [...plan.fields].map(([name, field]) => [
          name,
          jsonOfCell((cell as CellRecord)[name] ?? null, field),
        ]),
      );
    case "datetime":
      return JSON.stringify(instantText(cell as bigint, "T"));
    case "date":
      return JSON.stringify(dayText(cell as bigint));
    case "duration":
      return seconds(cell as bigint);
    case "bytes":
      return JSON.stringify(Buffer.from(cell as Uint8Array).toString("base64"));
    case "float":
      return float(cell as number);
    default:
      return typeof cell === "bigint" ? String(cell) : JSON.stringify(cell);
  }
}

/** Fields with JSON texts as an object. */
export function object(fields: readonly (readonly [name: string, json: string])[]): string {
  return `{${fields.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`;
}

// A whole float keeps its point, so that it is read as a float everywhere.
function float(value: number): string {
  if (!Number.isFinite(value)) throw mismatch("a finite float, because JSON has no others", String(value));
  if (Object.is(value, -0)) return "-0.0";
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value);
}

function seconds(nanoseconds: bigint): string {
  const value = Number(nanoseconds) / SECOND;
  if (BigInt(Math.round(value * SECOND)) === nanoseconds || nanoseconds % 1_000_000_000n === 0n)
    return float(value);
  // A double has not enough digits: they are written all the same, and read as they are here.
  const [sign, size] = nanoseconds < 0n ? ["-", -nanoseconds] : ["", nanoseconds];
  const digits = String(size).padStart(10, "0");
  return `${sign}${digits.slice(0, -9)}.${digits.slice(-9)}`;
}
