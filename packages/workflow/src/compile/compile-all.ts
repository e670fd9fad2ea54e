import { type FlytekitError, reportTo } from "@flytekit-ts/core/errors";
import { byCodePoint, type Entity, stamped } from "@flytekit-ts/core/graph";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";
import { checkGraph } from "../author-checks/check-graph.js";
import { inputProblems } from "../author-checks/check-inputs.js";
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

/** Entities, all entities that they use, and all their problems. */
export interface Compilation {
  /** An entity comes after the entities that it uses. */
  readonly entities: readonly Entity[];
  /** Every workflow among them, by name. */
  readonly parts: ReadonlyMap<string, CompiledWorkflow>;
  readonly problems: readonly Problem[];
  /** The faults of names and bodies, as errors. All of them are among the problems, too. */
  readonly faults: readonly FlytekitError[];
}

/**
 * Compile every workflow among the given entities and the entities that they use.
 *
 * Faults of a workflow are not thrown: all of them are among the problems.
 *
 * @throws `ENTITY_NOT_COMPILABLE`, and what bodies throw that is not an error of this SDK.
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
  // Messages refer to entities by name, so with wrong names it is unclear which entity a message means.
  const alone = misnamed.length > 0 ? [] : standAlone(roots, entities, parts);
  const ofMessages = checkCompiled(alone, entities, settings);
  // If a graph has faults, its message lacks parts. The faults are reported already.
  const broken = new Set([
    ...ofGraphs.filter(isError).map(({ workflow }) => workflow),
    ...workflows.filter((each) => graphOf(each).faults.length > 0).map(({ name }) => name),
  ]);
  const others = ofMessages.map(allow).filter(({ workflow = "" }) => !broken.has(workflow));
  const faulty = [...ofNames, ...ofGraphs, ...others];
  const unused = faults.length > 0 || faulty.some(isError) ? [] : inputProblems(workflows);
  found.push(...inOrderOfLines(withoutRepeats([...faulty, ...unused])));
  for (const each of workflows) each.forgetFaults?.();
  return { entities, parts, problems: found, faults };
}

function problemsOf(workflow: WorkflowEntity, allow: (problem: Problem) => Problem): readonly Problem[] {
  const { name } = workflow;
  // Faults of the body cannot be allowed: the graph lacks the parts that were refused.
  const ofBody = faultsOf(workflow).map((fault) => toProblem(fault, {}));
  return [...ofBody, ...checkGraph(graphOf(workflow)).map(allow)].map((each) => ({
    ...each,
    workflow: name,
  }));
}

// The faults of an arm are among those of the enclosing body.
function faultsOf(workflow: WorkflowEntity): readonly FlytekitError[] {
  return isArmWorkflow(workflow) ? [] : graphOf(workflow).faults;
}

/** Whether a problem prevents the registration. */
export function isError({ severity }: Problem): boolean {
  return severity === "error";
}

/** The only problem as an error, if it is a fault of a body or a name. It is thrown alone, without a list around it. */
export function loneFault({ problems, faults }: Compilation): FlytekitError | undefined {
  return problems.length === 1 ? faults[0] : undefined;
}

interface Around {
  readonly entities: readonly Entity[];
  /** The workflows that come before this one, and so all that it uses. */
  readonly parts: ReadonlyMap<string, CompiledWorkflow>;
  readonly settings: SerializationSettings;
  /** The problems of all workflows. Filled once they are checked. */
  readonly found: readonly Problem[];
}

function partOf(workflow: WorkflowEntity, { entities, parts, settings, found }: Around): CompiledWorkflow {
  const graph = graphOf(workflow);
  return stamped({
    workflow,
    graph,
    template: lowerWorkflow(graph, settings),
    subWorkflows: closureOf(graph, parts),
    parts,
    // Worked out on access: of many workflows that are compiled at once, most are never asked for this.
    get entities(): readonly Entity[] {
      const own = new Set(entitiesOf([workflow]).map((each) => `${each.kind} ${each.name}`));
      return entities.filter((each) => own.has(`${each.kind} ${each.name}`));
    },
    get warnings(): readonly Problem[] {
      const own = new Set<string | undefined>(this.entities.filter(isWorkflow).map(({ name }) => name));
      return found.filter(({ workflow }) => own.has(workflow));
    },
  });
}

// Used workflows are compiled first, so `parts` already has the closure of each.
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

/** The workflows that are checked on their own: all but those that are checked as part of another. */
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
