import type * as idl from "@flytekit-ts/models/core";
import {
  Binding,
  Identifier,
  LiteralType,
  Node,
  ResourceType,
  type TaskTemplate,
  type WorkflowTemplate,
} from "@flytekit-ts/models/core";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import { primitiveLiteral, scalarLiteral } from "../../src/values/literals.js";
import type { Registered } from "../../src/registry/registry.js";

/** An integer as a literal. */
export function int(value: number): idl.Literal {
  return primitiveLiteral({ $case: "integer", value: BigInt(value) });
}

export const INT = LiteralType.create({ type: { $case: "simple", value: 1 } });
export const INTS = LiteralType.create({ type: { $case: "collectionType", value: INT } });

type Types = Readonly<Record<string, idl.LiteralType>>;

function id(resourceType: idl.ResourceType, name: string): idl.Identifier {
  return Identifier.create({ resourceType, project: "proj", domain: "development", name, version: "v1" });
}

function interfaceOf(inputs: Types = {}, outputs: Types = {}): idl.TypedInterface {
  const variables = (types: Types) => ({
    variables: new Map(
      Object.entries(types).map(([name, type]) => [
        name,
        { type, description: "", artifactPartialId: undefined, artifactTag: undefined },
      ]),
    ),
  });
  return { inputs: variables(inputs), outputs: variables(outputs) };
}

type TaskParts = Parameters<typeof TaskTemplate.create>[0] & { readonly in?: Types; readonly out?: Types };

const ARGS = [
  "--inputs",
  "{{.input}}",
  "--output-prefix",
  "{{.outputPrefix}}",
  "--prev",
  "{{.prevCheckpointPrefix}}",
];

/** A task whose command names its files. */
export function task(
  name: string,
  { in: inputs = { x: INT }, out = { o0: INT }, ...more }: TaskParts = {},
): Registered {
  const target = { $case: "container" as const, value: { image: "image", args: [name, ...ARGS] } };
  const template = {
    id: id(ResourceType.TASK, name),
    type: "python-task",
    target,
    interface: interfaceOf(inputs, out),
    ...more,
  };
  return { kind: "task", spec: TaskSpec.create({ template }) };
}

/** A value for an input: a number, an input of the workflow (`.x`), an output of a node (`n0.o0`). */
export type Given = number | string;

export function bindings(given: Readonly<Record<string, Given>>): idl.Binding[] {
  return Object.entries(given).map(([name, value]) => {
    if (typeof value === "number") {
      const scalar = scalarLiteral({
        $case: "primitive",
        value: { value: { $case: "integer", value: BigInt(value) } },
      });
      return Binding.create({ var: name, binding: { value: scalar.value as never } });
    }
    const [nodeId = "", output = ""] = value.split(".");
    return Binding.create({
      var: name,
      binding: { value: { $case: "promise", value: { nodeId, var: output } } },
    });
  });
}

type NodeParts = Parameters<typeof Node.create>[0];

/** A node that calls a task. */
export function call(
  nodeId: string,
  name: string,
  given: Readonly<Record<string, Given>>,
  more: NodeParts = {},
): idl.Node {
  const reference = { $case: "referenceId" as const, value: id(ResourceType.TASK, name) };
  return Node.create({
    id: nodeId,
    inputs: bindings(given),
    target: { $case: "taskNode", value: { reference } },
    ...more,
  });
}

/** A node that starts a launch plan. */
export function start(nodeId: string, name: string, given: Readonly<Record<string, Given>>): idl.Node {
  const reference = { $case: "launchplanRef" as const, value: id(ResourceType.LAUNCH_PLAN, name) };
  return Node.create({
    id: nodeId,
    inputs: bindings(given),
    target: { $case: "workflowNode", value: { reference } },
  });
}

/** A workflow from `x` to what is given as its outputs. */
export function workflow(
  name: string,
  nodes: readonly idl.Node[],
  outputs: Readonly<Record<string, Given>> = {},
  more: Parameters<typeof WorkflowTemplate.create>[0] = {},
): Registered {
  const types = Object.fromEntries(Object.keys(outputs).map((each) => [each, INT]));
  const template = {
    id: id(ResourceType.WORKFLOW, name),
    interface: interfaceOf({ x: INT }, types),
    nodes: [...nodes],
    outputs: bindings(outputs),
    ...more,
  };
  return { kind: "workflow", spec: WorkflowSpec.create({ template }) };
}

/** A launch plan of a workflow. */
export function plan(
  name: string,
  of: string,
  more: Parameters<typeof LaunchPlan.create>[0] = {},
): Registered {
  const spec = { workflowId: id(ResourceType.WORKFLOW, of), ...more.spec };
  return { kind: "plan", plan: LaunchPlan.create({ id: id(ResourceType.LAUNCH_PLAN, name), spec }) };
}
