import {
  addNode,
  BARE_OUTPUT,
  assertEntityName,
  createCallable,
  createTracer,
  type Entity,
  interfaceOf,
  type Node,
  type PromiseTarget,
} from "@flytekit-ts/core/graph";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { toTrace } from "../trace/trace-body.js";
import { isWorkflow, type Trace, type WorkflowEntity } from "../trace/workflow-entity.js";
import type { Arm } from "./arm.js";
import { Captures } from "./capture.js";

/**
 * The node of an arm.
 *
 * In Flyte an arm is one node. If an arm is one call and returns that call's outputs under their own names, its node
 * is the node of the call. Any other arm becomes a sub-workflow; the outer promises that it uses become the inputs.
 * `output` is the name that the bare output of the arm must have.
 */
export function nodeOfArm(arm: Arm, output: string | undefined): Node {
  const [node, ...others] = arm.tracer.nodes;
  if (node !== undefined && others.length === 0 && isPlain(arm, output)) return node;
  return callOf(arm);
}

/** The name of the bare output of an arm that stays a plain node; `undefined` if the arm must become a workflow. */
export function plainOutputOf({ result, tracer }: Arm): string | undefined {
  const target = result.style === "bare" ? result.outputs.get(BARE_OUTPUT) : undefined;
  return target !== undefined && tracer.nodes.length === 1 && isWhole(target, tracer)
    ? target.var
    : undefined;
}

function isPlain(arm: Arm, output: string | undefined): boolean {
  const { result, tracer } = arm;
  if (result.style === "bare") return plainOutputOf(arm) === output;
  return [...result.outputs].every(([name, target]) => target.var === name && isWhole(target, tracer));
}

// The second part tells an output of the arm's own call from a promise that comes from outside the arm.
function isWhole({ path, node }: PromiseTarget, { start }: Arm["tracer"]): boolean {
  return path.length === 0 && node.trace === start.trace && node.index >= 0;
}

// Used as `source`, which in other workflows is the text of their body.
const SOURCE = "(an arm of a conditional)";

/** Whether a workflow was made of an arm. Its name then comes from the conditional: no author chose it. */
export function isArmWorkflow(entity: Entity): boolean {
  return isWorkflow(entity) && entity.source === SOURCE;
}

/** The call of the sub-workflow that an arm becomes, as the only node of a separate trace. */
function callOf(arm: Arm): Node {
  const { place, tracer, result } = arm;
  const name = tracer.workflow;
  const advice =
    "Use only these characters in the name of the conditional: the arm becomes a workflow whose name contains it.";
  assertEntityName(name, "workflow that an arm of several calls becomes", advice);
  const captures = new Captures(tracer);
  const nodes = tracer.nodes.map((node) => captures.node(node));
  const outputs = [...result.outputs].map(([output, target]) =>
    captures.binding({ var: output, binding: { kind: "promise", target } }),
  );
  // The outer body reports the open conditionals and unused conditions of its arms, so they are dropped here.
  const trace = toTrace({ ...tracer, nodes, conditions: new Set(), openConditionals: new Set() }, outputs);
  const types = new Map(
    [...result.outputs].map(([output, target]): [string, RuntimeType] => [
      output,
      { transformer: target.type },
    ]),
  );
  const declared = interfaceOf(captures.types, types, result.style);
  const entity = armWorkflow({ ...arm, name }, declared, trace);
  const outer = tracer.outer === undefined ? {} : { outer: tracer.outer };
  const node = addNode(createTracer(name, outer), entity, { args: captures.args, options: undefined, place });
  return Object.freeze({ ...node, after: captures.after });
}

function armWorkflow(
  { name, place, tracer }: Arm,
  declared: WorkflowEntity["interface"],
  trace: Trace,
): WorkflowEntity {
  return createCallable<{}, undefined, WorkflowEntity>({
    kind: "workflow",
    name,
    interface: declared,
    definedAt: place,
    settings: { ...tracer.inherited, docs: undefined, defaultOptions: undefined },
    onFailure: undefined,
    source: SOURCE,
    trace: () => trace,
  });
}
