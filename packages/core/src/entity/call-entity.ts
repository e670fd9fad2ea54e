import { errors } from "../errors.js";
import { locate } from "../errors/locate.js";
import { bindInputs } from "../graph/bind-inputs.js";
import type { NodeKey } from "../graph/node-key.js";
import type { Node } from "../graph/node.js";
import { activeTracer, nextKey, type Tracer } from "../graph/tracer.js";
import { createPromise } from "../promise/promise-proxy.js";
import { createVoidPromise } from "../promise/void-promise.js";
import { keysOf } from "./after.js";
import { type CallOptions, toCallSettings } from "./call-options.js";
import { describeEntity, type Entity } from "./entity.js";
import type { Place } from "./place.js";
import { placeOfCaller } from "./source-location.js";

/** What a call was given, and the function the author called: its caller's line is the node's place. */
export interface Call {
  readonly args: unknown;
  readonly options: CallOptions | undefined;
  readonly callee: (...args: never[]) => unknown;
}

/**
 * Add a node for a call and give promises of its outputs.
 *
 * @throws `CALL_OUTSIDE_WORKFLOW`, and what binding and the options throw, at the author's line; the trace
 * is then as it was.
 */
export function callEntity(entity: Entity, { args, options, callee }: Call): unknown {
  const place = placeOfCaller(callee);
  const tracer = tracerFor(entity, place);
  try {
    return resultOf(entity, addNode(tracer, entity, { args, options, place }).key);
  } catch (error) {
    throw locate(error, place);
  }
}

/** The tracer that a call adds its node to. @throws `CALL_OUTSIDE_WORKFLOW` */
export function tracerFor(entity: Pick<Entity, "name" | "kind" | "words">, place: Place): Tracer {
  const tracer = activeTracer();
  if (tracer !== undefined) return tracer;
  const params = { entity: describeEntity(entity), kind: entity.kind };
  throw errors.CALL_OUTSIDE_WORKFLOW(params, { location: place.location });
}

/** What a node is made of, beside its entity. */
export interface NodeParts {
  readonly args: unknown;
  readonly options: CallOptions | undefined;
  readonly place: Place;
}

/** Adds the node of a call to a trace. @throws what binding and the options throw; the trace is then as it was. */
export function addNode(tracer: Tracer, entity: Entity, { args, options, place }: NodeParts): Node {
  const node: Node = Object.freeze({
    kind: "node" as const,
    key: nextKey(tracer, entity),
    entity,
    bindings: bindInputs(entity, args),
    settings: toCallSettings(entity, options),
    after: keysOf(options?.after, `the call of ${describeEntity(entity)}`),
    place,
  });
  tracer.nodes.push(node);
  return node;
}

/** What the author gets for a node: promises of its outputs, in the style of its entity. */
export function resultOf({ interface: { outputs, outputStyle } }: Entity, node: NodeKey): unknown {
  if (outputStyle === "void") return createVoidPromise(node);
  const promises = [...outputs].map(([name, type]) => {
    return [name, createPromise({ node, var: name, path: [], type: type.transformer })] as const;
  });
  return outputStyle === "bare" ? promises[0]?.[1] : Object.freeze(Object.fromEntries(promises));
}
