import type { LiteralType, OutputReference } from "@flytekit-ts/models/core";
import { shortTypeText, typeText } from "../../texts/type-text.js";
import { type Builder, type NodeState, START } from "./builder.js";
import { casts } from "./casts.js";
import type { CompileErrors } from "./compile-errors.js";
import { effectiveOutputs, notBound, variableNotFound } from "./outputs.js";

/** What a binding resolves to: a type, and the nodes that it waits for. */
export interface Resolved {
  readonly type: LiteralType | undefined;
  readonly upstream: readonly string[];
}

/** An input that is bound. */
export interface Sink {
  readonly builder: Builder;
  readonly state: NodeState;
  readonly variable: string;
  readonly isTyped: boolean;
}

/** The output that a promise names. The promise then names its node by the id that this has. */
export function resolvePromise(
  promise: OutputReference,
  expected: LiteralType | undefined,
  { builder, state, variable, isTyped }: Sink,
  errors: CompileErrors,
): Resolved | undefined {
  const { id } = state.node;
  const source = builder.nodes.get(promise.nodeId === "" ? START : promise.nodeId);
  if (source === undefined) {
    const text = `Referenced node [${promise.nodeId}] not found.`;
    errors.collect("NodeReferenceNotFound", promise.nodeId, text);
    return notBound(errors, id, variable);
  }
  const name = parseName(promise.var);
  if (name === undefined)
    return errors.collect("SyntaxError", id, `Failed to parse element [${promise.var}].`);
  const output = outputOf(source, name.name, errors);
  if (output === undefined) return notBound(errors, id, variable);
  const element = name.isElement ? elementType(output.type) : output.type;
  const mismatch = (type: LiteralType | undefined) => {
    const from = `The output variable '${named(source, promise.var)}' has type [${shortTypeText(type)}]`;
    const to = `it's assigned to the input variable '${named(state, variable)}' which has type type [${shortTypeText(expected)}]`;
    return errors.collect("MismatchingTypes", id, `${from}, but ${to}.`);
  };
  if (element === undefined && name.isElement) mismatch(output.type);
  const type = typeAt(promise, element ?? output.type, id, errors);
  if (type === undefined) return undefined;
  if (isTyped && !casts(type, expected)) return mismatch(type);
  promise.nodeId = source.node.id;
  return { type: output.type, upstream: [source.node.id] };
}

function outputOf(source: NodeState, name: string, errors: CompileErrors) {
  const outputs = effectiveOutputs(source, errors);
  if (outputs === undefined) return undefined;
  const output = outputs.get(name);
  if (output === undefined) variableNotFound(errors, source.node.id, name);
  return output;
}

/** A name of a promise: a word, perhaps with an index before it. Other characters around it do not count. */
function parseName(text: string): { readonly name: string; readonly isElement: boolean } | undefined {
  const [found, ...others] = [...text.matchAll(/(?:\[(\d+)\]\.)?(\w+)/g)];
  if (found?.[2] === undefined || others.length > 0) return undefined;
  return { name: found[2], isElement: found[1] !== undefined };
}

function elementType(type: LiteralType | undefined): LiteralType | undefined {
  return type?.type?.$case === "collectionType" ? type.type.value : undefined;
}

/** The type at the end of an attribute path. A step that a type does not have is passed over. */
function typeAt(
  promise: OutputReference,
  start: LiteralType | undefined,
  nodeId: string,
  errors: CompileErrors,
): LiteralType | undefined {
  let type = start;
  for (const { value } of promise.attrPath) {
    const kind = type?.type;
    if (kind?.$case === "collectionType" || kind?.$case === "mapValueType") {
      type = kind.value;
      continue;
    }
    const fields = type?.structure?.dataclassType;
    if (fields === undefined || fields.size === 0) continue;
    const key = value?.$case === "stringValue" ? value.value : "";
    const field = fields.get(key);
    if (field === undefined) {
      const text = `Variable [${promise.var}] (type [${typeText(type)}]) doesn't have field [${key}].`;
      return errors.collect("FieldNotFound", nodeId, text);
    }
    type = field;
  }
  return type;
}

function named({ node }: NodeState, variable: string): string {
  return node.metadata === undefined ? variable : `${node.metadata.name}.${variable}`;
}
