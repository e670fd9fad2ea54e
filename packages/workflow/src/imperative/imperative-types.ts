import type {
  Bindable,
  Callable,
  CallArguments,
  Entity,
  FlytePromise,
  Growing,
  In,
  Kind,
  NodeCallOptions,
  Out,
  OutSpec,
  Ref,
  Shape,
  TypeLike,
  VoidPromise,
} from "@flytekit-ts/core";
import type { Conditional } from "../conditional/arms.js";
import type { FitsAnyFailure, FitsFailure } from "../failure/failure-handler.js";
import type { WorkflowMembers } from "../function/workflow-members.js";
import type { AuthoredWorkflow } from "../trace/workflow-entity.js";

/** A node that was added: its outputs by name (`o0` for a bare one). It can be passed to `after`. */
export interface AddedNode<O> extends VoidPromise {
  readonly outputs: O extends TypeLike
    ? { readonly o0: FlytePromise<Out<O>, Kind<O>> }
    : O extends Shape
      ? { readonly [P in keyof O]: FlytePromise<Out<O[P]>, Kind<O[P]>> }
      : {};
}

type Add<K> = <J extends Shape, P>(entity: Callable<J, P> & K, ...args: CallArguments<J>) => AddedNode<P>;

type Referring<K> = { readonly kind: "reference"; readonly reference: { readonly kind: K } };
type AnyTask = { readonly kind: "task" | "map" } | Referring<"task">;
type AnyLaunchPlan = { readonly kind: "launch-plan" } | Referring<"launch-plan">;

/** Gives an output that was declared up front its value, of the declared type, or adds one of the type that is given. */
interface AddDeclaredOutput<O extends Shape> {
  <N extends keyof O & string>(name: N, value: Bindable<In<O[N]>, Kind<O[N]>>): void;
  <X extends TypeLike>(name: string, value: Bindable<In<X>, Kind<X>>, type: X): void;
}

/** Adds an output that was not declared. It has the type of its promise; a list or map of promises needs a type. */
interface AddNewOutput {
  <X extends TypeLike>(name: string, value: Bindable<In<X>, Kind<X>>, type: X): void;
  (name: string, promise: Ref<unknown>): void;
}

/**
 * A workflow that is put together by method calls instead of a body.
 *
 * Inputs and outputs that are declared up front are typed; more can be added later. The workflow can be called like
 * any entity.
 */
export interface ImperativeWorkflow<I extends Shape, O extends Shape>
  extends
    Callable<Growing<I>, Growing<O>, NodeCallOptions>,
    AuthoredWorkflow,
    Omit<WorkflowMembers, "inputs"> {
  readonly kind: "workflow";
  /** The promises of its inputs. */
  readonly inputs: { readonly [P in keyof I]: FlytePromise<Out<I[P]>, Kind<I[P]>> };
  /** @throws `VARIABLE_TWICE`, `VARIABLE_NAME_INVALID`, `TYPE_UNKNOWN` */
  addWorkflowInput<X extends TypeLike>(name: string, type: X): FlytePromise<Out<X>, Kind<X>>;
  /** Add a node. @throws what a call in a body throws */
  readonly addEntity: Add<unknown>;
  readonly addTask: Add<AnyTask>;
  readonly addSubWorkflow: Add<{ readonly kind: "workflow" }>;
  readonly addLaunchPlan: Add<AnyLaunchPlan>;
  /** @throws `VARIABLE_TWICE`, `VARIABLE_NAME_INVALID`, `OUTPUT_TYPE_MISSING`, and what binding a value throws */
  readonly addWorkflowOutput: [keyof O] extends [never] ? AddNewOutput : AddDeclaredOutput<O>;
  /** Run an entity when the workflow fails; it takes every input that the workflow has so far. @throws `FAILURE_HANDLER_MISMATCH` */
  addOnFailureHandler<H extends Entity>(
    entity: H & ([keyof I] extends [never] ? FitsAnyFailure<H> : FitsFailure<I, H>),
  ): AddedNode<OutSpec & undefined>;
  /** A conditional of this workflow. @see conditional */
  createConditional(name: string, options?: NodeCallOptions): Conditional;
  /** Whether there is a node, every input is used, and every declared output has a value. */
  ready(): boolean;
}
