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
 * Flyte's arm is one node. An arm that is one call, and gives that call's outputs under their own names, is
 * that call's node; any other becomes a sub-workflow, whose inputs are the promises from around it that it
 * uses. `output` is what the one bare output of the arm has to be called.
 */
export function nodeOfArm(arm: Arm, output: string | undefined): Node {
  const [node, ...others] = arm.tracer.nodes;
  if (node !== undefined && others.length === 0 && isPlain(arm, output)) return node;
  return callOf(arm);
}

/** The name under which an arm gives its one bare output if it stays a node; absent where it cannot stay one. */
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

// The second part tells the call's own output from a promise that passes through it from around the arm.
function isWhole({ path, node }: PromiseTarget, { start }: Arm["tracer"]): boolean {
  return path.length === 0 && node.trace === start.trace && node.index >= 0;
}

// Stands where other workflows have the text of their body.
const SOURCE = "(an arm of a conditional)";

/** Whether a workflow is made of an arm: its name is then the conditional's, and not its author's choice. */
export function isArmWorkflow(entity: Entity): boolean {
  return isWorkflow(entity) && entity.source === SOURCE;
}

/** The call of the sub-workflow that an arm becomes, as the only node of a trace of its own. */
function callOf(arm: Arm): Node {
  const { place, tracer, result } = arm;
  const name = tracer.workflow;
  const advice =
    "Name the conditional with such characters: the arm, which becomes a workflow, has its name from there.";
  assertEntityName(name, "workflow that an arm of several calls becomes", advice);
  const captures = new Captures(tracer);
  const nodes = tracer.nodes.map((node) => captures.node(node));
  const outputs = [...result.outputs].map(([output, target]) =>
    captures.binding({ var: output, binding: { kind: "promise", target } }),
  );
  // What is left open in the arm is reported with the body around it.
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
