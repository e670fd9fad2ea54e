import { mismatch } from "@flytekit-ts/core/types";
import { type Cell, type CellMap, type CellRecord, emptyRecord } from "../columns/cell.js";
import type { Plan } from "../columns/plan.js";

/** Makes the value that the library writes, of a cell. */
export type PlainOf = (cell: Cell) => unknown;

const MICROSECOND = 1000n;
const DAY = 86_400_000_000_000n;

/** How the cells of a column are written. Times that are finer than a microsecond are refused, as by flytekit. */
export function plainOf(plan: Plan): PlainOf {
  const present = presentOf(plan);
  return plan.nullable ? (cell) => (cell === null ? null : present(cell)) : present;
}

function presentOf(plan: Plan): PlainOf {
  switch (plan.kind) {
    case "list": {
      const element = plainOf(plan.element);
      return (cell) => (cell as readonly Cell[]).map(element);
    }
    case "map": {
      const value = plainOf(plan.value);
      return (cell) => [...(cell as CellMap)].map(([key, item]) => ({ key, value: value(item) }));
    }
    case "record": {
      const fields = [...plan.fields].map(([name, field]) => ({ name, write: plainOf(field) }));
      return (cell) => {
        const plain: Record<string, unknown> = emptyRecord();
        for (const { name, write } of fields) plain[name] = write((cell as CellRecord)[name] ?? null);
        return plain;
      };
    }
    case "datetime":
    case "duration":
      return (cell) => microseconds(cell as bigint, plan.words);
    case "date":
      return (cell) => Number((cell as bigint) / DAY);
    default:
      return (cell) => cell;
  }
}

function microseconds(nanoseconds: bigint, words: string): bigint {
  if (nanoseconds % MICROSECOND === 0n) return nanoseconds / MICROSECOND;
  throw mismatch(`${words}, in whole microseconds`, "one that is finer");
}
