import type * as idl from "@flytekit-ts/models/core";
import { type BindingData, createCallable, interfaceOf } from "@flytekit-ts/core/graph";
import { fromLiterals, literalOf } from "@flytekit-ts/core/literals";
import { isTask, type Literals, lowerTask, type SerializationSettings } from "@flytekit-ts/core/tasks";
import type { DynamicEntity } from "../dynamic/dynamic-entity.js";
import { errors } from "../errors.js";
import { walkGraph } from "../graph/walk-graph.js";
import { lowerMap } from "../map/lower-map.js";
import { isMap, isTaskMap } from "../map/map-entity.js";
import { copyMessage } from "../messages/copy-message.js";
import { isReference } from "../reference/reference-entity.js";
import { traceOnce } from "../trace/faults.js";
import { traceBody } from "../trace/trace-body.js";
import type { Trace, WorkflowEntity } from "../trace/workflow-entity.js";
import { compile } from "./compile.js";
import type { CompiledWorkflow, CompileOptions } from "./compiled-workflow.js";

/** What one execution of a dynamic gives: a graph to run, or its outputs where it called nothing. */
export type DynamicResult =
  | { readonly kind: "graph"; readonly spec: idl.DynamicJobSpec; readonly compiled: CompiledWorkflow }
  | { readonly kind: "outputs"; readonly outputs: Literals };

/**
 * Run the body of a dynamic on the values of its inputs and compile what it wires together.
 *
 * Never kept: other inputs make another graph. Automatic ids are `dn0`, `dn1`, ...
 *
 * @throws `DYNAMIC_USES_REFERENCE_TASK`, what `compile` throws, and what the body throws.
 */
export function compileDynamic(
  dynamic: DynamicEntity,
  inputs: Literals,
  settings?: SerializationSettings,
  options?: CompileOptions,
): DynamicResult {
  const values = fromLiterals(dynamic.interface.inputs, inputs);
  const workflow = workflowOf(dynamic, values);
  const { nodes, outputs, faults } = workflow.trace();
  if (nodes.length === 0 && faults.length === 0) {
    return {
      kind: "outputs",
      outputs: new Map(outputs.map(({ var: name, binding }) => [name, toLiteral(binding)])),
    };
  }
  const compiled = compile(workflow, settings, options);
  refuseReferenceTasks(dynamic, compiled);
  return { kind: "graph", compiled, spec: toJobSpec(compiled, settings) };
}

/** The graph that a body makes, as a workflow without inputs. */
function workflowOf(dynamic: DynamicEntity, values: Record<string, unknown>): WorkflowEntity {
  const { name, definedAt, settings } = dynamic;
  const { outputs, outputStyle } = dynamic.interface;
  const declared = interfaceOf(new Map(), outputs, outputStyle);
  const inherited = {
    failurePolicy: "fail-immediately",
    interruptible: settings.interruptible ?? false,
  } as const;
  const body = (): unknown => dynamic.dynamic.body(values as never);
  const trace = (): Trace =>
    Object.freeze({ ...traceBody({ name, interface: declared, definedAt, body, inherited }), idPrefix: "d" });
  return createCallable<{}, undefined, WorkflowEntity>({
    kind: "workflow",
    // Not the dynamic's own name: its body may call the dynamic again.
    name: `${name.slice(0, 240)}.body`,
    words: name,
    interface: declared,
    definedAt,
    settings: { ...inherited, docs: undefined, defaultOptions: undefined },
    onFailure: undefined,
    source: String(dynamic.dynamic.body),
    ...traceOnce(trace),
  });
}

// The backend would need the templates of these tasks, which nobody here has. What a launch plan starts is an
// execution of its own, and may use them.
function refuseReferenceTasks({ name }: DynamicEntity, { graph, subWorkflows }: CompiledWorkflow): void {
  for (const part of [graph, ...subWorkflows.map((each) => each.graph)]) {
    for (const { node } of walkGraph(part)) {
      const target = isMap(node.entity) ? node.entity.target : node.entity;
      if (!isReference(target) || target.reference.kind !== "task") continue;
      const { location } = node.place;
      throw errors.DYNAMIC_USES_REFERENCE_TASK({ dynamic: name, task: target.name }, { location });
    }
  }
}

function toJobSpec(
  { template, subWorkflows, entities }: CompiledWorkflow,
  settings: SerializationSettings = { project: "", domain: "", version: "", image: "" },
): idl.DynamicJobSpec {
  return {
    nodes: template.nodes,
    minSuccesses: BigInt(template.nodes.length),
    outputs: template.outputs,
    tasks: entities.flatMap((each) => {
      if (isTaskMap(each)) return [copyMessage(lowerMap(each, settings))];
      return isTask(each) ? [copyMessage(lowerTask(each, settings))] : [];
    }),
    subworkflows: subWorkflows.map((each) => each.template),
  };
}

function toLiteral(data: BindingData): idl.Literal {
  switch (data.kind) {
    case "constant":
      return literalOf({ $case: "scalar", value: data.scalar });
    case "list":
      return literalOf({ $case: "collection", value: { literals: data.items.map(toLiteral) } });
    case "map": {
      const entries = [...data.entries].map(([key, item]) => [key, toLiteral(item)] as const);
      return literalOf({ $case: "map", value: { literals: new Map(entries) } });
    }
    default:
      throw errors.PROMISE_OUT_OF_PLACE({
        at: "The result",
        promise: data.target.var,
        workflow: "a dynamic",
      });
  }
}
