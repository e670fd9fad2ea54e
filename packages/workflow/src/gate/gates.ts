import type {
  NodeCallOptions,
  FlytePromise,
  Kind,
  Out,
  TimeSpan,
  TypeLike,
  VoidPromise,
} from "@flytekit-ts/core";
import { attempt, coreErrors, describeValue, locate, type Report, reportTo } from "@flytekit-ts/core/errors";
import {
  addNode,
  BARE_OUTPUT,
  describeTarget,
  type Interface,
  interfaceOf,
  isPromise,
  type Place,
  placeOfCaller,
  resultOf,
  targetOf,
  tracerFor,
} from "@flytekit-ts/core/graph";
import { toDuration } from "@flytekit-ts/core/literals";
import { assertWellFormed, parseDuration } from "@flytekit-ts/core/tasks";
import { type RuntimeType, resolveType } from "@flytekit-ts/core/types";
import * as errors from "../errors.js";
import type { GateEntity } from "./gate-entity.js";

const NOTHING: ReadonlyMap<string, RuntimeType> = new Map();

/** Wait for a span of time before the nodes that come after. @throws `CALL_OUTSIDE_WORKFLOW`, `OPTION_INVALID` */
export function sleep(span: TimeSpan, options?: NodeCallOptions): VoidPromise {
  const place = placeOfCaller(sleep);
  return addGate({ name: "sleep-gate", words: wordsOf("sleep", span), place, options }, (report) => {
    const duration = toDuration(attempt(() => parseDuration(span, "span", "sleep"), 0n, report));
    const condition = { $case: "sleep", value: { duration } } as const;
    return { interface: interfaceOf(NOTHING, NOTHING), condition, args: {} };
  }) as VoidPromise;
}

/**
 * Wait until somebody gives a value, for an hour unless `timeout` says otherwise.
 *
 * @throws `CALL_OUTSIDE_WORKFLOW`, `TYPE_UNKNOWN`, `OPTION_INVALID`.
 */
export function waitForInput<X extends TypeLike>(
  name: string,
  type: X,
  options?: NodeCallOptions,
): FlytePromise<Out<X>, Kind<X>> {
  const place = placeOfCaller(waitForInput);
  return addGate({ name, words: wordsOf("waitForInput", name), place, options }, (report) => {
    const signalId = attempt(() => assertSignal(name, "waitForInput"), "", report);
    const runtime = resolveType(type, `the value of waitForInput ${signalId}`);
    const value = { signalId, type: runtime.transformer.literalType, outputVariableName: BARE_OUTPUT };
    const declared = interfaceOf(NOTHING, new Map([[BARE_OUTPUT, runtime]]), "bare");
    return { interface: declared, condition: { $case: "signal", value }, args: {} };
  }) as FlytePromise<Out<X>, Kind<X>>;
}

/**
 * Wait until somebody approves a value, for an hour unless `timeout` says otherwise. A refusal fails the run.
 *
 * Returns a promise of the approved value: nodes that should wait for the approval use it.
 *
 * @throws `CALL_OUTSIDE_WORKFLOW`, `APPROVAL_INVALID`, `OPTION_INVALID`.
 */
export function approve<T, K>(
  promise: FlytePromise<T, K> & { readonly "~part"?: undefined },
  name: string,
  options?: NodeCallOptions,
): FlytePromise<T, K> {
  const place = placeOfCaller(approve);
  return addGate({ name, words: wordsOf("approve", name), place, options }, (report) => {
    const signalId = attempt(() => assertSignal(name, "approve"), "", report);
    if (!isPromise(promise)) throw errors.APPROVAL_INVALID({ gate: signalId, given: describeValue(promise) });
    const target = targetOf(promise);
    // For a part of an output the backend would use the type of the whole output.
    if (target.path.length > 0) {
      throw errors.APPROVAL_INVALID({
        gate: signalId,
        given: `${describeTarget(target)}, a part of an output`,
      });
    }
    const types = new Map([[target.var, { transformer: target.type }]]);
    const condition = { $case: "approve", value: { signalId } } as const;
    const declared = interfaceOf(types, types, "bare");
    return { interface: declared, condition, args: { [target.var]: promise } };
  }) as FlytePromise<T, K>;
}

interface GateCall {
  readonly name: string;
  readonly words: string;
  readonly place: Place;
  readonly options: NodeCallOptions | undefined;
}

interface Gate {
  readonly interface: Interface;
  readonly condition: GateEntity["condition"];
  readonly args: Readonly<Record<string, unknown>>;
}

function addGate({ name, words, place, options }: GateCall, make: (report: Report) => Gate): unknown {
  const tracer = tracerFor({ name, words, kind: "gate" }, place);
  const report = reportTo(tracer, place);
  try {
    const { args, ...gate } = make(report);
    const entity: GateEntity = Object.freeze({ kind: "gate", name, words, definedAt: place, ...gate });
    return resultOf(entity, addNode(tracer, entity, { args, options, place }, report).key);
  } catch (error) {
    throw locate(error, place);
  }
}

/** The call of a gate as it was written. Wrong arguments are reported elsewhere, so they are left out here. */
function wordsOf(gate: string, given: unknown): string {
  return `${gate}(${typeof given === "string" || typeof given === "number" ? JSON.stringify(given) : "..."})`;
}

function assertSignal(name: unknown, at: string): string {
  if (typeof name === "string" && name !== "") {
    assertWellFormed(name, "name", at);
    return name;
  }
  const advice = "Give the name under which somebody will find the gate.";
  throw coreErrors.OPTION_INVALID({
    at,
    option: "name",
    wanted: "a string that is not empty",
    given: name,
    advice,
  });
}
