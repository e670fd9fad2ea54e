import type * as idl from "@flytekit-ts/models/core";
import { type BindingData, createCallable, interfaceOf, runAuthor } from "@flytekit-ts/core/graph";
import { fromLiterals, literalOf } from "@flytekit-ts/core/literals";
import { isTask, type Literals, lowerTask, type SerializationSettings } from "@flytekit-ts/core/tasks";
import type { DynamicEntity } from "../dynamic/dynamic-entity.js";
import * as errors from "../errors.js";
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

/** The result of one execution of a dynamic: a graph to run, or the outputs if the body called nothing. */
export type DynamicResult =
  | { readonly kind: "graph"; readonly spec: idl.DynamicJobSpec; readonly compiled: CompiledWorkflow }
  | { readonly kind: "outputs"; readonly outputs: Literals };

/**
 * Run the body of a dynamic on the values of its inputs and compile the nodes that it makes.
 *
 * The result is not cached, since other inputs make another graph. Automatic ids are `dn0`, `dn1`, ...
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
      outputs: new Map(outputs.map(({ var: name, binding }) => [name, toLiteral(binding, dynamic)])),
    };
  }
  const compiled = compile(workflow, settings, options);
  refuseReferenceTasks(dynamic, compiled);
  return { kind: "graph", compiled, spec: toJobSpec(compiled, settings) };
}

/** A workflow without inputs, whose body is the body of the dynamic with these values. */
function workflowOf(dynamic: DynamicEntity, values: Record<string, unknown>): WorkflowEntity {
  const { name, definedAt, settings } = dynamic;
  const { outputs, outputStyle } = dynamic.interface;
  const declared = interfaceOf(new Map(), outputs, outputStyle);
  const inherited = {
    failurePolicy: "fail-immediately",
    interruptible: settings.interruptible ?? false,
  } as const;
  const body = (): unknown => runAuthor(definedAt, dynamic.dynamic.body, values as never);
  const trace = (): Trace =>
    Object.freeze({ ...traceBody({ name, interface: declared, definedAt, body, inherited }), idPrefix: "d" });
  return createCallable<{}, undefined, WorkflowEntity>({
    kind: "workflow",
    // Not the name of the dynamic, since its body may call the dynamic again.
    name: `${name.slice(0, 240)}.body`,
    words: name,
    interface: declared,
    definedAt,
    settings: { ...inherited, docs: undefined, defaultOptions: undefined },
    onFailure: undefined,
    source: String(dynamic.dynamic.body),
    ...traceOnce(dynamic, trace),
  });
}

// The backend would need the templates of these tasks, and they are not known here. A launch plan starts a separate
// execution, which may use reference tasks.
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

function toLiteral(data: BindingData, dynamic: DynamicEntity): idl.Literal {
  switch (data.kind) {
    case "constant":
      return literalOf({ $case: "scalar", value: data.scalar });
    case "list":
      return literalOf({
        $case: "collection",
        value: { literals: data.items.map((item) => toLiteral(item, dynamic)) },
      });
    case "map": {
      const entries = [...data.entries].map(([key, item]) => [key, toLiteral(item, dynamic)] as const);
      return literalOf({ $case: "map", value: { literals: new Map(entries) } });
    }
    default:
      throw errors.PROMISE_OUT_OF_PLACE({
        at: "The result",
        promise: data.target.var,
        workflow: dynamic.name,
      });
  }
}
