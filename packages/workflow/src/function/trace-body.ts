import {
  BARE_OUTPUT,
  type Binding,
  bindValue,
  inputPromises,
  type Interface,
  isOptional,
  isPromise,
  isVoidPromise,
  locate,
  type Place,
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
}

/**
 * Run a workflow body once, on promises of its inputs, and collect what it wires together.
 *
 * @throws `WORKFLOW_BODY_ASYNC`, `OUTPUT_MISSING`, `OUTPUT_UNKNOWN`, and what the calls in the body throw.
 */
export function traceBody({ name, interface: declared, definedAt, body }: Body): Trace {
  return withTracer(name, (tracer) => {
    const returned = body(inputPromises(declared, tracer.start) as never);
    try {
      refuseAsync(returned, name);
      const outputs = bindOutputs(returned, declared, name);
      const { start, nodes, conditions } = tracer;
      return Object.freeze({
        start,
        nodes: Object.freeze(nodes),
        outputs: Object.freeze(outputs),
        unusedConditions: Object.freeze([...conditions]),
      });
    } catch (error) {
      throw locate(error, definedAt);
    }
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
  const values = outputStyle === "bare" ? { [BARE_OUTPUT]: returned } : asObject(returned);
  const unknown = Object.keys(values).find((key) => !outputs.has(key));
  if (unknown !== undefined)
    throw errors.OUTPUT_UNKNOWN({ workflow: name, output: unknown, known: [...outputs.keys()] });
  return [...outputs].map(([output, { transformer, default: fallback }]) => {
    const given = Object.hasOwn(values, output) ? values[output] : undefined;
    const value = given === undefined ? fallback?.value : given;
    if (value === undefined && !isOptional(transformer)) {
      throw errors.OUTPUT_MISSING({ workflow: name, output, type: transformer.words });
    }
    return { var: output, binding: bindValue(value, { type: transformer, at: `${name}.${output}` }) };
  });
}

function asObject(returned: unknown): Readonly<Record<string, unknown>> {
  const usable =
    typeof returned === "object" && returned !== null && !isPromise(returned) && !isVoidPromise(returned);
  return usable ? { ...returned } : {};
}
