import type {
  CallOptions,
  FlytePromise,
  Kind,
  Out,
  TimeSpan,
  TypeLike,
  VoidPromise,
} from "@flytekit-ts/core";
import {
  addNode,
  BARE_OUTPUT,
  coreErrors,
  describeTarget,
  describeValue,
  type Interface,
  interfaceOf,
  isPromise,
  locate,
  type Place,
  placeOfCaller,
  resultOf,
  type RuntimeType,
  runtimeType,
  targetOf,
  toDuration,
  tracerFor,
  parseDuration,
} from "@flytekit-ts/core/plugin";
import { errors } from "../errors.js";
import type { GateEntity } from "./gate-entity.js";

const NOTHING: ReadonlyMap<string, RuntimeType> = new Map();

/** Wait for a span of time before what comes after. @throws `CALL_OUTSIDE_WORKFLOW`, `OPTION_INVALID` */
export function sleep(span: TimeSpan, options?: CallOptions): VoidPromise {
  const place = placeOfCaller(sleep);
  return addGate(place, options, () => {
    const duration = toDuration(parseDuration(span, "span", "sleep"));
    const condition = { $case: "sleep", value: { duration } } as const;
    const words = `sleep(${JSON.stringify(span)})`;
    return { name: "sleep-gate", words, interface: interfaceOf(NOTHING, NOTHING), condition, args: {} };
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
  options?: CallOptions,
): FlytePromise<Out<X>, Kind<X>> {
  const place = placeOfCaller(waitForInput);
  return addGate(place, options, () => {
    const signalId = assertSignal(name, "waitForInput");
    const runtime = runtimeType(type, `the value of waitForInput ${signalId}`);
    const value = { signalId, type: runtime.transformer.literalType, outputVariableName: BARE_OUTPUT };
    const declared = interfaceOf(NOTHING, new Map([[BARE_OUTPUT, runtime]]), "bare");
    const words = `waitForInput(${JSON.stringify(signalId)})`;
    return { name: signalId, words, interface: declared, condition: { $case: "signal", value }, args: {} };
  }) as FlytePromise<Out<X>, Kind<X>>;
}

/**
 * Wait until somebody approves a value, for an hour unless `timeout` says otherwise; what comes after uses the
 * promise that this gives. A refusal fails the run.
 *
 * @throws `CALL_OUTSIDE_WORKFLOW`, `APPROVAL_INVALID`, `OPTION_INVALID`.
 */
export function approve<T, K>(
  promise: FlytePromise<T, K>,
  name: string,
  options?: CallOptions,
): FlytePromise<T, K> {
  const place = placeOfCaller(approve);
  return addGate(place, options, () => {
    const signalId = assertSignal(name, "approve");
    if (!isPromise(promise)) throw errors.APPROVAL_INVALID({ gate: signalId, given: describeValue(promise) });
    const target = targetOf(promise);
    // The backend takes the type of the whole output for that of its part.
    if (target.path.length > 0) {
      throw errors.APPROVAL_INVALID({
        gate: signalId,
        given: `${describeTarget(target)}, a part of an output`,
      });
    }
    const types = new Map([[target.var, { transformer: target.type }]]);
    const condition = { $case: "approve", value: { signalId } } as const;
    const declared = interfaceOf(types, types, "bare");
    const words = `approve(${JSON.stringify(signalId)})`;
    return { name: signalId, words, interface: declared, condition, args: { [target.var]: promise } };
  }) as FlytePromise<T, K>;
}

interface Gate {
  readonly name: string;
  readonly words: string;
  readonly interface: Interface;
  readonly condition: GateEntity["condition"];
  readonly args: Readonly<Record<string, unknown>>;
}

function addGate(place: Place, options: CallOptions | undefined, make: () => Gate): unknown {
  try {
    const { args, ...gate } = make();
    const tracer = tracerFor({ ...gate, kind: "gate" }, place);
    const entity: GateEntity = Object.freeze({ kind: "gate", definedAt: place, ...gate });
    return resultOf(entity, addNode(tracer, entity, { args, options, place }).key);
  } catch (error) {
    throw locate(error, place);
  }
}

function assertSignal(name: unknown, at: string): string {
  if (typeof name === "string" && name !== "") return name;
  const advice = "Give the name under which somebody will find it.";
  throw coreErrors.OPTION_INVALID({
    at,
    option: "name",
    wanted: "a text that is not empty",
    given: name,
    advice,
  });
}
