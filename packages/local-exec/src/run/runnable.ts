import { describeValue } from "@flytekit-ts/core/errors";
import { BARE_OUTPUT, createCallable, type Entity, interfaceOf, isEntity } from "@flytekit-ts/core/graph";
import { isTask, type Literals } from "@flytekit-ts/core/tasks";
import {
  type Body,
  compile,
  type CompiledWorkflow,
  graphOf,
  isLaunchPlan,
  isMap,
  isReference,
  isWorkflow,
  type Trace,
  traceBody,
  type WorkflowEntity,
} from "@flytekit-ts/workflow/compile";
import { errors } from "../errors.js";
import { mockOf, type Mocks } from "../mocks/mocks.js";
import { ALLOWED } from "../plan/allowed.js";
import type { Plan } from "../plan/plan.js";
import { planAround } from "../plan/plan-around.js";
import { planOf } from "../plan/plan-of.js";
import { recoversOf } from "../plan/recovers.js";

/** What runs for an entity: its plan, and the inputs that a launch plan fixes. */
export interface Runnable {
  readonly plan: Plan;
  readonly fixedInputs: Literals;
}

const NOTHING: Literals = new Map();

/** Assert that the first argument of a run is an entity. @throws `ENTITY_NOT_RUNNABLE` */
export function assertEntity(entity: unknown): void {
  if (!isEntity(entity)) throw errors.ENTITY_NOT_RUNNABLE({ given: describeValue(entity) });
}

/**
 * What to run for an entity: the compiled graph of a workflow, a graph of one node for a task or map, the workflow
 * of a launch plan, and the mock of a mocked entity.
 *
 * @throws `ENTITY_NOT_RUNNABLE`, `WORKFLOW_NOT_READY`, and the errors of compiling.
 */
export function runnableOf(entity: Entity, mocks: Mocks): Runnable {
  if (!isLaunchPlan(entity)) return { plan: planFor(entity, mocks), fixedInputs: NOTHING };
  const target = mockOf(entity, mocks) === undefined ? entity.workflow : entity;
  return { plan: planFor(target, mocks), fixedInputs: entity.fixedInputs };
}

function planFor(entity: Entity, mocks: Mocks): Plan {
  const mocked = mockOf(entity, mocks);
  if (mocked !== undefined)
    return planAround(entity, { kind: "task", task: mocked, recovers: recoversOf(entity) });
  if (isWorkflow(entity)) return planOf(compiledOf(entity), mocks);
  if (isTask(entity) || isMap(entity)) return planOf(compiledOf(around(entity)), mocks);
  if (isReference(entity)) return planAround(entity, { kind: "missing", entity });
  throw errors.ENTITY_NOT_RUNNABLE({ given: `the ${entity.kind} ${entity.name}` });
}

const known = new WeakMap<WorkflowEntity, CompiledWorkflow>();

/** Compile a workflow. The result is kept until the workflow, or a workflow in it, grows. */
function compiledOf(workflow: WorkflowEntity): CompiledWorkflow {
  assertReady(workflow);
  const before = known.get(workflow);
  const compiled = before !== undefined && isCurrent(before) ? before : compile(workflow, undefined, ALLOWED);
  for (const part of compiled.parts.values()) assertReady(part.workflow);
  known.set(workflow, compiled);
  return compiled;
}

function isCurrent({ parts }: CompiledWorkflow): boolean {
  return [...parts.values()].every(({ workflow, graph }) => graphOf(workflow) === graph);
}

function assertReady(workflow: WorkflowEntity): void {
  const missing = workflow.missing?.() ?? [];
  if (missing.length === 0) return;
  const { name, definedAt } = workflow;
  throw errors.WORKFLOW_NOT_READY({ workflow: name, missing }, { location: definedAt.location });
}

const wrappers = new WeakMap<Entity, WorkflowEntity>();

/** A workflow that only calls the entity. So a single task runs like any other node. */
function around(entity: Entity): WorkflowEntity {
  const before = wrappers.get(entity);
  if (before !== undefined) return before;
  const name = `${entity.name.slice(0, 250)}.run`;
  const { inputs, outputs } = entity.interface;
  const [output = BARE_OUTPUT] = outputs.keys();
  // The output of a map has the same name as the output of its target, which may be any name.
  const isRenamed = entity.interface.outputStyle === "bare" && output !== BARE_OUTPUT;
  const call = entity as unknown as (inputs: unknown) => unknown;
  const traced: Body = {
    name,
    interface: isRenamed ? interfaceOf(inputs, outputs) : entity.interface,
    definedAt: entity.definedAt,
    body: isRenamed ? (given) => ({ [output]: call(given) }) : call,
  };
  let trace: Trace | undefined;
  const workflow = createCallable<{}, undefined, WorkflowEntity>({
    kind: "workflow",
    name,
    interface: traced.interface,
    definedAt: entity.definedAt,
    settings: { failurePolicy: "fail-immediately", interruptible: false, docs: undefined },
    source: "",
    trace: () => (trace ??= traceBody(traced)),
  });
  wrappers.set(entity, workflow);
  return workflow;
}
