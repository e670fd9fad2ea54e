import {
  conditional,
  dynamic,
  launchPlan,
  mapTask,
  NonRecoverableError,
  t,
  task,
  workflow,
} from "@flytekit-ts/workflow";
import type { FlytePromise } from "@flytekit-ts/core";

const int = { output: t.int() };
const xy = { inputs: { x: t.int(), y: t.int() }, ...int };
const x = { inputs: { x: t.int() }, ...int };
const small = (value: number): number => ((value % 100) + 100) % 100;

const add = task({ name: "naive.add", ...xy }, ({ x, y }) => small(x + y));
const check = task({ name: "naive.check", ...x, retries: 3 }, ({ x }) => {
  if (x % 5 === 3) throw new NonRecoverableError("three");
  return small(x + 1);
});
const flaky = task({ name: "naive.flaky", ...x, retries: 1 }, ({ x }, { attempt }) => {
  if (attempt < x % 3) throw new Error("not yet");
  return small(x + attempt);
});
const strict = task({ name: "naive.strict", ...x }, ({ x }) => {
  if (x % 7 === 6) throw new Error("six");
  return small(x * 2);
});
const pair = task(
  { name: "naive.pair", inputs: { x: t.int() }, outputs: { low: t.int(), high: t.int() } },
  ({ x }) => ({ low: x % 10, high: Math.floor(x / 10) }),
);
const Point = t.struct("NaivePoint", { n: t.int(), all: t.list(t.int()) });
const point = task({ name: "naive.point", inputs: { x: t.int() }, output: Point }, ({ x }) => ({
  n: x,
  all: [x % 3, x % 4],
}));
const range = task({ name: "naive.range", inputs: { x: t.int() }, output: t.list(t.int()) }, ({ x }) =>
  Array.from({ length: x % 4 }, (_, index) => small(x + index)),
);
const sum = task(
  { name: "naive.sum", inputs: { xs: t.list(t.optional(t.int())) }, output: t.int() },
  ({ xs }) => small(xs.reduce<number>((all, each) => all + (each ?? 1), 0)),
);
const total = task({ name: "naive.total", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) =>
  small(xs.reduce((all, each) => all + each, 0)),
);
const grow = dynamic({ name: "naive.grow", ...x, retries: 1 }, ({ x }) => {
  if (x % 6 === 0) return x;
  let last: FlytePromise<number, "int"> = add({ x, y: 1 });
  for (let index = 0; index < x % 3; index += 1) last = check({ x: last });
  return last;
});
const note = task({ name: "naive.note", inputs: { a: t.int(), b: t.int() } }, () => {});
const refuse = task({ name: "naive.refuse", inputs: { a: t.int(), b: t.int() } }, () => {
  throw new Error("refused");
});

/** Choices, drawn one after another. */
export interface Tape {
  /** A whole number from 0 on, below `count`. */
  pick(count: number): number;
}

type Int = FlytePromise<number, "int">;
const ab = { inputs: { a: t.int(), b: t.int() }, ...int };

const plainest = () => workflow({ name: "naive.plainest", ...ab }, ({ a, b }) => add({ x: a, y: b }));

/** A workflow with the inputs `a` and `b` and one output, all whole numbers. */
export type Drawn = ReturnType<typeof plainest>;

let made = 0;

/** A workflow with the inputs `a` and `b`, drawn from a tape. It contains others, up to `depth` of them in each other. */
export function randomWorkflow(tape: Tape, depth = 2): Drawn {
  made += 1;
  const name = `naive.wf${made}`;
  const inner = depth > 0 && tape.pick(3) > 0 ? randomWorkflow(tape, depth - 1) : undefined;
  const plan =
    inner === undefined
      ? undefined
      : tape.pick(2) === 0
        ? launchPlan(inner, { name: `${name}.plan`, defaultInputs: { b: tape.pick(9) } })
        : launchPlan(inner, { name: `${name}.plan`, fixedInputs: { b: tape.pick(9) } });
  const handler = [undefined, undefined, note, refuse][tape.pick(4)];
  const failurePolicy = tape.pick(3) === 0 ? "fail-immediately" : "fail-after-executable-nodes-complete";
  const count = 1 + tape.pick(7);
  // The body runs once; the choices are made there.
  return workflow(
    { name, ...ab, failurePolicy, ...(handler === undefined ? {} : { onFailure: handler }) },
    ({ a, b }) => {
      const values: Int[] = [a, b];
      const called = (): { readonly after?: Int[] } => {
        const before = values[2 + tape.pick(8)];
        return before === undefined ? {} : { after: [before] };
      };
      const one = (): Int => values[tape.pick(values.length)] ?? a;
      const steps: (() => Int)[] = [
        () => add({ x: one(), y: one() }, called()),
        () => check({ x: one() }),
        () => flaky({ x: one() }, { retries: tape.pick(3) }),
        () => strict({ x: one() }, { retries: tape.pick(2) }),
        () => {
          if (tape.pick(2) === 0) return pair({ x: one() }).high;
          const { low } = pair({ x: one() }, { aliases: { low: `low${values.length}` } });
          return low;
        },
        () => {
          const made = point({ x: one() });
          return add({ x: made.n, y: made.all.at(tape.pick(2)) });
        },
        () => sum({ xs: mapTask(check, { minSuccessRatio: 0.5 })({ x: range({ x: one() }) }) }),
        () => total({ xs: mapTask(flaky)({ x: [one(), one()] }, { retries: tape.pick(3) }) }),
        () =>
          total({ xs: mapTask(add, { over: ["x"], concurrency: 2 })({ x: range({ x: one() }), y: one() }) }),
        () => grow({ x: one() }),
        () => {
          const [asked, then, otherwise] = [one(), one(), one()];
          const begun = conditional(`c${values.length}`)
            .if(asked.gt(tape.pick(40)).and(then.ne(7)), () => strict({ x: then }))
            .elseIf(asked.lt(tape.pick(20)).or(otherwise.eq(3)), () => {
              const first = add({ x: otherwise, y: 1 });
              return check({ x: first });
            });
          return tape.pick(3) === 0
            ? begun.fail("neither")
            : begun.else(() => add({ x: otherwise, y: then }));
        },
        () => (inner === undefined ? add({ x: one(), y: 2 }) : inner({ a: one(), b: one() })),
        () => (plan === undefined ? check({ x: 3 }) : (plan as unknown as Plan)({ a: one() })),
      ];
      for (let step = 0; step < count; step += 1) values.push((steps[tape.pick(steps.length)] ?? one)());
      return values.at(-1) ?? a;
    },
  );
}

type Plan = (inputs: { readonly a: Int }) => Int;
