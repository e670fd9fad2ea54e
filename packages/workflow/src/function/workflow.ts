import type { Docs, NodeCallOptions, OutSpec, Promises, Shape, Bound } from "@flytekit-ts/core";
import { atCaller, attempt, coreErrors, reportTo } from "@flytekit-ts/core/errors";
import {
  type Callable,
  createCallable,
  createInterface,
  type Entity,
  isEntity,
  placeOfCaller,
  placeOfModule,
} from "@flytekit-ts/core/graph";
import { assertFunction, assertNamed, assertText, type Declared, type Exact } from "@flytekit-ts/core/tasks";
import type { FailureHandler, FitsFailure } from "../failure/failure-handler.js";
import { failureNode, type FailureNodeId } from "../failure/failure-node.js";
import { traceOnce } from "../trace/faults.js";
import { traceBody } from "../trace/trace-body.js";
import type {
  AuthoredWorkflow,
  DefaultOptions,
  FailurePolicy,
  Trace,
  WorkflowEntity,
} from "../trace/workflow-entity.js";
import { type WorkflowMembers, withMembers } from "./workflow-members.js";
import { toWorkflowSettings } from "./workflow-settings.js";

/** A workflow: a typed graph of calls, which can itself be called in the bodies of other workflows. */
export interface Workflow<I extends Shape, O>
  extends Callable<I, O, NodeCallOptions>, AuthoredWorkflow, WorkflowMembers {
  readonly kind: "workflow";
  /** The promises of the inputs, as the body has them. */
  readonly inputs: Promises<I>;
  /** The author's function; it wires nodes together and runs nothing. */
  readonly body: (inputs: Promises<I>) => Bound<O>;
}

/** A workflow's declaration. */
export interface WorkflowDeclaration<
  I extends Shape,
  O,
  H extends Entity = FailureHandler<NoInfer<I>>,
> extends Declared<I, O> {
  /**
   * A task or workflow that runs when this workflow fails. It takes every input of this one; an input `err` of
   * type `t.optional(t.error())` gets the error.
   */
  readonly onFailure?: (H & FitsFailure<NoInfer<I>, H>) | undefined;
  /** What happens to the rest of a run when a node fails; `"fail-immediately"` by default. */
  readonly failurePolicy?: FailurePolicy | undefined;
  /** Whether tasks may run on machines that can be taken away at any time, unless a task says otherwise. */
  readonly interruptible?: boolean | undefined;
  readonly docs?: Docs | undefined;
  /** Labels and annotations of the default launch plan. */
  readonly defaultOptions?: DefaultOptions | undefined;
  /** `import.meta.url` of the file that declares the workflow. Needed only if the call stack does not show the file. */
  readonly module?: string | undefined;
}

const KNOWN: ReadonlySet<string> = new Set(
  "name inputs output outputs onFailure failurePolicy interruptible docs defaultOptions module".split(" "),
);

/**
 * Declare a workflow.
 *
 * This call does not run the body. Compiling runs it once, on promises of the inputs, and each call in it becomes
 * a node.
 *
 * @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `NAME_INVALID`, `VARIABLE_NAME_INVALID`,
 * `TYPE_UNKNOWN`, `OUTPUTS_AMBIGUOUS`, `FAILURE_POLICY_UNKNOWN`, `INTERRUPTIBLE_NOT_BOOLEAN`,
 * `FUNCTION_MISSING`; compiling it throws `FAILURE_HANDLER_MISMATCH`.
 * @example
 * const twice = workflow({ name: "twice", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
 *   square({ x: square({ x }) }),
 * );
 */
export function workflow<
  const I extends Shape = {},
  const O extends OutSpec = undefined,
  R extends Bound<O> = Bound<O>,
  H extends Entity = FailureHandler<NoInfer<I>>,
>(declaration: WorkflowDeclaration<I, O, H>, body: (inputs: Promises<I>) => R & Exact<R, O>): Workflow<I, O> {
  return functionWorkflow<I, O, H>(declaration, body, { callee: workflow });
}

/** How a wrapper around `workflow` describes the workflows that it makes. */
export interface FunctionWorkflowKind {
  /** The function that the author called. The workflow is declared at the line of its caller. */
  readonly callee: (...args: never[]) => unknown;
  /** The id of the node of `onFailure`; `fn0`, as in flytekit's function workflows, by default. */
  readonly failureNodeId?: FailureNodeId | undefined;
}

/**
 * Declare a workflow in a wrapper around `workflow`. With the wrapper as `callee`, the workflow belongs to the line that
 * called the wrapper, as with `functionTask`.
 *
 * @throws what `workflow` throws, at the line that called `callee`
 */
export function functionWorkflow<const I extends Shape, const O extends OutSpec, H extends Entity>(
  declaration: WorkflowDeclaration<I, O, H>,
  body: (inputs: Promises<I>) => unknown,
  kind: FunctionWorkflowKind,
): Workflow<I, O> {
  return atCaller(kind.callee, () => {
    const entity = toEntity(declaration, body, kind);
    return createCallable<I, O, WorkflowEntity>(entity) as unknown as Workflow<I, O>;
  });
}

function toEntity<I extends Shape, O, H extends Entity>(
  declaration: WorkflowDeclaration<I, O, H>,
  body: (inputs: never) => unknown,
  { callee, failureNodeId = "fn0" }: FunctionWorkflowKind,
): WorkflowEntity & { readonly body: unknown } {
  const at = assertNamed(declaration, KNOWN, "workflow");
  const { name, module } = declaration;
  assertText(module, "module", at);
  assertFunction(body, at);
  const declared = createInterface(declaration as Declared<Shape, OutSpec>, "workflow");
  const settings = toWorkflowSettings(declaration);
  const onFailure = assertHandler(declaration.onFailure, at);
  const definedAt = module === undefined ? placeOfCaller(callee, atCaller) : placeOfModule(module);
  const guarded = { name, interface: declared, definedAt };
  const trace = (): Trace => {
    const traced = traceBody({ ...guarded, body, inherited: settings });
    if (onFailure === undefined) return traced;
    const faults = [...traced.faults];
    const at = { start: traced.start, id: failureNodeId, place: definedAt } as const;
    const made = () => failureNode(onFailure, guarded, at);
    return Object.freeze({
      ...traced,
      failureNode: attempt(made, undefined, reportTo({ faults }, definedAt)),
      faults,
    });
  };
  return withMembers({
    kind: "workflow",
    ...guarded,
    settings,
    onFailure,
    source: String(body),
    ...traceOnce(guarded, trace),
    body,
  });
}

function assertHandler(handler: Entity | undefined, at: string): Entity | undefined {
  if (handler === undefined || isEntity(handler)) return handler;
  throw coreErrors.OPTION_INVALID({
    at,
    option: "onFailure",
    wanted: "a task or a workflow",
    given: handler,
    advice: "Give what `task(...)` or `workflow(...)` returned.",
  });
}
