import { type FlyteType, t } from "@flytekit-ts/workflow";

/** The types of described workflows, by the names that Python has for them. */
export const types: ReadonlyMap<string, FlyteType<unknown, unknown>> = new Map<
  string,
  FlyteType<unknown, unknown>
>([
  ["int", t.int()],
  ["str", t.string()],
  ["float", t.float()],
  ["bool", t.boolean()],
  ["list[int]", t.list(t.int())],
  ["list[float]", t.list(t.float())],
  ["list[str]", t.list(t.string())],
  ["map[int]", t.map(t.int())],
  ["optional[int]", t.optional(t.int())],
  ["list[optional[int]]", t.list(t.optional(t.int()))],
]);
