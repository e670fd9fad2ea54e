import { attempt, describeValue, isFlytekitError, type Report, reportTo } from "@flytekit-ts/core/errors";
import {
  type Binding,
  BARE_OUTPUT,
  bindValue,
  type Inherited,
  inputPromises,
  type Interface,
  isPromise,
  isVoidPromise,
  type Place,
  type Tracer,
  withTracer,
} from "@flytekit-ts/core/graph";
import { isOptional, type RuntimeType } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";
import { errorOfFaults } from "./faults.js";
import type { Trace } from "./workflow-entity.js";

/** A workflow body and what it is declared to give. */
export interface Body {
  readonly name: string;
  readonly interface: Interface;
  readonly definedAt: Place;
  readonly body: (inputs: never) => unknown;
  /** What sub-workflows made of parts of the body take over. */
  readonly inherited?: Inherited | undefined;
}

/**
 * Run a workflow body once, on promises of its inputs, and collect what it wires together and what is wrong.
 *
 * A call that is wrong does not end the body, so that its author hears of all faults at once; what throws does.
 * What it throws that is not ours is thrown on, with the faults before it where there are some.
 *
 * @throws `WORKFLOW_INVALID`, and what the body throws.
 */
export function traceBody({ name, interface: declared, definedAt, body, inherited }: Body): Trace {
  const run = (tracer: Tracer): Trace => {
    const report = reportTo(tracer, definedAt);
    try {
      const returned = body(inputPromises(declared, tracer.start) as never);
      refuseAsync(returned, name);
      return toTrace(tracer, bindOutputs(returned, declared, { name, report }));
    } catch (error) {
      if (!isFlytekitError(error) && tracer.faults.length > 0) {
        throw errorOfFaults(name, tracer.faults, error);
      }
      report(error);
      // What a body had no chance to finish is no fault of its own.
      return toTrace({ ...tracer, conditions: new Set(), openConditionals: new Set() }, []);
    }
  };
  return withTracer(name, run, inherited);
}

/** What a tracer has collected, with the outputs of its workflow. */
export function toTrace(tracer: Tracer, outputs: readonly Binding[]): Trace {
  const { start, nodes, conditions, openConditionals, faults } = tracer;
  return Object.freeze({
    start,
    nodes: Object.freeze([...nodes]),
    outputs: Object.freeze(outputs),
    unusedConditions: Object.freeze([...conditions]),
    openConditionals: Object.freeze([...openConditionals]),
    faults: Object.freeze([...faults]),
  });
}

function refuseAsync(returned: unknown, name: string): void {
  if (typeof returned !== "object" || returned === null || isPromise(returned)) return;
  const then: unknown = Reflect.get(returned, "then");
  if (typeof then !== "function" || isVoidPromise(returned)) return;
  // The author hears of the async body; what it rejects with would only come as noise after that.
  Promise.resolve(returned).catch(() => {});
  throw errors.WORKFLOW_BODY_ASYNC({ workflow: name });
}

interface Returning {
  readonly name: string;
  readonly report: Report;
}

function bindOutputs(
  returned: unknown,
  { outputs, outputStyle }: Interface,
  { name, report }: Returning,
): readonly Binding[] {
  if (outputStyle === "void") return [];
  const values = outputStyle === "bare" ? { [BARE_OUTPUT]: returned } : outputsIn(returned);
  const unknown = Object.keys(values ?? {}).filter((key) => !outputs.has(key));
  // Of an array, which has no names at all, the first is enough.
  for (const output of Array.isArray(returned) ? unknown.slice(0, 1) : unknown) {
    report(errors.OUTPUT_UNKNOWN({ workflow: name, output, known: [...outputs.keys()] }));
  }
  const otherwise = values === undefined ? describeValue(returned) : undefined;
  // A body that returned no outputs at all forgot them once.
  const wanted = values === undefined ? [...outputs].slice(0, 1) : [...outputs];
  return wanted.flatMap(([output, type]) => {
    const isGiven = values !== undefined && Object.hasOwn(values, output);
    // An output that is missing beside one that is unknown is the same fault: a name that was misspelt.
    if (!isGiven && unknown.length > 0) return [];
    const given = isGiven ? values[output] : undefined;
    const made = () => [bindOutput(given, type, { workflow: name, output, returned: otherwise })];
    return attempt(made, [], report);
  });
}

/** An output of a workflow. */
export interface Output {
  readonly workflow: string;
  readonly output: string;
  /** What the body returned, in words, where that has no outputs. */
  readonly returned?: string | undefined;
}

/** The binding of one output of a workflow. @throws `OUTPUT_MISSING`, and what binding a value throws */
export function bindOutput(
  given: unknown,
  { transformer, default: fallback }: RuntimeType,
  { workflow, output, returned }: Output,
): Binding {
  const value = given === undefined ? fallback?.value : given;
  if (value === undefined && !isOptional(transformer)) {
    throw errors.OUTPUT_MISSING({ workflow, output, type: transformer.words, returned });
  }
  const at = output === BARE_OUTPUT ? `The output of ${workflow}` : `${workflow}.${output}`;
  return { var: output, binding: bindValue(value, { type: transformer, at }) };
}

/** Named outputs, if that is what a body returned. */
function outputsIn(returned: unknown): Readonly<Record<string, unknown>> | undefined {
  const isObject = typeof returned === "object" && returned !== null;
  return isObject && !isPromise(returned) && !isVoidPromise(returned) ? { ...returned } : undefined;
}
