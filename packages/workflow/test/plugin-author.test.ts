import {
  createCallable,
  createInterface,
  describeTarget,
  type Interface,
  isStart,
  placeOfCaller,
  promisesOf,
} from "@flytekit-ts/core/graph";
import { scalarLiteral } from "@flytekit-ts/core/literals";
import type { TaskEntity } from "@flytekit-ts/core/tasks";
import { createType, type TypeTransformer } from "@flytekit-ts/core/types";
import { coreErrors, defineErrors } from "@flytekit-ts/core/errors";
import { SimpleType } from "@flytekit-ts/models/core";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { checkGraph, type Problem, toProblem } from "@flytekit-ts/workflow/checks";
import { compile, type Graph, graphOf, traceBody, type WorkflowEntity } from "@flytekit-ts/workflow/compile";
import { describe, expect, it } from "vitest";

// A type of one's own: amounts of money travel as whole cents.
interface Money {
  readonly cents: number;
}

const { VALUE_TYPE_MISMATCH } = coreErrors;

const moneyTransformer: TypeTransformer<Money> = {
  tag: "Money",
  words: "amount of money",
  literalType: {
    type: { $case: "simple", value: SimpleType.INTEGER },
    metadata: { unit: "cents" },
    annotation: undefined,
    structure: { tag: "Money", dataclassType: new Map() },
  },
  jsonSchema: { type: "object", properties: { cents: { type: "integer" } } },
  depth: 0,
  toLiteral(value) {
    const cents = centsOf(value);
    return scalarLiteral({
      $case: "primitive",
      value: { value: { $case: "integer", value: BigInt(cents) } },
    });
  },
  fromLiteral(literal) {
    const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
    const primitive = scalar?.$case === "primitive" ? scalar.value.value : undefined;
    if (primitive?.$case !== "integer")
      throw VALUE_TYPE_MISMATCH({ path: "", wanted: "money", given: "something else" });
    return { cents: Number(primitive.value) };
  },
  write: (value, writer) => writer.int(centsOf(value)),
  read(reader) {
    const token = reader.next();
    if (token.kind !== "int") throw VALUE_TYPE_MISMATCH({ path: "", wanted: "money", given: token.kind });
    return { cents: Number(token.value) };
  },
};

function centsOf(value: unknown): number {
  const cents: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, "cents") : undefined;
  if (Number.isSafeInteger(cents)) return Number(cents);
  throw VALUE_TYPE_MISMATCH({ path: "", wanted: "amount of money", given: "something else" });
}

const money = () => createType<Money, "money">({ transformer: moneyTransformer });

describe("a type of one's own", () => {
  const pay = task(
    { name: "pay", inputs: { amount: money().default({ cents: 100 }) }, output: money() },
    ({ amount }) => amount,
  );
  const sum = task(
    { name: "sum", inputs: { all: t.list(money()), tip: t.optional(money()) }, output: money() },
    () => ({ cents: 0 }),
  );
  const wf = workflow({ name: "bill", inputs: { first: money() }, output: money() }, ({ first }) => {
    const fee = pay();
    return sum({ all: [first, { cents: 250 }, fee] });
  });

  it("is part of interfaces", () => {
    const { template } = compile(wf);
    expect(template.interface?.inputs?.variables.get("first")?.type).toEqual(moneyTransformer.literalType);
  });

  it("is bound as a promise, a constant, a default, inside lists and as an optional", () => {
    const [fee, total] = compile(wf).template.nodes;
    const integer = (value: bigint) => ({ value: { value: { value: { value: { value: { value } } } } } });
    expect(fee?.inputs).toMatchObject([{ var: "amount", binding: integer(100n) }]);
    expect(total?.inputs).toMatchObject([
      { var: "all", binding: { value: { value: { bindings: [{}, integer(250n), {}] } } } },
      { var: "tip", binding: { value: { $case: "scalar" } } },
    ]);
  });

  it("refuses what is not of it, with the place", () => {
    const wrong = workflow({ name: "wrong" }, () => {
      // @ts-expect-error dollars are no money here
      sum({ all: [{ cents: 1 }, { dollars: 2 }] });
    });
    expect(() => compile(wrong)).toThrow(
      expect.objectContaining({
        code: "BINDING_TYPE_MISMATCH",
        params: expect.objectContaining({ at: "sum.all[1]" }) as unknown,
      }),
    );
    const other = workflow({ name: "other", inputs: { n: t.int() } }, ({ n }) => {
      // @ts-expect-error an integer is no money, though both travel as integers
      pay({ amount: n });
    });
    expect(graphOf(other).nodes).toHaveLength(1);
  });

  it("may stand in a record", () => {
    const order = t.struct("Order", { price: money(), count: t.int() });
    const take = task({ name: "take", inputs: { order } }, () => {});
    const buy = workflow({ name: "buy", inputs: { order } }, ({ order }) => {
      take({ order: { price: { cents: 5 }, count: 1 } });
      pay({ amount: order.price });
    });
    const [, node] = compile(buy).template.nodes;
    expect(node?.inputs[0]?.binding?.value).toMatchObject({ value: { var: "order", attrPath: [{}] } });
  });
});

// A tool that reads a compiled workflow: the edges of its graph, as lines of Graphviz.
function edgesOf({ nodes, ids }: Graph): readonly string[] {
  return nodes.flatMap(({ bindings, after }, index) => [
    ...bindings.flatMap(({ binding }) =>
      [...promisesOf(binding)].map((target) => {
        const from = isStart(target.node) ? "start" : ids[target.node.index];
        return `"${from}" -> "${ids[index]}" [label="${describeTarget(target)}"]`;
      }),
    ),
    ...after.map((key) => `"${ids[key.index]}" -> "${ids[index]}" [style=dashed]`),
  ]);
}

// A rule of one's own, beside those of this package.
function checkDepth(graph: Graph): readonly Problem[] {
  const { TOO_LONG } = defineErrors({
    TOO_LONG: { origin: "user", message: (p: { nodes: number }) => `${p.nodes} nodes are too many here.` },
  });
  if (graph.nodes.length <= 2) return [];
  return [
    toProblem(TOO_LONG({ nodes: graph.nodes.length }), {
      severity: "warning",
      place: graph.workflow.definedAt,
    }),
  ];
}

describe("a tool of one's own", () => {
  const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
  const done = task({ name: "done" }, () => {});
  const wf = workflow({ name: "wf", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
    const first = inc({ x: n }, { id: "first" });
    const last = inc({ x: first });
    done({}, { after: [last] });
    return last;
  });

  it("reads the graph of a compiled workflow", () => {
    expect(edgesOf(compile(wf).graph)).toEqual([
      '"start" -> "first" [label="inputs.n"]',
      '"first" -> "n1" [label="inc(...)"]',
      '"n1" -> "n2" [style=dashed]',
    ]);
  });

  it("checks graphs by rules of its own", () => {
    const problems = [...checkGraph(graphOf(wf)), ...checkDepth(graphOf(wf))];
    expect(problems).toMatchObject([
      { code: "TOO_LONG", severity: "warning", message: "3 nodes are too many here." },
    ]);
  });
});

// A way of writing workflows of one's own: tasks in a row.
function chain(name: string, steps: readonly TaskEntity[]) {
  const definedAt = placeOfCaller(chain);
  const declared: Interface = createInterface({ name, inputs: { x: t.int() }, output: t.int() }, "chain");
  const body = ({ x }: { readonly x: unknown }): unknown =>
    steps.reduce<unknown>((value, step) => (step as unknown as (args: object) => unknown)({ x: value }), x);
  const entity: WorkflowEntity = {
    kind: "workflow",
    name,
    interface: declared,
    definedAt,
    settings: { failurePolicy: "fail-immediately", interruptible: false, docs: undefined },
    source: steps.map((step) => step.name).join(),
    trace: () => traceBody({ name, interface: declared, definedAt, body }),
  };
  return createCallable<{ x: ReturnType<typeof t.int> }, ReturnType<typeof t.int>, WorkflowEntity>(entity);
}

describe("a kind of workflow of one's own", () => {
  const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
  const double = task({ name: "double", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * 2);
  const steps = chain("steps", [inc, double, inc]);

  it("compiles", () => {
    const { template, entities } = compile(steps);
    expect(template.nodes.map(({ upstreamNodeIds }) => upstreamNodeIds)).toEqual([[], ["n0"], ["n1"]]);
    expect(entities.map(({ name }) => name)).toEqual(["inc", "double", "steps"]);
  });

  it("is called like any other, typed", () => {
    const outer = workflow({ name: "outer", inputs: { n: t.int() }, output: t.int() }, ({ n }) =>
      steps({ x: steps({ x: n }) }),
    );
    expect(compile(outer).subWorkflows.map(({ workflow: { name } }) => name)).toEqual(["steps"]);
    // @ts-expect-error a text for an integer
    const wrong = workflow({ name: "wrong", output: t.int() }, () => steps({ x: "one" }));
    expect(() => compile(wrong)).toThrow(expect.objectContaining({ code: "BINDING_TYPE_MISMATCH" }));
  });

  it("reports its problems at its own declaration", () => {
    const empty = chain("empty", []);
    expect(checkGraph(graphOf(empty))).toMatchObject([
      {
        code: "WORKFLOW_EMPTY",
        location: { file: expect.stringMatching(/plugin-author\.test\.ts$/) as unknown },
      },
    ]);
  });
});
