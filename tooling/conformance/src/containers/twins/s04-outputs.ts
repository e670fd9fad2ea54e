import { t, task } from "@flytekit-ts/workflow";

const int = t.int();
const bigint = t.int({ bigint: true });

export const named = task(
  { name: "s04_outputs.named", inputs: { xs: t.list(int) }, outputs: { total: int, mean: t.float() } },
  ({ xs }) => {
    const total = xs.reduce((sum, x) => sum + x, 0);
    return { total, mean: total / xs.length };
  },
);
export const namedPlainTuple = task(
  { name: "s04_outputs.named_plain_tuple", inputs: { xs: t.list(int) }, outputs: { first: int, last: int } },
  ({ xs }) => ({ first: xs[0] ?? 0, last: xs.at(-1) ?? 0 }),
);
export const oneNamed = task(
  { name: "s04_outputs.one_named", inputs: { x: t.string() }, outputs: { only: t.string() } },
  ({ x }) => ({ only: `${x}!` }),
);
export const two = task(
  { name: "s04_outputs.two", inputs: { x: int }, outputs: { o0: int, o1: t.string() } },
  ({ x }) => ({ o0: x + 1, o1: String(x) }),
);
export const nothing = task({ name: "s04_outputs.nothing", inputs: { x: int } }, ({ x }) => {
  console.log(`seen ${x}`);
});
export const noInputs = task({ name: "s04_outputs.no_inputs", output: int }, () => 7);
export const nothingAtAll = task({ name: "s04_outputs.nothing_at_all" }, () => {});

// The compiler refuses what these return: they stand for what it was not asked about.
export const wrongType = task(
  { name: "s04_outputs.wrong_type", inputs: { x: int }, output: int },
  ({ x }) => String(x) as unknown as number,
);
export const boolForInt = task(
  { name: "s04_outputs.bool_for_int", inputs: { x: t.boolean() }, output: int },
  ({ x }) => x as unknown as number,
);
export const wrongLength = task(
  { name: "s04_outputs.wrong_length", inputs: { x: int }, outputs: { o0: int, o1: int } },
  ({ x }) => ({ o0: x, o1: x, o2: x }) as { o0: number; o1: number },
);
export const singleForTwo = task(
  { name: "s04_outputs.single_for_two", inputs: { x: int }, outputs: { o0: int, o1: int } },
  ({ x }) => x as unknown as { o0: number; o1: number },
);
export const noneForInt = task(
  { name: "s04_outputs.none_for_int", inputs: { x: int }, output: int },
  () => undefined as unknown as number,
);
export const noneInList = task(
  { name: "s04_outputs.none_in_list", inputs: { x: int }, output: t.list(int) },
  ({ x }) => [x, undefined as unknown as number],
);
export const valueThoughNone = task(
  { name: "s04_outputs.value_though_none", inputs: { x: int } },
  ({ x }) => x as unknown as undefined,
);

export const nothingForOptional = task(
  { name: "s04_outputs.nothing_for_optional", inputs: { x: int }, output: t.optional(int) },
  () => undefined,
);
export const tooBig = task(
  { name: "s04_outputs.too_big", inputs: { x: bigint }, output: bigint },
  ({ x }) => x + 1n,
);
