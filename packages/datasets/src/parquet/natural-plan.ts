import { t } from "@flytekit-ts/core";
import { mismatch, resolveType, type TypeTransformer } from "@flytekit-ts/core/types";
import type { Cell, CellMap, CellRecord, LeafKind } from "../columns/cell.js";
import { leafPlan } from "../columns/leaf-plan.js";
import type { Plan } from "../columns/plan.js";
import { stockTypes } from "../columns/stock-types.js";
import { leafSource } from "./leaf-source.js";
import type { ParquetNode } from "./schema/node.js";
import type { Refusals } from "./reader-of.js";

/** The plan of a column of which nothing is declared: its values are what the file says. */
export function naturalPlan(node: ParquetNode, refusals: Refusals, path = ""): Plan {
  const plan = presentPlan(node, refusals, path);
  return { ...plan, nullable: true, decode: (cell) => (cell === null ? undefined : plan.decode(cell)) };
}

function presentPlan(node: ParquetNode, refusals: Refusals, path: string): Plan {
  const common = { nullable: false, words: "any value", encode: refuseWriting };
  switch (node.kind) {
    case "list": {
      const element = naturalPlan(node.element, refusals, `${path}[]`);
      const decode = (cell: Cell): unknown => (cell as readonly Cell[]).map((item) => element.decode(item));
      return { ...common, kind: "list", element, decode };
    }
    case "map": {
      const value = naturalPlan(node.value, refusals, `${path}[]`);
      const decode = (cell: Cell): unknown =>
        Object.fromEntries([...(cell as CellMap)].map(([key, item]) => [key, value.decode(item)]));
      return { ...common, kind: "map", value, decode };
    }
    case "record": {
      const plans = node.fields.map((each): [string, Plan] => {
        return [each.node.name, naturalPlan(each.node, refusals, `${path}.${each.node.name}`)];
      });
      const decode = (cell: Cell): unknown =>
        Object.fromEntries(
          plans.map(([name, plan]) => [name, plan.decode((cell as CellRecord)[name] ?? null)]),
        );
      return { ...common, kind: "record", fields: new Map(plans), decode };
    }
    default: {
      const { kind, words } = leafSource(node);
      const natural = NATURAL.get(kind);
      if (natural !== undefined) return natural;
      throw refusals.mismatch(path, "of a type that this package has", words, ADVICE.get(kind));
    }
  }
}

function refuseWriting(value: unknown): never {
  return value as never;
}

const ADVICE = new Map([
  ["decimal", "Declare the columns, and this one as `t.string()`, which keeps all digits."],
]);

function stock(type: Parameters<typeof resolveType>[0]): TypeTransformer {
  return resolveType(type, "a column").transformer;
}

const text = leafPlan(stockTypes.string, "string");

// Integers that a number cannot hold are bigints, so that none is rounded.
const integer: Plan = {
  ...leafPlan(stockTypes.bigint, "int"),
  decode: (cell) => (Number.isSafeInteger(Number(cell)) ? Number(cell) : cell),
};

const NATURAL: ReadonlyMap<string, Plan> = new Map<LeafKind | "none" | "time" | "uuid", Plan>([
  ["int", integer],
  ["float", leafPlan(stockTypes.float, "float")],
  ["string", text],
  ["time", text],
  ["uuid", text],
  ["none", text],
  ["boolean", leafPlan(stockTypes.boolean, "boolean")],
  ["datetime", leafPlan(stock(t.datetime()), "datetime")],
  ["date", { ...leafPlan(stock(t.datetime()), "date"), decode: (cell) => dayText(cell as bigint) }],
  ["duration", leafPlan(stock(t.duration({ exact: true })), "duration")],
  ["bytes", { ...text, kind: "bytes", decode: (cell) => cell }],
]);

const DAY = 86_400_000_000_000n;

function dayText(cell: bigint): string {
  const midnight = new Date(Number(cell / DAY) * 86_400_000);
  if (Number.isNaN(midnight.getTime())) throw mismatch("a day that JavaScript has", "one of another age");
  return midnight.toISOString().slice(0, -"T00:00:00.000Z".length);
}
