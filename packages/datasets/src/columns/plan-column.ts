import { decodeLiteral } from "@flytekit-ts/core/literals";
import type { DatasetColumn, TypeTransformer } from "@flytekit-ts/core/types";
import { mismatch, refused, within } from "@flytekit-ts/core/types";
import { type Cell, type CellMap, type CellRecord, emptyRecord } from "./cell.js";
import { fieldSegment } from "./field-segment.js";
import { leafPlan } from "./leaf-plan.js";
import { leafKind } from "./leaf-kind.js";
import { planOfLiterals } from "./plan-of-literals.js";
import type { Plan, PlannedColumn } from "./plan.js";
import { presentType } from "./present-type.js";

/** The plan of a column. */
export function planColumn({ name, type }: DatasetColumn): PlannedColumn {
  return { name, plan: planOf(type) };
}

/** How values of a type become cells, and cells values. */
export function planOf(type: TypeTransformer): Plan {
  const { present, nullable } = presentType(type);
  const plan = planOfPresent(present);
  if (!nullable) return refusingNone(plan);
  return {
    ...plan,
    nullable,
    encode: (value) => (value === undefined || value === null ? null : plan.encode(value)),
    decode: (cell) => (cell === null ? undefined : plan.decode(cell)),
  };
}

function planOfPresent(type: TypeTransformer): Plan {
  const { members } = type;
  if (members?.kind === "list") return listPlan(type, planOf(members.element));
  if (members?.kind === "map") return mapPlan(type, planOf(members.value));
  if (members?.kind === "record") {
    const fields = [...members.fields].map(([name, field]): [string, Plan] => [name, planOf(field)]);
    return recordPlan(type, new Map(fields));
  }
  const kind = leafKind(type);
  return kind === undefined ? planOfLiterals(type) : leafPlan(type, kind);
}

const NONE = "nothing";

function refusingNone(plan: Plan): Plan {
  const { decode, words } = plan;
  return {
    ...plan,
    decode(cell) {
      if (cell === null) throw mismatch(words, NONE, "missing");
      return decode(cell);
    },
  };
}

function listPlan({ words }: TypeTransformer, element: Plan): Plan {
  return {
    kind: "list",
    nullable: false,
    words,
    element,
    encode(value) {
      if (!Array.isArray(value)) throw refused(value, words, "single-for-list");
      // Not map(), which skips the holes of a sparse array.
      return Array.from(value, (item: unknown, i) => at(`[${i}]`, () => element.encode(item)));
    },
    decode: (cell) => (cell as readonly Cell[]).map((item, i) => at(`[${i}]`, () => element.decode(item))),
  };
}

function mapPlan(type: TypeTransformer, value: Plan): Plan {
  return {
    kind: "map",
    nullable: false,
    words: type.words,
    value,
    encode(given) {
      if (typeof given !== "object" || given === null || Array.isArray(given))
        throw refused(given, type.words);
      const entries = Object.entries(given).map(([key, item]): [string, Cell] => [
        key,
        at(fieldSegment(key), () => value.encode(item)),
      ]);
      return new Map(entries);
    },
    decode: (cell) =>
      Object.fromEntries(
        [...(cell as CellMap)].map(([key, item]) => [key, at(fieldSegment(key), () => value.decode(item))]),
      ),
  };
}

function recordPlan(type: TypeTransformer, fields: ReadonlyMap<string, Plan>): Plan {
  return {
    kind: "record",
    nullable: false,
    words: type.words,
    fields,
    encode(value) {
      // The type checks the fields, and gives the defaults of those that are left out.
      const whole = decodeLiteral(type, type.toLiteral(value)) as Readonly<Record<string, unknown>>;
      const given = value as Readonly<Record<string, unknown>>;
      const cells = emptyRecord();
      for (const [name, plan] of fields)
        cells[name] = at(fieldSegment(name), () => plan.encode(given[name] ?? whole[name]));
      return cells;
    },
    decode(cell) {
      const entries = [...fields].map(([name, plan]) => {
        return [name, at(fieldSegment(name), () => plan.decode((cell as CellRecord)[name] ?? null))];
      });
      return Object.fromEntries(entries);
    },
  };
}

function at<T>(segment: string, convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    throw within(segment, error);
  }
}
