import {
  approve,
  conditional,
  containerTask,
  cron,
  dynamic,
  imperativeWorkflow,
  launchPlan,
  mapTask,
  referenceLaunchPlan,
  referenceTask,
  sleep,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import type { After, Callable, FlytePromise, FlyteType, Workflow } from "@flytekit-ts/workflow";
import { isPromise, targetOf } from "@flytekit-ts/core/graph";
import { random } from "../support/random.js";

type IntType = FlyteType<number, "int">;
type Int = FlytePromise<number, "int">;
type IntToInt = Callable<{ readonly x: IntType }, IntType>;

// A bundle of this file has another place, which is part of what a task is registered with.
const module = "file:///made/random-workflow.ts";
const inputs = { x: t.int() };
const output = t.int();
const elsewhere = { project: "other", domain: "production", version: "7" };

// Short names that two modules share, and an input that is called as a captured output would be.
const inc = task({ name: "one.inc", module, inputs, output, retries: 1 }, ({ x }) => x + 1);
const inc2 = task(
  { name: "two.inc", module, inputs, output, timeout: "1 min", interruptible: true },
  ({ x }) => x + 2,
);
const add = task(
  { name: "one.add", module, inputs: { n0_o0: t.int(), b: t.int().default(3) }, output },
  ({ n0_o0, b }) => n0_o0 + b,
);
const split = task({ name: "one.split", module, inputs, outputs: { q: t.int(), r: t.int() } }, ({ x }) => ({
  q: x,
  r: x,
}));
const total = task(
  { name: "one.total", module, inputs: { xs: t.list(t.int()), m: t.map(t.int()) }, output },
  ({ xs }) => xs.length,
);
const even = task({ name: "one.even", module, inputs, output: t.boolean() }, ({ x }) => x % 2 === 0);
const quiet = task({ name: "one.quiet", module, inputs }, () => {});
const point = task(
  { name: "one.point", module, inputs, output: t.struct("Point", { x: t.int(), tags: t.list(t.int()) }) },
  ({ x }) => ({ x, tags: [] }),
);
const maybe = task(
  { name: "one.maybe", module, inputs: { x: t.optional(t.int()) }, output },
  ({ x }) => x ?? 0,
);
const program = containerTask({
  name: "one.program",
  image: "i:1",
  inputs,
  output,
  command: ["run", "{{.inputs.x}}"],
});
const trained = referenceTask({ ...elsewhere, name: "other.train", inputs, output });
const published = referenceLaunchPlan({ ...elsewhere, name: "other.publish", inputs, output });
const grow = dynamic({ name: "one.grow", module, inputs, output: t.list(t.int()), uses: [inc2] }, ({ x }) => [
  inc2({ x }),
]);
const handler = task(
  { name: "one.handler", module, inputs: { ...inputs, err: t.optional(t.error()) } },
  () => {},
);

/** Choices that are the same for the same seed. */
class Choices {
  readonly #next: () => number;
  #nextName = 0;

  constructor(seed: number) {
    this.#next = random(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  chance(share: number): boolean {
    return this.#next() < share;
  }

  of<T>(options: readonly T[]): T {
    return options[this.below(options.length)] as T;
  }

  name(prefix: string): string {
    return `${prefix}.w${(this.#nextName += 1)}`;
  }
}

/** What a body has made so far, and what it may call. */
interface Scope {
  readonly choices: Choices;
  readonly ints: Int[];
  readonly made: After[];
  readonly shared: readonly IntToInt[];
  readonly depth: number;
}

const OPS: readonly ((scope: Scope) => Int)[] = [
  (s) => inc({ x: int(s) }, { retries: s.choices.below(4), ...order(s) }),
  (s) => inc2({ x: int(s) }, s.choices.chance(0.2) ? { timeout: 0, interruptible: false } : {}),
  (s) => add({ n0_o0: int(s), ...(s.choices.chance(0.5) ? { b: int(s) } : {}) }, order(s)),
  (s) => split({ x: int(s) })[s.choices.of(["q", "r"] as const)],
  (s) => total({ xs: [int(s), 4, int(s)], m: { b: int(s), a: int(s) } }),
  (s) => point({ x: int(s) }).tags.at(s.choices.below(3)) as Int,
  (s) => maybe(s.choices.chance(0.5) ? {} : { x: int(s) }),
  (s) => program({ x: int(s) }, { resources: { cpu: s.choices.below(3) + 1 } }),
  (s) => trained({ x: int(s) }),
  (s) => published({ x: int(s) }),
  (s) => grow({ x: int(s) }).at(0) as Int,
  (s) => mapTask(inc)({ x: [int(s), 2] }, { retries: s.choices.below(3) }).at(1) as Int,
  (s) =>
    mapTask(add, { over: ["n0_o0"], concurrency: s.choices.below(3) })({ n0_o0: [int(s)], b: int(s) }).at(
      0,
    ) as Int,
  (s) => approve(inc({ x: int(s) }), `ok ${s.made.length}`),
  (s) => waitForInput(`value ${s.made.length}`, t.int(), order(s)),
  (s) => s.choices.of(s.shared)({ x: int(s) }),
  (s) => s.choices.of(s.shared)({ x: int(s) }),
  branch,
  branch,
  branch,
];

function int({ choices, ints }: Scope): Int | number {
  return choices.chance(0.1) ? choices.below(100) : choices.of(ints);
}

function order({ choices, made }: Scope): { readonly after?: readonly After[] } {
  return made.length > 0 && choices.chance(0.3) ? { after: [choices.of(made)] } : {};
}

/** A conditional with arms of one call, of several, and with conditionals inside. */
function branch(scope: Scope): Int {
  const { choices, ints, depth, made } = scope;
  if (depth === 0) return inc({ x: int(scope) });
  const arm = (): Int =>
    body({ ...scope, ints: [...ints], made: [], depth: depth - 1 }, choices.below(3) + 1);
  const one = choices.of(ints);
  const question = choices.chance(0.5)
    ? one.gt(choices.below(9))
    : one.eq(choices.of(ints)).or(one.lt(3).and(one.ge(1)));
  let chain = conditional(`c${depth}-${made.length}`).if(question, arm);
  if (choices.chance(0.4)) chain = chain.elseIf(even({ x: int(scope) }), arm);
  return choices.chance(0.3) ? chain.fail("neither") : chain.else(arm);
}

function body(scope: Scope, calls: number): Int {
  const { choices, ints, made } = scope;
  let last: Int | undefined;
  for (let i = 0; i < calls; i += 1) {
    if (choices.chance(0.1))
      made.push(choices.chance(0.5) ? sleep("1 s", order(scope)) : quiet({ x: int(scope) }));
    last = choices.of(OPS)(scope);
    // A part of an output is no operand.
    if (isPromise(last) && targetOf(last).path.length === 0) ints.push(last);
    made.push(last);
  }
  return last ?? inc({ x: int(scope) });
}

/** A workflow that is the same for the same seed, with sub-workflows and plans that it shares among its parts. */
export function randomWorkflow(seed: number): IntToInt {
  const choices = new Choices(seed);
  const shared: IntToInt[] = [inc];
  for (let i = choices.below(3) + 1; i >= 0; i -= 1) {
    const before = [...shared];
    const made = choices.chance(0.3) ? imperative(choices, before) : functional(choices, before);
    shared.push(made);
    if (choices.chance(0.4)) shared.push(planOf(made, choices));
  }
  return functional(choices, shared);
}

function functional(choices: Choices, shared: readonly IntToInt[]): IntToInt {
  const seed = choices.below(2 ** 30);
  const settings = {
    ...(choices.chance(0.3) ? { onFailure: handler } : {}),
    ...(choices.chance(0.3) ? { failurePolicy: "fail-after-executable-nodes-complete" as const } : {}),
    interruptible: choices.chance(0.3),
  };
  const calls = choices.below(6) + 1;
  // The body chooses from a seed of its own: when it runs must not matter.
  return workflow({ name: choices.name("mod"), inputs, output, ...settings }, ({ x }) =>
    body({ choices: new Choices(seed), ints: [x], made: [], shared, depth: 3 }, calls),
  );
}

function imperative(choices: Choices, shared: readonly IntToInt[]): IntToInt {
  const wf = imperativeWorkflow({ name: choices.name("imp"), inputs, outputs: { o0: t.int() } });
  let last = wf.addEntity(inc, { x: wf.inputs.x }).outputs.o0;
  for (let i = choices.below(3); i > 0; i -= 1) {
    const from = last;
    last = wf.addEntity(choices.of(shared), { x: from }).outputs.o0;
    if (choices.chance(0.5)) {
      last = wf
        .createConditional(`i${i}`)
        .if(from.gt(1), () => inc({ x: inc2({ x: from }) }))
        .else(() => inc({ x: from }));
    }
  }
  wf.addWorkflowOutput("o0", last);
  if (choices.chance(0.3)) wf.addOnFailureHandler(handler);
  return workflow({ name: choices.name("around"), inputs, output }, ({ x }) => wf({ x }).o0);
}

function planOf(target: IntToInt, choices: Choices): IntToInt {
  const name = choices.name("plan");
  const options = choices.chance(0.5)
    ? { name, defaultInputs: { x: 4 }, schedule: cron("@daily"), labels: { b: "1", a: "2" } }
    : { name, maxParallelism: 3 };
  return launchPlan(target as Workflow<IntToInt["~input"], IntType>, options) as IntToInt;
}
