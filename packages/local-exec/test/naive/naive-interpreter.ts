import { isFlytekitError, isNonRecoverable } from "@flytekit-ts/core/errors";
import { executeTask, isTask, type TaskEntity, testContext } from "@flytekit-ts/core/tasks";
import type * as idl from "@flytekit-ts/models/core";
import {
  compileDynamic,
  type CompiledWorkflow,
  isDynamic,
  isLaunchPlan,
  isMap,
  lowerLaunchPlan,
} from "@flytekit-ts/workflow/compile";
import { elementsOf, listOf, literal, plainOf, type Values, valueOf } from "./naive-values.js";

/** What a run came to. */
export interface NaiveOutcome {
  readonly phase: "Succeeded" | "Failed";
  readonly outputs: Values;
  /** `succeeded`, `failed` or `skipped`, by path. Nodes that were not reached are not there. */
  readonly nodes: ReadonlyMap<string, string>;
  /** Each execution of a task: its name, its inputs as a text, and the attempt. */
  readonly tasks: readonly string[];
}

/** Whether the nodes behind a failure run where they can. */
type Patience = boolean;

const PATIENT = 1;

/**
 * Runs a compiled workflow in the simplest way: one node after another, in the order of their data, over the messages
 * alone. It shares nothing with the executor but the execution of one task's function.
 */
export async function runNaively(compiled: CompiledWorkflow, inputs: Values): Promise<NaiveOutcome> {
  const naive = new Naive();
  try {
    const outputs = await naive.run(compiled, { inputs, prefix: "", patient: isPatient(compiled) });
    return { phase: "Succeeded", outputs, ...naive };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { phase: "Failed", outputs: new Map(), ...naive };
  }
}

function isPatient({ template }: CompiledWorkflow): Patience {
  return template.metadata?.onFailure === PATIENT;
}

interface Graph {
  readonly inputs: Values;
  readonly prefix: string;
  readonly patient: Patience;
}

/** One node with what is around it. */
interface Around extends Graph {
  readonly compiled: CompiledWorkflow;
  readonly done: Map<string, Values>;
  readonly lost: Set<string>;
}

class Skipped extends Error {}
class Failed extends Error {}

// Anything else is a fault of this program.
function isFailure(error: unknown): boolean {
  return error instanceof Failed || isFlytekitError(error);
}

class Naive {
  readonly nodes = new Map<string, string>();
  readonly tasks: string[] = [];

  async run(compiled: CompiledWorkflow, graph: Graph): Promise<Values> {
    const { template } = compiled;
    try {
      return await this.#nodes(compiled, graph);
    } catch (error) {
      if (template.failureNode !== undefined) {
        const done = new Map([["", graph.inputs]]);
        await this.#node(template.failureNode, `${graph.prefix}${template.failureNode.id}`, {
          ...graph,
          compiled,
          done,
          lost: new Set(),
        });
      }
      throw error;
    }
  }

  async #nodes(compiled: CompiledWorkflow, graph: Graph): Promise<Values> {
    const { nodes, outputs } = compiled.template;
    const around: Around = { ...graph, compiled, done: new Map([["", graph.inputs]]), lost: new Set() };
    let failure: unknown;
    let waiting = [...nodes];
    while (waiting.length > 0) {
      const ready = waiting.filter(({ id }) => this.#isReady(id, nodes, around));
      if (ready.length === 0) throw new Error("a cycle");
      waiting = waiting.filter((node) => !ready.includes(node));
      for (const node of ready) {
        const path = graph.prefix + node.id;
        try {
          if (node.upstreamNodeIds.some((id) => around.lost.has(id))) throw new Skipped();
          around.done.set(node.id, aliased(node, await this.#node(node, path, around)));
        } catch (error) {
          around.lost.add(node.id);
          if (error instanceof Skipped) this.nodes.set(path, "skipped");
          else {
            failure ??= error;
            if (!graph.patient) throw error;
          }
        }
      }
    }
    if (failure !== undefined) throw failure;
    return bound(outputs, around);
  }

  // An arm of a conditional waits for nodes that the conditional itself does not wait for.
  #isReady(id: string, nodes: readonly idl.Node[], { done, lost }: Around): boolean {
    const node = nodes.find((each) => each.id === id);
    const upstream = [
      ...(node?.upstreamNodeIds ?? []),
      ...(node === undefined ? [] : armsOf(node).flatMap(needsOf)),
    ];
    return upstream.every((each) => done.has(each) || lost.has(each));
  }

  async #node(node: idl.Node, path: string, around: Around): Promise<Values> {
    try {
      const outputs = await this.#target(node, path, around, bound(node.inputs, around));
      this.nodes.set(path, "succeeded");
      return outputs;
    } catch (error) {
      if (!(error instanceof Skipped)) this.nodes.set(path, "failed");
      throw error;
    }
  }

  async #target(node: idl.Node, path: string, around: Around, inputs: Values): Promise<Values> {
    const { target } = node;
    switch (target?.$case) {
      case "branchNode":
        return this.#branch(target.value, { path, around, inputs });
      case "arrayNode":
        return this.#array(target.value, { path, around, inputs });
      case "taskNode":
        return this.#task(node, entityNamed(target.value.reference?.value.name, around), {
          path,
          around,
          inputs,
        });
      case "workflowNode": {
        const { reference } = target.value;
        const name = reference?.value.name ?? "";
        if (reference?.$case === "launchplanRef") return this.#plan(name, { path, around, inputs });
        return this.run(partOf(name, around), { inputs, prefix: `${path}/`, patient: around.patient });
      }
      default:
        throw new Error(`a node of the kind ${target?.$case}`);
    }
  }

  async #plan(name: string, { path, around, inputs }: Given): Promise<Values> {
    const plan = around.compiled.entities.find((each) => isLaunchPlan(each) && each.name === name);
    if (!isLaunchPlan(plan)) throw new Error(`no plan ${name}`);
    const { spec } = lowerLaunchPlan(plan, { project: "", domain: "", version: "", image: "" });
    const given = new Map(inputs);
    for (const [input, { behavior }] of spec?.defaultInputs?.parameters ?? [])
      if (behavior?.$case === "default" && !given.has(input)) given.set(input, behavior.value);
    for (const [input, value] of spec?.fixedInputs?.literals ?? []) given.set(input, value);
    const child = partOf(plan.workflow.name, around);
    return this.run(child, { inputs: given, prefix: `${path}>`, patient: isPatient(child) });
  }

  async #branch({ ifElse }: idl.BranchNode, { path, around, inputs }: Given): Promise<Values> {
    const blocks = ifElse?.case === undefined ? [] : [ifElse.case, ...ifElse.other];
    const last = ifElse?.default;
    const taken =
      blocks.find(({ condition }) => holds(condition, inputs))?.thenNode ??
      (last?.$case === "elseNode" ? last.value : undefined);
    if (taken === undefined) throw new Failed("no arm");
    const armPath = `${path}/${path.split(/[/>]/).at(-1)}-${taken.id}`;
    if (taken.upstreamNodeIds.some((id) => around.lost.has(id))) {
      this.nodes.set(armPath, "skipped");
      throw new Skipped();
    }
    return this.#node(taken, armPath, around);
  }

  async #array(array: idl.ArrayNode, { path, around, inputs }: Given): Promise<Values> {
    const item = array.node;
    if (item === undefined) throw new Error("a map of nothing");
    const free = [...inputs].filter(([name]) => !array.boundInputs.includes(name));
    const size = elementsOf(free[0]?.[1] ?? listOf([]))?.length ?? 0;
    const results: (Values | undefined)[] = [];
    for (let index = 0; index < size; index += 1) {
      const own = new Map(inputs);
      for (const [name, list] of free) own.set(name, elementsOf(list)?.[index] ?? list);
      const itemPath = `${path}/n${index}`;
      try {
        results.push(await this.#target(item, itemPath, around, own));
      } catch (error) {
        if (!isFailure(error)) throw error;
        results.push(undefined);
      }
    }
    const { successCriteria } = array;
    const wanted =
      successCriteria?.$case === "minSuccesses"
        ? successCriteria.value
        : successCriteria?.$case === "minSuccessRatio"
          ? Math.ceil(size * Math.fround(successCriteria.value))
          : size;
    if (results.filter((each) => each !== undefined).length < wanted) throw new Failed("too few");
    const reference = item.target?.$case === "taskNode" ? item.target.value.reference?.value.name : undefined;
    const names = [...entityNamed(reference, around).interface.outputs.keys()];
    return new Map(
      names.map((name) => [name, listOf(results.map((each) => each?.get(name) ?? none()))] as const),
    );
  }

  async #task(node: idl.Node, task: TaskEntity, { path, around, inputs }: Given): Promise<Values> {
    const { retries } = task.settings;
    // The engine takes 0 at a node for nothing said.
    const attempts = 1 + ((node.metadata?.retries?.retries ?? 0) || retries);
    for (let attempt = 0; ; attempt += 1) {
      this.tasks.push(`${task.name} ${attempt} ${textOf(inputs)}`);
      try {
        if (!isDynamic(task)) return await executeTask(task, inputs, testContext({ attempt }));
      } catch (error) {
        const { cause } = error as { readonly cause?: unknown };
        if (attempt + 1 < attempts && retries > 0 && !isNonRecoverable(cause)) continue;
        throw error;
      }
      const made = compileDynamic(task, inputs);
      if (made.kind === "outputs") return made.outputs;
      return this.run(made.compiled, { inputs: new Map(), prefix: `${path}/`, patient: around.patient });
    }
  }
}

interface Given {
  readonly path: string;
  readonly around: Around;
  readonly inputs: Values;
}

function entityNamed(name: string | undefined, { compiled }: Around): TaskEntity {
  const entity = compiled.entities.find((each) => each.name === name && (isTask(each) || isMap(each)));
  const task: unknown = isMap(entity) ? entity.target : entity;
  if (!isTask(task)) throw new Error(`no task ${name}`);
  return task;
}

function partOf(name: string, { compiled }: Around): CompiledWorkflow {
  const part = compiled.parts.get(name);
  if (part === undefined) throw new Error(`no workflow ${name}`);
  return part;
}

function bound(bindings: readonly idl.Binding[], { done }: Around): Values {
  return new Map(bindings.map(({ var: name, binding }) => [name, valueOf(binding, (id) => done.get(id))]));
}

function aliased({ outputAliases }: idl.Node, outputs: Values): Values {
  const names = new Map(outputAliases.map(({ var: name, alias }) => [name, alias]));
  return new Map([...outputs].map(([name, value]) => [names.get(name) ?? name, value]));
}

function armsOf({ target }: idl.Node): readonly idl.Node[] {
  if (target?.$case !== "branchNode") return [];
  const { ifElse } = target.value;
  const arms = [ifElse?.case?.thenNode, ...(ifElse?.other ?? []).map(({ thenNode }) => thenNode)];
  if (ifElse?.default?.$case === "elseNode") arms.push(ifElse.default.value);
  return arms.flatMap((arm) => (arm === undefined ? [] : [arm]));
}

function needsOf(arm: idl.Node): readonly string[] {
  return [...arm.upstreamNodeIds, ...armsOf(arm).flatMap(needsOf)];
}

function holds(expression: idl.BooleanExpression | undefined, inputs: Values): boolean {
  const { expr } = expression ?? {};
  if (expr?.$case === "conjunction") {
    const sides = [holds(expr.value.leftExpression, inputs), holds(expr.value.rightExpression, inputs)];
    return expr.value.operator === 0 ? sides.every(Boolean) : sides.some(Boolean);
  }
  if (expr?.$case !== "comparison") throw new Error("no condition");
  const [a, b] = [operand(expr.value.leftValue, inputs), operand(expr.value.rightValue, inputs)];
  return [a === b, a !== b, a > b, a >= b, a < b, a <= b][expr.value.operator] ?? false;
}

function operand(given: idl.Operand | undefined, inputs: Values): number {
  const { val } = given ?? {};
  if (val?.$case === "var") return Number(plainOf(inputs.get(val.value) ?? none()));
  if (val?.$case === "primitive") return Number(val.value.value?.value);
  return Number(plainOf(literal({ $case: "scalar", value: val?.value as idl.Scalar })));
}

function none(): idl.Literal {
  return literal({ $case: "scalar", value: { value: { $case: "noneType", value: {} } } });
}

function textOf(inputs: Values): string {
  return [...inputs]
    .map(([name, value]) => `${name}=${elementsOf(value)?.map(plainOf).join(",") ?? String(plainOf(value))}`)
    .toSorted()
    .join(" ");
}
