import { type FlytekitError, reportTo } from "@flytekit-ts/core/errors";
import { byCodePoint, type Entity } from "@flytekit-ts/core/graph";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";
import { checkGraph } from "../author-checks/check-graph.js";
import { checkNames } from "../author-checks/check-names.js";
import { isArmWorkflow } from "../conditional/arm-workflow.js";
import { armNodesOf, isBranch } from "../conditional/branch-entity.js";
import { type Graph, graphOf } from "../graph/graph.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import { lowerWorkflow } from "../lower/lower-workflow.js";
import { inOrderOfLines } from "../problem/in-order-of-lines.js";
import { type Problem, toProblem } from "../problem/problem.js";
import { withoutRepeats } from "../problem/without-repeats.js";
import { isWorkflow, type WorkflowEntity } from "../trace/workflow-entity.js";
import { allowing } from "./allowing.js";
import { checkCompiled } from "./check-compiled.js";
import type { CompiledWorkflow, CompileOptions } from "./compiled-workflow.js";
import { entitiesOf } from "./entities.js";
import { assertSettingTexts } from "./settings.js";

/** Entities, all they use, and everything that is wrong with them. */
export interface Compilation {
  /** What is used comes before what uses it. */
  readonly entities: readonly Entity[];
  /** Every workflow among them, by name. */
  readonly parts: ReadonlyMap<string, CompiledWorkflow>;
  readonly problems: readonly Problem[];
  /** What names and bodies were refused for, as errors; all of it is among the problems, too. */
  readonly faults: readonly FlytekitError[];
}

/**
 * Compile every workflow that entities are or use.
 *
 * Nothing is thrown for what is wrong with a workflow: all of it is among the problems.
 *
 * @throws `ENTITY_NOT_COMPILABLE`, and what bodies throw that is not ours.
 */
export function compileAll(
  roots: readonly Entity[],
  settings: SerializationSettings,
  options: CompileOptions,
): Compilation {
  assertSettingTexts(settings);
  const allow = allowing(options);
  const misnamed: FlytekitError[] = [];
  const report = reportTo({ faults: misnamed });
  const entities = checkNames(entitiesOf(roots, report), settings, report);
  const workflows = entities.filter(isWorkflow);
  const faults = [...misnamed, ...workflows.flatMap(faultsOf)];
  const ofNames = misnamed.map((fault) => toProblem(fault, {}));
  const ofGraphs = workflows.flatMap((each) => problemsOf(each, allow));
  const parts = new Map<string, CompiledWorkflow>();
  const found: Problem[] = [];
  for (const each of workflows) parts.set(each.name, partOf(each, { entities, parts, settings, found }));
  // Messages go by names, so where these are wrong there is no telling what a message is about.
  const alone = misnamed.length > 0 ? [] : standAlone(roots, entities, parts);
  const ofMessages = checkCompiled(alone, entities, settings);
  // What a message lacks because its graph is broken was told already.
  const broken = new Set([
    ...ofGraphs.filter(isError).map(({ workflow }) => workflow),
    ...workflows.filter((each) => graphOf(each).faults.length > 0).map(({ name }) => name),
  ]);
  const others = ofMessages.map(allow).filter(({ workflow = "" }) => !broken.has(workflow));
  found.push(...inOrderOfLines(withoutRepeats([...ofNames, ...ofGraphs, ...others])));
  for (const each of workflows) each.forgetFaults?.();
  return { entities, parts, problems: found, faults };
}

function problemsOf(workflow: WorkflowEntity, allow: (problem: Problem) => Problem): readonly Problem[] {
  const { name } = workflow;
  // A graph that lacks what was refused cannot be allowed.
  const ofBody = faultsOf(workflow).map((fault) => toProblem(fault, {}));
  return [...ofBody, ...checkGraph(graphOf(workflow)).map(allow)].map((each) => ({
    ...each,
    workflow: name,
  }));
}

// The faults of an arm are among those of the body that it stands in.
function faultsOf(workflow: WorkflowEntity): readonly FlytekitError[] {
  return isArmWorkflow(workflow) ? [] : graphOf(workflow).faults;
}

/** Whether a problem keeps what it is about from being registered. */
export function isError({ severity }: Problem): boolean {
  return severity === "error";
}

/** The one thing that is wrong, if it is the fault of a call or a name: it needs no list around it. */
export function loneFault({ problems, faults }: Compilation): FlytekitError | undefined {
  return problems.length === 1 ? faults[0] : undefined;
}

interface Around {
  readonly entities: readonly Entity[];
  /** What comes before the workflow, and so everything it uses. */
  readonly parts: ReadonlyMap<string, CompiledWorkflow>;
  readonly settings: SerializationSettings;
  /** Of all of them, once they are checked. */
  readonly found: readonly Problem[];
}

function partOf(workflow: WorkflowEntity, { entities, parts, settings, found }: Around): CompiledWorkflow {
  const graph = graphOf(workflow);
  return {
    workflow,
    graph,
    template: lowerWorkflow(graph, settings),
    subWorkflows: closureOf(graph, parts),
    parts,
    // Looked up when asked for: who compiles many workflows at once asks few of them.
    get entities() {
      const own = new Set(entitiesOf([workflow]).map((each) => `${each.kind} ${each.name}`));
      return entities.filter((each) => own.has(`${each.kind} ${each.name}`));
    },
    get warnings() {
      const own = new Set<string | undefined>(this.entities.filter(isWorkflow).map(({ name }) => name));
      return found.filter(({ workflow }) => own.has(workflow));
    },
  };
}

// What is used comes before what uses it, so the closures of the parts are known already.
function closureOf(graph: Graph, parts: ReadonlyMap<string, CompiledWorkflow>): CompiledWorkflow[] {
  const closure = new Set<CompiledWorkflow>();
  for (const { name } of insideOf(graph)) {
    const part = parts.get(name);
    if (part === undefined) continue;
    closure.add(part);
    for (const inner of part.subWorkflows) closure.add(inner);
  }
  return [...closure].toSorted((a, b) => byCodePoint(a.workflow.name, b.workflow.name));
}

/** The workflows that are called in a graph: by its nodes, by the arms of its branches, by its failure node. */
function insideOf({ nodes, failureNode }: Graph): readonly Entity[] {
  const inside = (entity: Entity): readonly Entity[] => {
    if (isBranch(entity)) return armNodesOf(entity).flatMap((node) => inside(node.entity));
    return isWorkflow(entity) ? [entity] : [];
  };
  const all = failureNode === undefined ? nodes : [...nodes, failureNode.node];
  return all.flatMap(({ entity }) => inside(entity));
}

/** The workflows that are checked for themselves: all but those that are checked as part of another. */
function standAlone(
  roots: readonly Entity[],
  entities: readonly Entity[],
  parts: ReadonlyMap<string, CompiledWorkflow>,
): readonly CompiledWorkflow[] {
  const started = [
    ...roots.filter(isWorkflow),
    ...entities.filter(isLaunchPlan).map(({ workflow }) => workflow),
    ...entities.filter(isWorkflow),
  ];
  const covered = new Set<CompiledWorkflow>();
  const alone = new Set<CompiledWorkflow>();
  for (const { name } of started) {
    const part = parts.get(name);
    if (part === undefined || covered.has(part)) continue;
    alone.add(part);
    for (const each of [part, ...part.subWorkflows]) covered.add(each);
  }
  return [...alone];
}
