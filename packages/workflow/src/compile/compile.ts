import type * as idl from "@flytekit-ts/models/core";
import {
  assertOptions,
  byCodePoint,
  coreErrors,
  describeValue,
  type Entity,
  type SerializationSettings,
} from "@flytekit-ts/core/plugin";
import { checkGraph } from "../check/check-graph.js";
import { checkNames } from "../check/check-names.js";
import type { Problem } from "../check/problem.js";
import { armNodesOf, isBranch } from "../conditional/branch-entity.js";
import { errors } from "../errors.js";
import { isWorkflow, type WorkflowEntity } from "../function/workflow-entity.js";
import { assertSettingTexts } from "../serialize/settings.js";
import { entitiesOf } from "./entities.js";
import { type Graph, graphOf } from "./graph.js";
import { lowerWorkflow } from "./lower-workflow.js";

/** A workflow that holds together, and all it uses. */
export interface CompiledWorkflow {
  readonly workflow: WorkflowEntity;
  readonly graph: Graph;
  /** The message the backend registers; ids are empty where no settings were given. */
  readonly template: idl.WorkflowTemplate;
  /** Every workflow that runs inside it, at any depth, each once, by name. */
  readonly subWorkflows: readonly CompiledWorkflow[];
  /** Every workflow used, those that only launch plans start too, by name. */
  readonly parts: ReadonlyMap<string, CompiledWorkflow>;
  /** Every entity used, this workflow last: the order of registration. */
  readonly entities: readonly Entity[];
  /** What its authors should know, of every workflow used. */
  readonly warnings: readonly Problem[];
}

/** What a compilation lets pass. */
export interface CompileOptions {
  /** Codes of problems that are taken for warnings, such as `MAP_TARGET_NEEDS_NEWER_BACKEND`. */
  readonly allow?: readonly string[] | undefined;
}

const NOWHERE: SerializationSettings = { project: "", domain: "", version: "", image: "" };

/**
 * Compile a workflow to the message the backend registers.
 *
 * Four passes, one file each: trace the body, give the nodes ids, check the graph, lower it. The body runs
 * once in the life of a workflow; equal settings give equal messages.
 *
 * @throws `WORKFLOW_INVALID`, listing every problem found rather than only the first; `WORKFLOW_RECURSIVE`,
 * `NAME_TWICE`, `FAILURE_HANDLER_MISMATCH`, `ENTITY_NOT_COMPILABLE`, `SETTINGS_INVALID`, and what the body throws.
 */
export function compile(
  workflow: WorkflowEntity,
  settings: SerializationSettings = NOWHERE,
  options: CompileOptions = {},
): CompiledWorkflow {
  if (!isWorkflow(workflow)) throw notWorkflow(workflow);
  assertSettingTexts(settings);
  const allow = allowedBy(options);
  const entities = checkNames(entitiesOf([workflow]), settings);
  const check = (each: WorkflowEntity): readonly Problem[] =>
    checkGraph(graphOf(each)).map((problem) => {
      return allow.includes(problem.code) ? { ...problem, severity: "warning" as const } : problem;
    });
  const problems = new Map(entities.filter(isWorkflow).map((each) => [each, check(each)]));
  assertCompilable(workflow, [...problems.values()].flat());
  const parts = new Map<string, CompiledWorkflow>();
  for (const [each, warnings] of problems) {
    const graph = graphOf(each);
    const subWorkflows = closureOf(graph, parts);
    parts.set(each.name, {
      workflow: each,
      graph,
      template: lowerWorkflow(graph, settings),
      subWorkflows,
      parts,
      entities: partOf(entities, each),
      warnings: [...subWorkflows.flatMap((part) => problems.get(part.workflow) ?? []), ...warnings],
    });
  }
  return parts.get(workflow.name) as CompiledWorkflow;
}

function allowedBy(options: CompileOptions): readonly unknown[] {
  const at = "a compilation";
  assertOptions(options, new Set(["allow"]), at);
  const { allow = [] } = options;
  if (Array.isArray(allow)) return allow;
  throw coreErrors.OPTION_INVALID({ at, option: "allow", wanted: "a list of codes", given: allow });
}

function assertCompilable({ name }: WorkflowEntity, problems: readonly Problem[]): void {
  const broken = problems.some(({ severity }) => severity === "error");
  if (broken) throw errors.WORKFLOW_INVALID({ workflow: name, problems });
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

function partOf(entities: readonly Entity[], workflow: WorkflowEntity): readonly Entity[] {
  const own = new Set(entitiesOf([workflow]).map((each) => `${each.kind} ${each.name}`));
  return entities.filter((each) => own.has(`${each.kind} ${each.name}`));
}

function notWorkflow(given: unknown): Error {
  return errors.ENTITY_NOT_COMPILABLE({ wanted: "workflows", given: describeValue(given) });
}
