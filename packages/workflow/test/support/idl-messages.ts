import * as idl from "@flytekit-ts/models/core";
import type { LaunchPlanInterface, WorkflowToCheck } from "@flytekit-ts/workflow/checks";

// Messages as they come out of decoding, written shortly.

export const NONE = type({ $case: "simple", value: idl.SimpleType.NONE });
export const INTEGER = type({ $case: "simple", value: idl.SimpleType.INTEGER });
export const FLOAT = type({ $case: "simple", value: idl.SimpleType.FLOAT });
export const STRING = type({ $case: "simple", value: idl.SimpleType.STRING });
export const BOOLEAN = type({ $case: "simple", value: idl.SimpleType.BOOLEAN });
export const STRUCT = type({ $case: "simple", value: idl.SimpleType.STRUCT });

export function type(value: idl.LiteralType["type"]): idl.LiteralType {
  return { type: value, metadata: undefined, annotation: undefined, structure: undefined };
}

export function listOf(element: idl.LiteralType): idl.LiteralType {
  return type({ $case: "collectionType", value: element });
}

export function mapOf(value: idl.LiteralType): idl.LiteralType {
  return type({ $case: "mapValueType", value });
}

export function unionOf(...variants: idl.LiteralType[]): idl.LiteralType {
  return type({ $case: "unionType", value: { variants } });
}

export function enumOf(...values: string[]): idl.LiteralType {
  return type({ $case: "enumType", value: { values } });
}

/** A record whose fields have types. */
export function recordOf(fields: Record<string, idl.LiteralType>): idl.LiteralType {
  return { ...STRUCT, structure: { tag: "", dataclassType: new Map(Object.entries(fields)) } };
}

type Types = Record<string, idl.LiteralType | undefined>;

export function variables(types: Types): idl.VariableMap {
  return { variables: new Map(Object.entries(types).map(([name, type]) => [name, variable(type)])) };
}

function variable(type: idl.LiteralType | undefined): idl.Variable {
  return { ...idl.Variable.create(), type };
}

export function identifier(resourceType: idl.ResourceType, name: string): idl.Identifier {
  return { resourceType, project: "p", domain: "d", name, version: "v", org: "" };
}

export function task(name: string, inputs: Types = {}, outputs: Types = {}): idl.TaskTemplate {
  return {
    ...idl.TaskTemplate.create(),
    id: identifier(idl.ResourceType.TASK, name),
    interface: { inputs: variables(inputs), outputs: variables(outputs) },
  };
}

export function launchPlan(
  name: string,
  inputs: Record<string, Partial<idl.Parameter>>,
  outputs: Types = {},
): LaunchPlanInterface {
  const parameters = new Map(
    Object.entries(inputs).map(([key, { var: variable, behavior }]) => [key, { var: variable, behavior }]),
  );
  return {
    id: identifier(idl.ResourceType.LAUNCH_PLAN, name),
    expectedInputs: { parameters },
    expectedOutputs: variables(outputs),
  };
}

/** An input that a caller has to give. */
export function required(type: idl.LiteralType | undefined): Partial<idl.Parameter> {
  return { var: variable(type), behavior: { $case: "required", value: true } };
}

/** An input that a caller may give. */
export function optional(type: idl.LiteralType | undefined): Partial<idl.Parameter> {
  return {
    var: idl.Variable.create({ type }),
    behavior: { $case: "default", value: idl.Literal.create({}) },
  };
}

interface WorkflowParts {
  readonly inputs?: Types;
  readonly outputs?: Types;
  /** What is bound to the outputs. */
  readonly results?: Bindings;
  readonly failureNode?: idl.Node;
}

export function workflow(
  name: string,
  nodes: idl.Node[],
  { inputs = {}, outputs = {}, results = {}, failureNode }: WorkflowParts = {},
): idl.WorkflowTemplate {
  return {
    ...idl.WorkflowTemplate.create(),
    id: identifier(idl.ResourceType.WORKFLOW, name),
    interface: { inputs: variables(inputs), outputs: variables(outputs) },
    nodes,
    outputs: bindings(results),
    failureNode,
  };
}

type Bindings = Record<string, idl.BindingData | undefined>;

export function bindings(data: Bindings): idl.Binding[] {
  return Object.entries(data).map(([name, binding]) => ({ var: name, binding }));
}

interface NodeParts {
  readonly inputs?: Bindings;
  readonly after?: string[];
  readonly aliases?: (readonly [output: string, alias: string])[];
}

export function node(
  id: string,
  target: idl.Node["target"],
  { inputs = {}, after = [], aliases = [] }: NodeParts = {},
): idl.Node {
  return {
    id,
    metadata: undefined,
    inputs: bindings(inputs),
    upstreamNodeIds: after,
    outputAliases: aliases.map(([name, alias]) => ({ var: name, alias })),
    target,
  };
}

/** A node that calls a task by its name. */
export function taskNode(id: string, name: string, parts?: NodeParts): idl.Node {
  const value = identifier(idl.ResourceType.TASK, name);
  return node(
    id,
    { $case: "taskNode", value: { reference: { $case: "referenceId", value }, overrides: undefined } },
    parts,
  );
}

export function subWorkflowNode(id: string, name: string, parts?: NodeParts): idl.Node {
  const value = identifier(idl.ResourceType.WORKFLOW, name);
  return node(id, { $case: "workflowNode", value: { reference: { $case: "subWorkflowRef", value } } }, parts);
}

export function launchPlanNode(id: string, name: string, parts?: NodeParts): idl.Node {
  const value = identifier(idl.ResourceType.LAUNCH_PLAN, name);
  return node(id, { $case: "workflowNode", value: { reference: { $case: "launchplanRef", value } } }, parts);
}

export function arrayNode(id: string, item: idl.Node | undefined, parts?: NodeParts): idl.Node {
  return node(id, { $case: "arrayNode", value: { ...idl.ArrayNode.create(), node: item } }, parts);
}

export function gateNode(id: string, condition: idl.GateNode["condition"], parts?: NodeParts): idl.Node {
  return node(id, { $case: "gateNode", value: { condition } }, parts);
}

export function approval(id: string, parts?: NodeParts): idl.Node {
  return gateNode(id, { $case: "approve", value: { signalId: id } }, parts);
}

interface BranchParts extends NodeParts {
  /** Each condition with the node that it chooses. */
  readonly cases: readonly (readonly [idl.BooleanExpression | undefined, idl.Node | undefined])[];
  readonly else?: idl.Node | string;
}

/** A conditional; a text as `else` is the message that it fails with. */
export function branchNode(id: string, { cases, else: last, ...parts }: BranchParts): idl.Node {
  const [first, ...other] = cases.map(([condition, thenNode]) => ({ condition, thenNode }));
  const ifElse: idl.IfElseBlock = { case: first, other, default: undefined };
  if (typeof last === "string")
    ifElse.default = { $case: "error", value: { message: last, failedNodeId: "" } };
  else if (last !== undefined) ifElse.default = { $case: "elseNode", value: last };
  return node(id, { $case: "branchNode", value: { ifElse } }, parts);
}

type Side = string | idl.Operand | undefined;
type Operator = keyof typeof idl.ComparisonExpression_Operator;

/** A comparison; a text is the name of an input. */
export function compare(left: Side, operator: Operator, right: Side): idl.BooleanExpression {
  const value = {
    operator: idl.ComparisonExpression_Operator[operator],
    leftValue: side(left),
    rightValue: side(right),
  };
  return { expr: { $case: "comparison", value } };
}

function side(given: Side): idl.Operand | undefined {
  return typeof given === "string" ? { val: { $case: "var", value: given } } : given;
}

/** A constant in a comparison. */
export function constant(value: idl.Primitive["value"]): idl.Operand {
  return { val: { $case: "primitive", value: { value } } };
}

export const ONE = constant({ $case: "integer", value: 1n });

export function both(
  left: idl.BooleanExpression | undefined,
  right: idl.BooleanExpression | undefined,
): idl.BooleanExpression {
  const operator = idl.ConjunctionExpression_LogicalOperator.AND;
  return {
    expr: { $case: "conjunction", value: { operator, leftExpression: left, rightExpression: right } },
  };
}

/** A promise: of an output, or with an empty node of an input of the workflow. */
export function promise(nodeId: string, name = "o0", path: (string | number)[] = []): idl.BindingData {
  const attrPath = path.map((step) => ({
    value:
      typeof step === "number"
        ? { $case: "intValue" as const, value: step }
        : { $case: "stringValue" as const, value: step },
  }));
  return data({ $case: "promise", value: { nodeId, var: name, attrPath } });
}

export function data(value: idl.BindingData["value"]): idl.BindingData {
  return { value, union: undefined };
}

export function scalar(value: idl.Scalar["value"]): idl.BindingData {
  return data({ $case: "scalar", value: { value } });
}

export function primitive(value: idl.Primitive["value"]): idl.BindingData {
  return scalar({ $case: "primitive", value: { value } });
}

export function integer(value = 1): idl.BindingData {
  return primitive({ $case: "integer", value: BigInt(value) });
}

export function text(value: string): idl.BindingData {
  return primitive({ $case: "stringValue", value });
}

export function list(...items: idl.BindingData[]): idl.BindingData {
  return data({ $case: "collection", value: { bindings: items } });
}

export function map(items: Record<string, idl.BindingData>): idl.BindingData {
  return data({ $case: "map", value: { bindings: new Map(Object.entries(items)) } });
}

/** What most tests call: `inc`, `half` of a float, `gen` without inputs, `say` a string. */
export const TASKS: readonly idl.TaskTemplate[] = [
  task("inc", { x: INTEGER }, { o0: INTEGER }),
  task("half", { x: FLOAT }, { o0: FLOAT }),
  task("gen", {}, { o0: INTEGER }),
  task("say", { s: STRING }, { o0: STRING }),
  task("flag", {}, { o0: BOOLEAN }),
];

/** A workflow with what it calls: the tasks above, and more. */
export function toCheck(
  template: idl.WorkflowTemplate,
  { tasks = [], subWorkflows = [], launchPlans = [], isRegistered }: Partial<WorkflowToCheck> = {},
): WorkflowToCheck {
  return { template, subWorkflows, tasks: [...TASKS, ...tasks], launchPlans, isRegistered };
}
