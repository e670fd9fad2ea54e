import {
  and,
  approve,
  conditional,
  containerTask,
  dynamic,
  launchPlan,
  mapTask,
  sleep,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";

const n = t.int();

/** Squares a number. */
export const square = task(
  {
    name: "shapes.square",
    inputs: { n },
    output: n,
    retries: 2,
    timeout: "90 seconds",
    cache: { version: "1" },
    resources: { cpu: "1", memory: "2Gi" },
    docs: "Squares a number.",
    secrets: [{ group: "bank", key: "pin" }],
  },
  ({ n }) => n * n,
);

export const sum = task({ name: "shapes.sum", inputs: { numbers: t.list(n) }, output: n }, ({ numbers }) =>
  numbers.reduce((all, each) => all + each, 0),
);

export const report = task(
  { name: "shapes.report", inputs: { total: n, note: t.string() }, outputs: { text: t.string(), pages: n } },
  ({ total, note }) => ({ text: `${note}: ${total}`, pages: 1 }),
);

export const tidy = task(
  { name: "shapes.tidy", inputs: { n, numbers: t.list(n), isUrgent: t.boolean() } },
  () => {},
);

export const convert = containerTask({
  name: "shapes.convert",
  inputs: { text: t.string() },
  outputs: { pdf: t.file() },
  image: "convert:v1",
  command: ["convert", "{{.inputs.text}}"],
});

export const inner = workflow({ name: "shapes.inner", inputs: { n }, output: n }, ({ n }) =>
  square({ n: square({ n }) }),
);

export const plan = launchPlan(inner, { name: "shapes.plan", fixedInputs: { n: 7 } });

export const fan = dynamic({ name: "shapes.fan", inputs: { n }, output: n, uses: [square] }, ({ n }) =>
  square({ n }),
);

const squares = mapTask(square, { concurrency: 4, minSuccessRatio: 0.9 });

/** A workflow that has a node of each kind. */
export const everyKind = workflow(
  {
    name: "shapes.every",
    inputs: { n, numbers: t.list(n), isUrgent: t.boolean() },
    outputs: { text: t.string(), pdf: t.file() },
    onFailure: tidy,
    docs: "One node of each kind.",
  },
  ({ n, numbers, isUrgent }) => {
    const each = squares({ n: numbers });
    const small = inner({ n });
    const planned = plan({});
    const many = fan({ n: 3 });
    const chosen = conditional("size")
      .if(and(small.gt(3), isUrgent.isTrue()), () => square({ n: small }))
      .elseIf(small.eq(0), () => inner({ n }))
      .fail("too small");
    const total = sum({ numbers: [chosen, planned, many] });
    const waited = sleep("5 minutes", { after: [each] });
    const approved = approve(total, "pay-out", { after: [waited] });
    const note = waitForInput("note", t.string());
    const { text } = report({ total: approved, note });
    const { pdf } = convert({ text });
    return { text, pdf };
  },
);
