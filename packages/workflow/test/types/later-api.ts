/**
 * The part of the designed authoring API that is not built yet, as types alone.
 *
 * It stands on the exported types of this package and shows that they carry the rest of the design: what
 * the corpus refuses here will be refused by the real thing. Whoever builds one of these functions deletes
 * its declaration and lets the corpus import the real one. (`runLocal` stays: this package must not know
 * `@flytekit-ts/local-exec`.)
 */
import type {
  After,
  Args,
  Bindable,
  Bound,
  Callable,
  CallOptions,
  Condition,
  FlytePromise,
  FlyteType,
  In,
  Inputs,
  Kind,
  Out,
  OutSpec,
  Ref,
  Result,
  Shape,
  TimeSpan,
  TypeLike,
  Values,
  VoidPromise,
} from "@flytekit-ts/workflow";
import type { Declared } from "@flytekit-ts/core/plugin";

// Types of values

export interface FlyteFile {
  readonly uri: string;
}
export interface FlyteDirectory {
  readonly uri: string;
}
export interface Dataset {
  readonly uri: string;
}

export declare const later: {
  file(format?: string): FlyteType<FlyteFile, "file">;
  directory(): FlyteType<FlyteDirectory, "directory">;
  dataset(): FlyteType<Dataset, "dataset">;
  union<const X extends readonly TypeLike[]>(
    variants: X,
  ): FlyteType<Out<X[number]>, Kind<X[number]>, In<X[number]>>;
};

// Running

export declare function runLocal<I extends Shape, O>(
  entity: Callable<I, O>,
  inputs: Inputs<I>,
): Promise<Result<O>>;

// Conditionals

/** What a conditional asks: a comparison, or a boolean that some node gives. */
type Question = Condition | FlytePromise<boolean, "boolean">;

/** The arms of one conditional give different types: good for `after`, and for nothing else. */
export interface MixedArms {
  readonly "~mixed": "the arms of this conditional give different types";
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Common<A, B> = [A] extends [never]
  ? B
  : A extends VoidPromise
    ? VoidPromise
    : B extends VoidPromise
      ? VoidPromise
      : A extends Ref<infer K, infer T>
        ? B extends Ref<infer L, infer U>
          ? Same<K, L> extends true
            ? FlytePromise<T | U, K>
            : MixedArms
          : VoidPromise
        : { readonly [P in keyof A & keyof B]: Common<A[P], B[P]> };

export interface Arms<R> {
  elseIf<A extends After>(question: Question, arm: () => A): Arms<Common<R, A>>;
  else<A extends After>(arm: () => A): Common<R, A>;
  fail(message: string): R;
}
export declare function conditional(name: string): {
  if<A extends After>(question: Question, arm: () => A): Arms<A>;
};

// Maps: the inputs in `over` become lists, and so does the one output

type Listed<X extends TypeLike> = FlyteType<Out<X>[], { list: Kind<X> }, In<X>[]>;
type MapInputs<I extends Shape, K extends keyof I> = {
  readonly [P in keyof I]: P extends K ? Listed<I[P]> : I[P];
};
type MapOutput<O, Partial extends boolean> = O extends TypeLike
  ? Partial extends true
    ? FlyteType<(Out<O> | undefined)[], { list: Kind<O> | "none" }>
    : Listed<O>
  : undefined;

export declare function mapTask<
  I extends Shape,
  O extends TypeLike | undefined,
  const K extends keyof I & string = keyof I & string,
  const R extends number | undefined = undefined,
>(
  target: Callable<I, O>,
  options?: { over?: readonly K[]; concurrency?: number; minSuccesses?: number; minSuccessRatio?: R },
): Callable<MapInputs<I, K>, MapOutput<O, R extends number ? (R extends 1 ? false : true) : false>>;

// Launch plans: fixed inputs vanish from a call, inputs with defaults may be left out

type Without<I, F> = { readonly [P in Exclude<keyof I, F>]: I[P] };
type Defaulted<I extends Shape, D> = {
  readonly [P in keyof I]: P extends D ? FlyteType<Out<I[P]>, Kind<I[P]>, In<I[P]> | undefined> : I[P];
};
type SomeInputs<I extends Shape> = { readonly [P in keyof I]?: In<I[P]> };

export interface Schedule {
  readonly kind: "cron" | "rate";
}
export declare function cron(expression: string, options?: { kickoffTime?: string }): Schedule;
export declare function fixedRate(every: TimeSpan, options?: { kickoffTime?: string }): Schedule;

export interface Notification {
  readonly on: readonly ("succeeded" | "failed" | "aborted" | "timed-out")[];
  readonly email?: readonly string[];
  readonly slack?: readonly string[];
  readonly pagerDuty?: readonly string[];
}
export interface LaunchPlanOptions<D, F> {
  readonly name: string;
  readonly defaultInputs?: D;
  readonly fixedInputs?: F;
  readonly schedule?: Schedule;
  readonly notifications?: readonly Notification[];
  readonly labels?: { readonly [name: string]: string };
  readonly annotations?: { readonly [name: string]: string };
  readonly rawOutputPrefix?: string;
  readonly maxParallelism?: number;
  readonly runAs?: { serviceAccount?: string; iamRole?: string };
  readonly overwriteCache?: boolean;
}
export declare function launchPlan<
  I extends Shape,
  O extends OutSpec,
  const D extends SomeInputs<I> = {},
  const F extends SomeInputs<I> = {},
>(
  workflow: Callable<I, O>,
  options?: LaunchPlanOptions<D, F>,
): Callable<Defaulted<Without<I, keyof F>, keyof D>, O>;

// Other entities

interface Elsewhere {
  readonly project: string;
  readonly domain: string;
  readonly version: string;
}
export declare function referenceTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: Declared<I, O> & Elsewhere,
): Callable<I, O>;
export declare function referenceLaunchPlan<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: Declared<I, O> & Elsewhere,
): Callable<I, O>;

export declare function dynamic<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: Declared<I, O> & { retries?: number },
  body: (values: Values<I>) => Bound<O>,
): Callable<I, O>;

interface Container {
  readonly image: string;
  readonly command: readonly string[];
  readonly inputDir?: string;
  readonly outputDir?: string;
}
export declare function containerTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: Declared<I, O> & Container,
): Callable<I, O>;

// Gates

export declare function approve<T, K>(
  promise: FlytePromise<T, K>,
  name: string,
  options?: CallOptions,
): FlytePromise<T, K>;
export declare function sleep(span: TimeSpan, options?: CallOptions): VoidPromise;
export declare function waitForInput<X extends TypeLike>(
  name: string,
  type: X,
  options?: CallOptions,
): FlytePromise<Out<X>, Kind<X>>;

// Imperative workflows

export interface AddedNode<O> {
  readonly outputs: O extends TypeLike
    ? { readonly o0: FlytePromise<Out<O>, Kind<O>> }
    : O extends Shape
      ? { readonly [P in keyof O]: FlytePromise<Out<O[P]>, Kind<O[P]>> }
      : {};
}
export interface ImperativeWorkflow<I extends Shape, O extends Shape> extends Callable<I, O> {
  readonly inputs: { readonly [P in keyof I]: FlytePromise<Out<I[P]>, Kind<I[P]>> };
  addWorkflowInput<X extends TypeLike>(name: string, type: X): FlytePromise<Out<X>, Kind<X>>;
  addEntity<J extends Shape, P>(entity: Callable<J, P>, args: Args<J>, options?: CallOptions): AddedNode<P>;
  addWorkflowOutput<N extends keyof O & string>(name: N, promise: Bindable<In<O[N]>, Kind<O[N]>>): void;
  addOnFailureHandler(entity: Callable<any, any>): AddedNode<undefined>;
}
export declare function imperativeWorkflow<
  const I extends Shape = {},
  const O extends Shape = {},
>(declaration: { name: string; inputs?: I; outputs?: O; interruptible?: boolean }): ImperativeWorkflow<I, O>;

/** What may handle the failure of a workflow with inputs `I`: it takes every one of them, of the same kind. */
export type FailureHandler<I extends Shape> = Callable<any, any> & {
  readonly "~input": { readonly [P in keyof I]: FlyteType<any, Kind<I[P]>, any> };
};
