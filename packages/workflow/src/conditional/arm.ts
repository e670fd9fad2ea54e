import { describeValue } from "@flytekit-ts/core/errors";
import {
  BARE_OUTPUT,
  describeTarget,
  type Expression,
  inTracer,
  isEntity,
  isPromise,
  isVoidPromise,
  type NodeKey,
  type Place,
  type PromiseTarget,
  runAuthor,
  targetOf,
  type Tracer,
  UNFINISHED_WORDS,
} from "@flytekit-ts/core/graph";
import * as errors from "../errors.js";

/** An arm that was traced: its nodes and its result. */
export interface Arm {
  /** Its place in the chain, such as `elseIf1`. It is part of the name of the sub-workflow that the arm may become. */
  readonly name: string;
  /** Absent for the last arm. */
  readonly condition: Expression | undefined;
  /** Holds at least one node. */
  readonly tracer: Tracer;
  readonly result: ArmResult;
  readonly place: Place;
}

/** The outputs of an arm, in the style in which it returned them. A bare promise is the output `o0`. */
export interface ArmResult {
  readonly style: "bare" | "named" | "void";
  readonly outputs: ReadonlyMap<string, PromiseTarget>;
}

/** An arm in words, for messages, and where it is written. */
interface ArmWritten {
  readonly words: string;
  readonly place: Place;
}

/** The key that marks a conditional without a last arm. */
export const UNFINISHED = "~unfinished";

/**
 * Run the closure of an arm and read its result.
 *
 * @throws `CONDITIONAL_ARM_INVALID` for a result that comes from no call in the arm, and what the closure throws.
 */
export function traceArm(
  closure: () => unknown,
  tracer: Tracer,
  { words: arm, place }: ArmWritten,
): ArmResult {
  if (typeof closure !== "function") {
    throw errors.CONDITIONAL_ARM_INVALID({ arm, given: describeValue(closure), isClosure: false });
  }
  const returned = inTracer(tracer, () => runAuthor(place, closure));
  refuseEntity(closure, tracer, arm);
  const invalid = (given: string): Error =>
    errors.CONDITIONAL_ARM_INVALID({ arm, given, advice: ADVICE.get(given) });
  if (isVoidPromise(returned)) {
    if (!isInside(returned["~node"], tracer)) throw invalid("the result of a call outside it");
    return { style: "void", outputs: new Map() };
  }
  const targets = targetsOf(returned);
  if (targets === undefined) throw invalid(describeReturned(returned));
  const outside = [...targets.values()][0];
  if (outside !== undefined && ![...targets.values()].some(({ node }) => isInside(node, tracer))) {
    throw invalid(`${describeTarget(outside)}, a promise from outside it`);
  }
  return { style: isPromise(returned) ? "bare" : "named", outputs: targets };
}

const ASYNC = "a JavaScript promise";
const LIST = "a list";
const ADVICE: ReadonlyMap<string, string> = new Map([
  [ASYNC, "Leave out `async`: an arm only puts calls together and cannot wait for anything."],
  ["nothing", "Return the result of the call: `() => square({ x })`, or `{ return square({ x }); }`."],
  [LIST, "Give each promise a name: `return { first, second }`; or let a task in the arm make the list."],
  [UNFINISHED_WORDS, "Finish that one with `.else(() => ...)` or `.fail(message)`."],
]);

function refuseEntity(closure: () => unknown, tracer: Tracer, arm: string): void {
  if (!isEntity(closure)) return;
  // An entity is a function too. But most entities need arguments, so they must be called inside a closure.
  const [cause] = tracer.faults.splice(0);
  if (cause === undefined) return;
  throw errors.CONDITIONAL_ARM_INVALID({ arm, given: describeValue(closure), isClosure: false }, { cause });
}

function isInside({ trace }: NodeKey, { start }: Tracer): boolean {
  return trace === start.trace;
}

function targetsOf(returned: unknown): ReadonlyMap<string, PromiseTarget> | undefined {
  if (isPromise(returned)) return new Map([[BARE_OUTPUT, targetOf(returned)]]);
  if (typeof returned !== "object" || returned === null || UNFINISHED in returned) return undefined;
  if (Array.isArray(returned)) return undefined;
  const entries = Object.entries(returned).map(([name, part]: [string, unknown]) => {
    return [name, isPromise(part) ? targetOf(part) : undefined] as const;
  });
  const known = entries.filter((entry): entry is [string, PromiseTarget] => entry[1] !== undefined);
  return known.length > 0 && known.length === entries.length ? new Map(known) : undefined;
}

function describeReturned(returned: unknown): string {
  if (typeof returned !== "object" || returned === null) return describeValue(returned);
  if (UNFINISHED in returned) return UNFINISHED_WORDS;
  if (Array.isArray(returned)) return LIST;
  if (typeof Reflect.get(returned, "then") !== "function") return describeValue(returned);
  // As for a body: the error about the async arm is enough. An unhandled rejection would only add noise.
  Promise.resolve(returned).catch(() => {});
  return ASYNC;
}
