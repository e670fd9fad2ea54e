import type { CallOptions, Docs, Shape, TypeLike } from "@flytekit-ts/core";
import { atCaller, coreErrors, describeValue, locate } from "@flytekit-ts/core/errors";
import {
  addNode,
  assertVariableName,
  createCallable,
  createInterface,
  createPromise,
  type Entity,
  isEntity,
  isPromise,
  type Node,
  placeOfCaller,
  placeOfDeclaration,
  resultOf,
  stamped,
  targetOf,
} from "@flytekit-ts/core/graph";
import { assertNamed } from "@flytekit-ts/core/tasks";
import { type RuntimeType, resolveType } from "@flytekit-ts/core/types";
import { openConditional } from "../conditional/conditional.js";
import * as errors from "../errors.js";
import { failureNode, handlerMismatch } from "../failure/failure-node.js";
import { withMembers } from "../function/workflow-members.js";
import { toWorkflowSettings } from "../function/workflow-settings.js";
import { bindOutput } from "../trace/trace-body.js";
import type { DefaultOptions, FailurePolicy, WorkflowEntity } from "../trace/workflow-entity.js";
import { ImperativeState } from "./imperative-state.js";
import type { ImperativeWorkflow } from "./imperative-types.js";

/** The declaration of an imperative workflow; inputs and outputs may also be added later. */
export interface ImperativeDeclaration<I, O> {
  readonly name: string;
  readonly inputs?: I;
  readonly outputs?: O;
  readonly failurePolicy?: FailurePolicy | undefined;
  readonly interruptible?: boolean | undefined;
  readonly docs?: Docs | undefined;
  readonly defaultOptions?: DefaultOptions | undefined;
}

const KNOWN = new Set("name inputs outputs failurePolicy interruptible docs defaultOptions".split(" "));

/**
 * Declare a workflow that is put together node by node: for programs that make workflows from data.
 *
 * @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `NAME_INVALID`, `VARIABLE_NAME_INVALID`,
 * `TYPE_UNKNOWN`, `FAILURE_POLICY_UNKNOWN`, `INTERRUPTIBLE_NOT_BOOLEAN`; compiling it throws `OUTPUT_MISSING`.
 * @example
 * const wf = imperativeWorkflow({ name: "greeting", inputs: { who: t.string() }, outputs: { text: t.string() } });
 * const greeted = wf.addEntity(greet, { who: wf.inputs.who });
 * wf.addWorkflowOutput("text", greeted.outputs.o0);
 */
export function imperativeWorkflow<const I extends Shape = {}, const O extends Shape = {}>(
  declaration: ImperativeDeclaration<I, O>,
): ImperativeWorkflow<I, O> {
  return atCaller(imperativeWorkflow, () => {
    assertNamed(declaration, KNOWN, "imperative workflow");
    const { name } = declaration;
    const declared = createInterface(declaration, "workflow");
    const settings = toWorkflowSettings(declaration);
    const definedAt = placeOfDeclaration(imperativeWorkflow, atCaller);
    const state = new ImperativeState({ name, interface: declared, definedAt, inherited: settings });
    const entity: WorkflowEntity = {
      kind: "workflow",
      name,
      get interface() {
        return state.interface;
      },
      definedAt,
      settings,
      get onFailure() {
        return state.failureNode?.node.entity;
      },
      source: "(imperative)",
      trace: () => state.trace(),
      ready: () => state.missing().length === 0,
      missing: () => state.missing(),
    };
    const whole = Object.assign(withSoFar(withMembers(entity), state), methodsOf(state, entity));
    return createCallable<I, O, typeof whole>(whole) as unknown as ImperativeWorkflow<I, O>;
  });
}

// These members can be read before all outputs have a value. Reading them through a trace would then throw.
function withSoFar<E extends WorkflowEntity>(entity: E, state: ImperativeState): E {
  const soFar = {
    inputs: () => inputsOf(state),
    nodes: () => state.soFar.nodes,
    outputBindings: () => state.soFar.outputs,
    failureNode: () => state.failureNode?.node,
  };
  for (const [name, get] of Object.entries(soFar))
    Object.defineProperty(entity, name, { get, enumerable: true });
  return entity;
}

function inputsOf({ interface: { inputs }, tracer }: ImperativeState): Readonly<Record<string, unknown>> {
  const promises = [...inputs].map(([name, type]) => [name, promiseOf(tracer, name, type)] as const);
  return Object.freeze(Object.fromEntries(promises));
}

function promiseOf(
  { start }: ImperativeState["tracer"],
  name: string,
  { transformer }: RuntimeType,
): unknown {
  return createPromise({ node: start, var: name, path: [], type: transformer });
}

function methodsOf(state: ImperativeState, entity: WorkflowEntity): object {
  const { name, tracer } = state;

  function addEntity(added: Entity, args: unknown, options?: CallOptions): unknown {
    const place = placeOfCaller(addEntity);
    try {
      if (!isEntity(added)) throw notEntity(added, "addEntity");
      return addedNode(addNode(tracer, added, { args, options, place }));
    } catch (error) {
      throw locate(error, place);
    }
  }

  function addWorkflowInput(input: string, type: TypeLike): unknown {
    return atCaller(addWorkflowInput, () => {
      const where = `inputs of workflow ${name}`;
      assertVariableName(input, where);
      const runtime = resolveType(type, `${input} in ${where}`);
      state.addInput(input, runtime);
      return promiseOf(tracer, input, runtime);
    });
  }

  function addWorkflowOutput(output: string, value: unknown, type?: TypeLike): void {
    return atCaller(addWorkflowOutput, () => {
      assertVariableName(output, `outputs of workflow ${name}`);
      const given = type === undefined ? undefined : resolveType(type, `output ${output} of ${name}`);
      const known = state.outputType(output) ?? given ?? typeOf(value);
      if (known === undefined)
        throw errors.OUTPUT_TYPE_MISSING({ workflow: name, output, given: describeValue(value) });
      state.addOutput(bindOutput(value, known, { workflow: name, output }), known);
    });
  }

  function addOnFailureHandler(handler: Entity): unknown {
    return atCaller(addOnFailureHandler, () => {
      if (!isEntity(handler)) throw notEntity(handler, "addOnFailureHandler");
      const place = placeOfCaller(addOnFailureHandler, atCaller);
      if (state.failureNode !== undefined) {
        const problems = [
          `the workflow already has a failure handler, ${describeValue(state.failureNode.node.entity)}`,
        ];
        const advice = "A workflow has one failure handler: let one task or workflow do both jobs.";
        throw handlerMismatch(handler, { workflow: name, problems, place, advice });
      }
      state.failureNode = failureNode(handler, entity, { start: tracer.start, id: "efn", place });
      return addedNode(state.failureNode.node);
    });
  }

  function createConditional(conditional: string, options?: CallOptions): unknown {
    const place = placeOfCaller(createConditional);
    return openConditional({ name: conditional, place, options, outer: tracer });
  }

  const adders = { addEntity, addTask: addEntity, addSubWorkflow: addEntity, addLaunchPlan: addEntity };
  return { ...adders, addWorkflowInput, addWorkflowOutput, addOnFailureHandler, createConditional };
}

/** What the author gets for a node: its outputs by name, and the key by which `after` accepts the node itself. */
function addedNode({ entity, key }: Node): object {
  const { outputs } = entity.interface;
  const named = { ...entity, interface: { ...entity.interface, outputStyle: "named" as const } };
  return Object.freeze(
    stamped({
      "~void": true,
      "~node": key,
      outputs: outputs.size === 0 ? Object.freeze({}) : resultOf(named, key),
    }),
  );
}

function typeOf(value: unknown): RuntimeType | undefined {
  return isPromise(value) ? { transformer: targetOf(value).type } : undefined;
}

function notEntity(given: unknown, method: string): Error {
  return coreErrors.OPTION_INVALID({
    at: method,
    option: "entity",
    wanted: "an entity, such as a task",
    given,
    advice: "Give what `task(...)`, `workflow(...)` or `launchPlan(...)` returned.",
  });
}
