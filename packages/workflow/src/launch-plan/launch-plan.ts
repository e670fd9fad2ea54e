import type {
  Callable,
  FlyteType,
  Growing,
  In,
  Kind,
  NodeCallOptions,
  Out,
  OutSpec,
  Refused,
  Shape,
  Typed,
} from "@flytekit-ts/core";
import { atCaller, describeValue } from "@flytekit-ts/core/errors";
import { createCallable, type Entity, placeOfDeclaration } from "@flytekit-ts/core/graph";
import { assertBoolean, assertNamed } from "@flytekit-ts/core/tasks";
import * as errors from "../errors.js";
import { isReference } from "../reference/reference-entity.js";
import { isWorkflow, type WorkflowEntity } from "../trace/workflow-entity.js";
import type { LaunchPlanEntity } from "./launch-plan-entity.js";
import { type ExecutionOptions, toLaunchPlanSettings } from "./launch-plan-settings.js";
import type { RequiredInputs } from "./required-inputs.js";
import { planInputs } from "./plan-inputs.js";
import type { Schedule } from "./schedule.js";

/** The names that `F` surely gives a value: not those that it may leave out. */
type Given<F> = { [P in keyof F]-?: undefined extends F[P] ? never : P }[keyof F];
type Without<I, F> = { readonly [P in Exclude<keyof I, F>]: I[P] };
type Defaulted<I extends Shape, D> = {
  readonly [P in keyof I]: P extends D ? FlyteType<Out<I[P]>, Kind<I[P]>, In<I[P]> | undefined> : I[P];
};

/** Values for some of the inputs `I`. */
export type SomeInputs<I extends Shape> = {
  readonly [P in I extends Growing<{}> ? string : keyof I]?: P extends keyof I ? In<I[P]> : unknown;
};

/** Options of a launch plan. `K` is the name of the input that gets the time of its schedule. */
export interface LaunchPlanOptions<D, F, K extends string = string> extends ExecutionOptions {
  /** Full name of the plan. */
  readonly name: string;
  /** Values for inputs that a caller or schedule leaves out. */
  readonly defaultInputs?: D;
  /** Values that no caller can change. */
  readonly fixedInputs?: F;
  /** Whether registering the plan also activates it. */
  readonly autoActivate?: boolean | undefined;
  readonly schedule?: Schedule<K> | undefined;
}

type InputsOfPlan<I extends Shape, D, F> = Defaulted<Without<I, Given<F>>, Given<D>>;

// What the options of a plan have to be as well: a property for each that is wrong.
interface Fitting<I extends Shape, D, F, K> {
  readonly defaultInputs?: Unknown<I, D> & {
    readonly [P in keyof D & Given<F>]: Refused<"the plan fixes this input, so it has no default">;
  };
  readonly fixedInputs?: Unknown<I, F>;
  readonly schedule?: Kickoff<K, InputsOfPlan<I, D, F>>;
}
type Unknown<I extends Shape, G> =
  I extends Growing<{}>
    ? SomeInputs<Omit<I, "~grown">>
    : { readonly [P in Exclude<keyof G, keyof I>]: Refused<"the workflow has no such input"> };
type Kickoff<K, I extends Shape> = [K] extends [keyof I]
  ? [K] extends [DatetimeInputs<I>]
    ? [Exclude<RequiredInputs<I>, K>] extends [never]
      ? unknown
      : Refused<"a schedule needs a value for each required input">
    : Refused<"kickoffTime names an input that is no datetime">
  : I extends Growing<{}>
    ? unknown
    : Refused<"kickoffTime names no input that the plan leaves open">;
type DatetimeInputs<I extends Shape> = {
  [P in keyof I]: "datetime" extends Kind<I[P]> ? P : never;
}[keyof I];

/** What a launch plan can be for: a workflow, here or registered already. */
export type Plannable =
  | { readonly kind: "workflow" }
  | { readonly kind: "reference"; readonly reference: { readonly kind: "workflow" } };

/** A launch plan: callable like its workflow, without the inputs that it fixes. */
export interface LaunchPlan<I extends Shape, O> extends Callable<I, O, NodeCallOptions>, LaunchPlanEntity {
  readonly kind: "launch-plan";
}

const KNOWN: ReadonlySet<string> = new Set(
  (
    "name defaultInputs fixedInputs autoActivate schedule notifications labels annotations rawOutputPrefix " +
    "maxParallelism runAs overwriteCache concurrency"
  ).split(" "),
);

/**
 * A way to start a workflow: by a caller, by a schedule, with inputs set beforehand.
 *
 * A call of a launch plan in another workflow starts a separate execution. Without options this is the default
 * plan, which has the workflow's name.
 *
 * @throws `ENTITY_NOT_COMPILABLE`, `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `NAME_INVALID`,
 * `LAUNCH_PLAN_INPUT_INVALID`, `VERSIONS_MIXED`.
 * @example
 * const nightly = launchPlan(job, { name: "job.nightly", fixedInputs: { region: "eu" }, schedule: cron("0 2 * * *") });
 */
export function launchPlan<
  I extends Shape,
  O extends OutSpec,
  const D extends SomeInputs<I> = {},
  const F extends SomeInputs<I> = {},
  K extends string = never,
>(
  workflow: Typed<I, O> & Plannable,
  options?: LaunchPlanOptions<D, F, K> & Fitting<I, D, F, K>,
): LaunchPlan<InputsOfPlan<I, D, F>, O> {
  return atCaller(launchPlan, () => {
    const entity = toPlan(workflow, options, launchPlan);
    return createCallable(entity) as unknown as LaunchPlan<InputsOfPlan<I, D, F>, O>;
  });
}

type GivenOptions = Partial<LaunchPlanOptions<unknown, unknown>>;

/** The default launch plan of a workflow, placed where the function that needs it, `callee`, was called. */
export function defaultPlan(
  workflow: WorkflowEntity,
  callee: (...args: never[]) => unknown,
): LaunchPlanEntity {
  return createCallable(toPlan(workflow, undefined, callee));
}

function toPlan(
  workflow: Entity,
  options: GivenOptions | undefined,
  callee: (...args: never[]) => unknown,
): LaunchPlanEntity {
  const isWanted = isWorkflow(workflow) || (isReference(workflow) && workflow.reference.kind === "workflow");
  if (!isWanted) {
    const given = describeValue(workflow);
    throw errors.ENTITY_NOT_COMPILABLE({ at: "A launch plan", wanted: "a workflow", given });
  }
  if (options !== undefined) assertNamed(options, KNOWN, "launch plan");
  const { name = workflow.name, autoActivate = false } = options ?? {};
  const at = `launch plan ${name}`;
  assertBoolean(autoActivate, "autoActivate", at);
  const given = options ?? (isWorkflow(workflow) ? (workflow.settings.defaultOptions ?? {}) : {});
  const inputs = planInputs(workflow, options ?? {}, at);
  const definedAt = placeOfDeclaration(callee, atCaller);
  return {
    kind: "launch-plan",
    name,
    get interface() {
      return inputs.interface;
    },
    fixedInputs: inputs.fixedInputs,
    definedAt,
    workflow,
    settings: toLaunchPlanSettings(given, at),
    optionsAt: options === undefined ? workflow.definedAt : definedAt,
    scheduleAt: options?.schedule?.definedAt,
    autoActivate,
  };
}
