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
  runAuthor,
  type Tracer,
  withTracer,
} from "@flytekit-ts/core/graph";
import { isOptional, type RuntimeType } from "@flytekit-ts/core/types";
import * as errors from "../errors.js";
import { errorOfFaults } from "./faults.js";
import { thrownByBody } from "./thrown-by-body.js";
import type { Trace } from "./workflow-entity.js";

/** A workflow body, with its name and its declared interface. */
export interface Body {
  readonly name: string;
  readonly interface: Interface;
  readonly definedAt: Place;
  readonly body: (inputs: never) => unknown;
  /** The settings that arms of conditionals inherit when they become sub-workflows. */
  readonly inherited?: Inherited | undefined;
}

/**
 * Run a workflow body once, on promises of its inputs, and collect its nodes and its faults.
 *
 * A wrong call does not end the body, so all faults are reported at once. A thrown error ends it. An error of this
 * SDK becomes one of the faults; any other error is thrown again, as the cause of the faults before it if there are
 * any. A thrown value that is no error becomes the fault `WORKFLOW_BODY_THREW`.
 *
 * @throws `WORKFLOW_INVALID`, and the error that the body throws.
 */
export function traceBody({ name, interface: declared, definedAt, body, inherited }: Body): Trace {
  const run = (tracer: Tracer): Trace => {
    const report = reportTo(tracer, definedAt);
    try {
      const returned = runAuthor(definedAt, body, inputPromises(declared, tracer.start) as never);
      refuseAsync(returned, name);
      return toTrace(tracer, bindOutputs(returned, declared, { name, report }));
    } catch (thrown) {
      const error = thrownByBody(name, thrown);
      if (!isFlytekitError(error) && tracer.faults.length > 0) {
        throw errorOfFaults(name, tracer.faults, error);
      }
      report(error);
      // The body could not finish its conditionals or use its conditions, so these are not reported as faults.
      return toTrace({ ...tracer, conditions: new Set(), openConditionals: new Set() }, []);
    }
  };
  return withTracer(name, run, inherited);
}

/** The trace of what a tracer has collected, with the outputs of its workflow. */
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
  // The error below tells the author about the async body. An unhandled rejection would only add noise.
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
  // An array has indexes instead of names: reporting the first one is enough.
  for (const output of Array.isArray(returned) ? unknown.slice(0, 1) : unknown) {
    report(errors.OUTPUT_UNKNOWN({ workflow: name, output, known: [...outputs.keys()] }));
  }
  const otherwise = values === undefined ? describeValue(returned) : undefined;
  // A body that returned no object is one fault, not one for each output.
  const wanted = values === undefined ? [...outputs].slice(0, 1) : [...outputs];
  return wanted.flatMap(([output, type]) => {
    const isGiven = values !== undefined && Object.hasOwn(values, output);
    // If an unknown output was returned, a missing one is the same fault: a misspelt name.
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
  /** What the body returned, in words. Absent if it returned an object with named outputs. */
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

/** The named outputs that a body returned; `undefined` if it returned no object of outputs. */
function outputsIn(returned: unknown): Readonly<Record<string, unknown>> | undefined {
  const isObject = typeof returned === "object" && returned !== null;
  return isObject && !isPromise(returned) && !isVoidPromise(returned) ? { ...returned } : undefined;
}
