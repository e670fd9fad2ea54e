import type { Callable, MapCallOptions, OutSpec, Shape } from "@flytekit-ts/core";
import { atCaller, describeValue } from "@flytekit-ts/core/errors";
import {
  assertEntityName,
  byCodePoint,
  createCallable,
  type Interface,
  interfaceOf,
  placeOfDeclaration,
} from "@flytekit-ts/core/graph";
import { isTask } from "@flytekit-ts/core/tasks";
import {
  listTransformer,
  optionalTransformer,
  type RuntimeType,
  type TypeTransformer,
} from "@flytekit-ts/core/types";
import { isDynamic } from "../dynamic/dynamic-entity.js";
import * as errors from "../errors.js";
import { defaultPlan } from "../launch-plan/launch-plan.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import { isReference } from "../reference/reference-entity.js";
import { isWorkflow } from "../trace/workflow-entity.js";
import type { MapEntity, MapTarget } from "./map-entity.js";
import { mapName } from "./map-name.js";
import { type MapOptions, toMapSettings } from "./map-settings.js";
import type { RequiredInputs } from "../launch-plan/required-inputs.js";
import type { IsPartial, MapInputs, MapOutput, MapTargetOf } from "./map-types.js";

/** A map: callable with lists where its target takes single values. */
export interface MapTask<I extends Shape, O> extends Callable<I, O, MapCallOptions>, MapEntity {
  readonly kind: "map";
  readonly "~unmapped": "a map cannot be mapped: map over a workflow that calls the map";
  readonly "~unmocked": "a map has no mock: mock the entity that it runs for each item";
}

/**
 * Run one entity for each item of its inputs' lists, as one node.
 *
 * `over` names the inputs that become lists, by default all required ones. Each item gets the other inputs whole.
 * The output is a list in the order of the items. If not all items have to succeed, it holds `undefined` for those
 * that failed. A workflow is mapped through its default launch plan. Open-source Flyte 1.16 accepts maps over tasks
 * only (`MAP_TARGET_NEEDS_NEWER_BACKEND`).
 *
 * @throws `MAP_TARGET_INVALID`, `NAME_INVALID`, `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`,
 * `VERSIONS_MIXED`.
 * @example
 * const squares = mapTask(square)({ x: [1, 2, 3] });
 * const some = mapTask(scale, { over: ["x"], concurrency: 4, minSuccessRatio: 0.9 })({ x: xs, by: 2 });
 */
export function mapTask<
  I extends Shape,
  O extends OutSpec,
  const K extends keyof I & string = RequiredInputs<I>,
  const S extends number | undefined = undefined,
  const R extends number | undefined = undefined,
>(
  target: MapTargetOf<I, O>,
  options: MapOptions<K, S, R> = {},
): MapTask<MapInputs<I, K>, MapOutput<O, IsPartial<S, R>>> {
  return atCaller(mapTask, () => {
    const entity = toMapEntity(toTarget(target), options);
    return createCallable<MapInputs<I, K>, OutSpec, MapEntity>(entity) as unknown as MapTask<
      MapInputs<I, K>,
      MapOutput<O, IsPartial<S, R>>
    >;
  });
}

function toTarget(given: unknown): MapTarget {
  const target = isWorkflow(given) ? defaultPlan(given, mapTask) : given;
  if (!isTarget(target))
    throw errors.MAP_TARGET_INVALID({ given: describeTarget(given), advice: adviceFor(given) });
  const { size } = target.interface.outputs;
  if (size <= 1) return target;
  throw errors.MAP_TARGET_INVALID({
    given: `${describeValue(given)}, which has ${size} outputs`,
    advice: "Declare one `output`: a record, `t.struct(...)`, holds several values.",
  });
}

function isTarget(target: unknown): target is MapTarget {
  if (isTask(target)) return !isDynamic(target) && target.fn !== undefined;
  return isLaunchPlan(target) || (isReference(target) && target.reference.kind !== "workflow");
}

function describeTarget(target: unknown): string {
  if (isDynamic(target)) return `the dynamic ${target.name}`;
  if (isTask(target)) return `the task ${target.name}, which has no function`;
  return isReference(target) ? `a reference to the workflow ${target.name}` : describeValue(target);
}

function adviceFor(target: unknown): string | undefined {
  if (isDynamic(target)) return "Call the dynamic with the whole list: its body may loop over the values.";
  if (isTask(target))
    return "Call it in a loop in the body of a `dynamic`, which knows the values of the list.";
  return isReference(target)
    ? "Use `referenceTask`, or `referenceLaunchPlan` for one of its plans."
    : undefined;
}

function toMapEntity(target: MapTarget, options: MapOptions): MapEntity {
  const { interface: declared } = target;
  const { over, concurrency, success, parts } = toMapSettings(target, options);
  const bound = declared.inputNames.filter((input) => !over.has(input)).toSorted(byCodePoint);
  const partial = !(success.$case === "minSuccessRatio" && success.value === 1);
  const name = isTask(target) ? mapName(target.name, { ...parts, bound }) : target.name;
  assertEntityName(name, "map");
  return {
    kind: "map",
    name,
    words: `mapTask(${target.name})`,
    interface: mapInterface(declared, over, partial),
    definedAt: placeOfDeclaration(mapTask, atCaller),
    target,
    bound,
    concurrency,
    success,
  };
}

function mapInterface(
  { inputs, outputs }: Interface,
  over: ReadonlySet<string>,
  partial: boolean,
): Interface {
  const types = [...inputs].map(([name, { transformer, default: fallback }]): [string, RuntimeType] => {
    if (over.has(name)) return [name, { transformer: listTransformer(transformer) }];
    return [name, fallback === undefined ? { transformer } : { transformer, default: fallback }];
  });
  const results = [...outputs].map(([name, { transformer }]): [string, RuntimeType] => {
    const item: TypeTransformer = partial ? optionalTransformer(transformer) : transformer;
    return [name, { transformer: listTransformer(item) }];
  });
  // As in flytekit, the output of a map has the name of its target's output.
  return interfaceOf(new Map(types), new Map(results), "bare");
}
