import { LaunchPlan, LaunchPlanSpec } from "@flytekit-ts/models/admin";
import {
  type Literal,
  type LiteralType,
  SimpleType,
  TaskTemplate,
  Variable,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import { checkLaunchPlan, checkTask, type Problem } from "@flytekit-ts/workflow/checks";

type Simple = keyof typeof SimpleType;

/** A type, made without copying its parts. */
function typed(type: LiteralType["type"]): LiteralType {
  return { type, metadata: undefined, annotation: undefined, structure: undefined };
}

/** A type by its name, or an enum of these texts. */
export function typeOf(type: Simple | readonly string[]): LiteralType {
  if (typeof type !== "string") return typed({ $case: "enumType", value: { values: [...type] } });
  return typed({ $case: "simple", value: SimpleType[type] });
}

export function listOf(element: LiteralType): LiteralType {
  return typed({ $case: "collectionType", value: element });
}

export function mapOf(value: LiteralType): LiteralType {
  return typed({ $case: "mapValueType", value });
}

export function unionOf(...variants: readonly LiteralType[]): LiteralType {
  return typed({ $case: "unionType", value: { variants: [...variants] } });
}

export function tagged(type: LiteralType, tag: string): LiteralType {
  return { ...type, structure: { tag, dataclassType: new Map() } };
}

type ScalarValue = NonNullable<Extract<Literal["value"], { $case: "scalar" }>["value"]["value"]>;
type PrimitiveValue = NonNullable<Extract<ScalarValue, { $case: "primitive" }>["value"]["value"]>;

export function literalOf(value: Literal["value"]): Literal {
  return { value, hash: "", metadata: new Map() };
}

export function scalar(value: ScalarValue | undefined): Literal {
  return literalOf({ $case: "scalar", value: { value } });
}

export function primitive(value: PrimitiveValue | undefined): Literal {
  return scalar({ $case: "primitive", value: { value } });
}

export const int = (value: bigint): Literal => primitive({ $case: "integer", value });
export const float = (value: number): Literal => primitive({ $case: "floatValue", value });
export const text = (value: string): Literal => primitive({ $case: "stringValue", value });
export const none = (): Literal => scalar({ $case: "noneType", value: {} });
export const datetime = (seconds: bigint, nanos = 0): Literal =>
  primitive({ $case: "datetime", value: { seconds, nanos } });

export function chosen(value: Literal | undefined, type: LiteralType | undefined): Literal {
  return scalar({ $case: "union", value: { value, type } });
}

export function list(...literals: readonly Literal[]): Literal {
  return literalOf({ $case: "collection", value: { literals: [...literals] } });
}

export function map(entries: { readonly [key: string]: Literal }): Literal {
  return literalOf({ $case: "map", value: { literals: new Map(Object.entries(entries)) } });
}

/** A task that flyteadmin takes. */
export function soundTask(): TaskTemplate {
  return TaskTemplate.create({
    id: { resourceType: 1, project: "p", domain: "d", name: "t", version: "v1" },
    type: "container",
    metadata: { runtime: { type: 1, version: "1.16.5", flavor: "typescript" } },
    interface: {
      inputs: { variables: new Map([["x", Variable.create({ type: typeOf("INTEGER") })]]) },
      outputs: { variables: new Map([["o0", Variable.create({ type: typeOf("STRING") })]]) },
    },
    target: { $case: "container", value: { image: "i:1", args: ["run"], resources: {} } },
  });
}

/** A launch plan that flyteadmin takes, and its workflow. */
export function soundPlan() {
  const inputs = {
    x: typeOf("INTEGER"),
    s: typeOf("STRING"),
    when: typeOf("DATETIME"),
    e: typeOf(["a", "b"]),
    xs: listOf(typeOf("INTEGER")),
    opt: unionOf(tagged(typeOf("INTEGER"), "int"), tagged(typeOf("NONE"), "none")),
  };
  const variables = Object.entries(inputs).map(
    ([name, type]) => [name, Variable.create({ type, description: name })] as const,
  );
  const workflow = WorkflowTemplate.create({
    id: { resourceType: 2, project: "p", domain: "d", name: "wf", version: "v1" },
    interface: { inputs: { variables: new Map(variables) }, outputs: {} },
  });
  const spec = LaunchPlanSpec.create({
    workflowId: { resourceType: 2, project: "p", domain: "d", name: "wf", version: "v1" },
    entityMetadata: {},
    defaultInputs: {},
    fixedInputs: {},
  });
  const id = { resourceType: 3, project: "p", domain: "d", name: "lp", version: "v1" } as const;
  return { launchPlan: { ...LaunchPlan.create({ id }), spec }, workflow };
}

/** A problem in short: its code and message, and what else it says. */
export type Found = readonly [code: string, message: string, extra?: Partial<Problem>];

/** What is found in a sound task after a change. */
export function foundInTask(change: (task: TaskTemplate) => void): readonly Found[] {
  const task = soundTask();
  change(task);
  return checkTask(task).map(short);
}

/** What is found in a sound launch plan after a change. */
export function foundInPlan(
  change: (spec: LaunchPlanSpec, parts: ReturnType<typeof soundPlan>) => void,
): readonly Found[] {
  const parts = soundPlan();
  change(parts.launchPlan.spec, parts);
  return checkLaunchPlan(parts).map(short);
}

function short({ code, message, severity, hint, ...extra }: Problem): Found {
  if (hint === "") throw new Error(`${code} has an empty hint`);
  const more = severity === "warning" ? { severity, ...extra } : extra;
  return Object.keys(more).length === 0 ? [code, message] : [code, message, more];
}
