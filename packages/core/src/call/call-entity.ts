import { bindInputs } from "../binding/bind-inputs.js";
import { describeEntity, type Entity, type NamedByUs } from "../entity/entity.js";
import * as errors from "../errors.js";
import { refuse, type Report, reportTo } from "../errors/report.js";
import { createPromise } from "../promise/promise-proxy.js";
import { createVoidPromise } from "../promise/void-promise.js";
import type { Place } from "../source/place.js";
import { placeOfCaller } from "../source/source-location.js";
import { activeTracer } from "../trace/active-tracer.js";
import type { NodeKey } from "../trace/node-key.js";
import type { Node } from "../trace/node.js";
import { nextKey, type Tracer } from "../trace/tracer.js";
import type { RuntimeType } from "../types/runtime-type.js";
import { type CallOptions, readOptions } from "./call-options.js";

/**
 * The arguments and options of a call, and the function that the author called. The line of its caller is the
 * node's place.
 */
export interface Call {
  readonly args: unknown;
  readonly options: CallOptions | undefined;
  readonly callee: (...args: never[]) => unknown;
}

/**
 * Add a node for a call and return promises of its outputs.
 *
 * Errors in the arguments and options are added to the faults of the body, with the author's line.
 *
 * @throws `CALL_OUTSIDE_WORKFLOW`, `VERSIONS_MIXED`
 */
export function callEntity(entity: Entity, { args, options, callee }: Call): unknown {
  const place = placeOfCaller(callee, callEntity);
  const tracer = tracerFor(entity, place);
  const node = addNode(tracer, entity, { args, options, place }, reportTo(tracer, place));
  return resultOf(entity, node.key);
}

/** The tracer that a call adds its node to. @throws `CALL_OUTSIDE_WORKFLOW`, `VERSIONS_MIXED` */
export function tracerFor(entity: Pick<NamedByUs, "name" | "kind" | "words">, place: Place): Tracer {
  const tracer = activeTracer(place);
  if (tracer !== undefined) return tracer;
  const params = { entity: describeEntity(entity), kind: entity.kind };
  throw errors.CALL_OUTSIDE_WORKFLOW(params, { location: place.location });
}

/** The parts of a node besides its entity. */
export interface NodeParts {
  readonly args: unknown;
  readonly options: CallOptions | undefined;
  readonly place: Place;
}

/**
 * Adds the node of a call to a trace.
 *
 * @throws with the default `report`: the errors of `bindInputs` and of the options. The trace then stays as it was.
 */
export function addNode(
  tracer: Tracer,
  entity: Entity,
  { args, options, place }: NodeParts,
  report: Report = refuse,
): Node {
  const node: Node = Object.freeze({
    kind: "node" as const,
    key: nextKey(tracer, entity),
    entity,
    bindings: bindInputs(entity, args, report),
    ...readOptions(entity, options, report),
    place,
  });
  tracer.nodes.push(node);
  return node;
}

/** The result of a call for the author: promises of the node's outputs, in the output style of its entity. */
export function resultOf({ interface: { outputs, outputStyle } }: Entity, node: NodeKey): unknown {
  if (outputStyle === "void") return createVoidPromise(node);
  const promiseOf = (name: string, type: RuntimeType) =>
    createPromise({ node, var: name, path: [], type: type.transformer });
  if (outputStyle === "bare") {
    const [only] = outputs;
    return only && promiseOf(...only);
  }
  return Object.freeze(
    Object.fromEntries([...outputs].map(([name, type]) => [name, promiseOf(name, type)] as const)),
  );
}
