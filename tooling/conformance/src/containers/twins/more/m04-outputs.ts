import { t, task } from "@flytekit-ts/workflow";

const int = t.int();
const n = { n: int };
const ints = t.list(int);
const bigint = t.int({ bigint: true });
const pair = { o0: int, o1: int };

export const three = task(
  {
    name: "m04_outputs.three",
    inputs: n,
    outputs: { names: t.list(t.string()), count: int, note: t.optional(t.string()) },
  },
  (given) => ({
    names: Array.from({ length: given.n }, (_, i) => String(i)),
    count: given.n,
    note: undefined,
  }),
);
export const four = task(
  {
    name: "m04_outputs.four",
    inputs: n,
    outputs: { o0: int, o1: t.float(), o2: t.string(), o3: t.boolean() },
  },
  (given) => ({ o0: given.n, o1: given.n / 2, o2: String(given.n), o3: given.n > 1 }),
);
export const rawTextForEnum = task(
  { name: "m04_outputs.raw_text_for_enum", inputs: n, output: t.enum(["a", "b"]) },
  () => "b" as const,
);
export const nan = task({ name: "m04_outputs.nan", output: t.float() }, () => Number.NaN);
export const sameTwice = task(
  { name: "m04_outputs.same_twice", inputs: n, outputs: { o0: ints, o1: ints } },
  (given) => ({ o0: [given.n], o1: [given.n] }),
);
export const longText = task({ name: "m04_outputs.long_text", inputs: n, output: t.string() }, (given) =>
  "a".repeat(given.n),
);
export const bigList = task({ name: "m04_outputs.big_list", inputs: n, output: ints }, (given) =>
  Array.from({ length: given.n }, (_, i) => i),
);
export const bigInList = task(
  { name: "m04_outputs.big_in_list", inputs: { n: bigint }, output: t.list(bigint) },
  (given) => [given.n, 2n ** 70n],
);
export const printed = task({ name: "m04_outputs.printed", inputs: n }, (given) => {
  for (let i = 0; i < given.n; i += 1) console.log("line", i);
});

// The compiler refuses what these return: they stand for what it was not asked about.
export const emptyForTwo = task(
  { name: "m04_outputs.empty_for_two", inputs: n, outputs: pair },
  () => ({}) as { o0: number; o1: number },
);
export const noneForText = task(
  { name: "m04_outputs.none_for_text", inputs: n, output: t.string() },
  () => undefined as unknown as string,
);
export const textInList = task(
  { name: "m04_outputs.text_in_list", inputs: n, output: ints },
  (given) => [given.n, "two"] as number[],
);
export const noneInMap = task(
  { name: "m04_outputs.none_in_map", inputs: n, output: t.map(int) },
  (given) => ({ a: given.n, b: undefined }) as unknown as Record<string, number>,
);
export const floatForInt = task(
  { name: "m04_outputs.float_for_int", inputs: n, output: int },
  (given) => given.n / 2,
);
export const textForOptional = task(
  { name: "m04_outputs.text_for_optional", inputs: n, output: t.optional(int) },
  () => "no" as unknown as number,
);
export const secondIsWrong = task(
  { name: "m04_outputs.second_is_wrong", inputs: n, outputs: pair },
  (given) => ({ o0: given.n, o1: "two" as unknown as number }),
);
