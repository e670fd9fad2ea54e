import {
  type Binding,
  BARE_OUTPUT,
  bindValue,
  describeValue,
  type Inherited,
  inputPromises,
  type Interface,
  isOptional,
  isPromise,
  isVoidPromise,
  locate,
  type Place,
  type RuntimeType,
  type Tracer,
  withTracer,
} from "@flytekit-ts/core/plugin";
import { errors } from "../errors.js";
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
 * Run a workflow body once, on promises of its inputs, and collect what it wires together.
 *
 * @throws `WORKFLOW_BODY_ASYNC`, `OUTPUT_MISSING`, `OUTPUT_UNKNOWN`, and what the calls in the body throw.
 */
export function traceBody({ name, interface: declared, definedAt, body, inherited }: Body): Trace {
  const run = (tracer: Tracer): Trace => {
    const returned = body(inputPromises(declared, tracer.start) as never);
    try {
      refuseAsync(returned, name);
      return toTrace(tracer, bindOutputs(returned, declared, name));
    } catch (error) {
      throw locate(error, definedAt);
    }
  };
  return withTracer(name, run, inherited);
}

/** What a tracer has collected, with the outputs of its workflow. */
export function toTrace(tracer: Tracer, outputs: readonly Binding[]): Trace {
  const { start, nodes, conditions, openConditionals } = tracer;
  return Object.freeze({
    start,
    nodes: Object.freeze([...nodes]),
    outputs: Object.freeze(outputs),
    unusedConditions: Object.freeze([...conditions]),
    openConditionals: Object.freeze([...openConditionals]),
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

function bindOutputs(
  returned: unknown,
  { outputs, outputStyle }: Interface,
  name: string,
): readonly Binding[] {
  if (outputStyle === "void") return [];
  const values = outputStyle === "bare" ? { [BARE_OUTPUT]: returned } : outputsIn(returned);
  const unknown = Object.keys(values ?? {}).find((key) => !outputs.has(key));
  if (unknown !== undefined)
    throw errors.OUTPUT_UNKNOWN({ workflow: name, output: unknown, known: [...outputs.keys()] });
  const otherwise = values === undefined ? describeValue(returned) : undefined;
  return [...outputs].map(([output, type]) => {
    const given = values !== undefined && Object.hasOwn(values, output) ? values[output] : undefined;
    return bindOutput(given, type, { workflow: name, output, returned: otherwise });
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
