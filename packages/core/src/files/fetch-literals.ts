import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../errors.js";
import { textOf } from "../errors/text-of.js";
import { decodeMessage } from "../literals/decode-message.js";
import type { ValueStore } from "../types/value-store.js";
import { segmentOf } from "../words/plain-object.js";

/**
 * Literals by name, with those that are stored separately in their places, at any depth: in lists, maps and unions.
 * Where there are none, the same literals are returned and nothing is awaited.
 *
 * @throws `LITERAL_NOT_FETCHED` with the path, if there is no URI, if it cannot be read, or if what is there is not whole.
 */
export function fetchLiterals(
  literals: ReadonlyMap<string, idl.Literal>,
  store: ValueStore,
): ReadonlyMap<string, idl.Literal> | Promise<ReadonlyMap<string, idl.Literal>> {
  for (const literal of literals.values()) if (isOffloaded(literal)) return fetchAll(literals, store);
  return literals;
}

async function fetchAll(
  literals: ReadonlyMap<string, idl.Literal>,
  store: ValueStore,
): Promise<ReadonlyMap<string, idl.Literal>> {
  const fetched = new Map<string, idl.Literal>();
  for (const [name, literal] of literals)
    fetched.set(name, await fetchLiteral(literal, { path: name, store, from: [] }));
  return fetched;
}

/** Whether a literal, or a part of it, is stored separately. */
export function isOffloaded(literal: idl.Literal): boolean {
  const { value } = literal;
  switch (value?.$case) {
    case "offloadedMetadata":
      return true;
    case "collection":
      return value.value.literals.some(isOffloaded);
    case "map":
      for (const part of value.value.literals.values()) if (isOffloaded(part)) return true;
      return false;
    default: {
      const inside = insideUnion(literal);
      return inside !== undefined && isOffloaded(inside);
    }
  }
}

function insideUnion({ value }: idl.Literal): idl.Literal | undefined {
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  return scalar?.$case === "union" ? scalar.value.value : undefined;
}

interface Place {
  readonly path: string;
  readonly store: ValueStore;
  /** The URIs of the literals that this one was in. */
  readonly from: readonly string[];
}

async function fetchLiteral(literal: idl.Literal, place: Place): Promise<idl.Literal> {
  if (!isOffloaded(literal)) return literal;
  const { value } = literal;
  switch (value?.$case) {
    case "offloadedMetadata":
      return fetchOne(literal, value.value, place);
    case "collection": {
      const literals: idl.Literal[] = [];
      for (const [i, part] of value.value.literals.entries())
        literals.push(await fetchLiteral(part, { ...place, path: `${place.path}[${i}]` }));
      return { ...literal, value: { $case: "collection", value: { literals } } };
    }
    case "map": {
      const literals = new Map<string, idl.Literal>();
      for (const [key, part] of value.value.literals)
        literals.set(key, await fetchLiteral(part, { ...place, path: place.path + segmentOf(key) }));
      return { ...literal, value: { $case: "map", value: { literals } } };
    }
    default:
      return fetchVariant(literal, place);
  }
}

async function fetchVariant(literal: idl.Literal, place: Place): Promise<idl.Literal> {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  if (scalar?.$case !== "union" || scalar.value.value === undefined) return literal;
  const value = await fetchLiteral(scalar.value.value, place);
  const union: idl.Scalar = { value: { $case: "union", value: { ...scalar.value, value } } };
  return { ...literal, value: { $case: "scalar", value: union } };
}

async function fetchOne(
  literal: idl.Literal,
  { uri, sizeBytes }: idl.LiteralOffloadedMetadata,
  { path, store, from }: Place,
): Promise<idl.Literal> {
  const failed = (problem: string, cause?: unknown): Error =>
    errors.LITERAL_NOT_FETCHED({ path, uri, problem }, { cause });
  if (uri === "") throw failed("its URI is missing");
  if (from.includes(uri)) throw failed("it contains itself");
  const bytes = await readWhole(uri, Number(sizeBytes), store, failed);
  let fetched: idl.Literal;
  try {
    // Loaded only here: the codecs are most of the code, and authors need none of it.
    const { Literal } = await import("@flytekit-ts/models/core");
    fetched = decodeMessage("flyteidl.core.Literal", Literal, bytes);
  } catch (cause) {
    throw failed("what is there is not a literal", cause);
  }
  const whole = await fetchLiteral(fetched, { path, store, from: [...from, uri] });
  return {
    ...whole,
    hash: literal.hash === "" ? whole.hash : literal.hash,
    metadata: literal.metadata.size === 0 ? whole.metadata : literal.metadata,
  };
}

// A size of 0 is one that nobody wrote down.
async function readWhole(
  uri: string,
  size: number,
  { storage, signal }: ValueStore,
  failed: (problem: string, cause?: unknown) => Error,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of storage.read(uri, { signal })) {
      chunks.push(chunk);
      length += chunk.length;
      if (size > 0 && length > size) break;
    }
  } catch (cause) {
    if (errors.STORAGE_NOT_FOUND.is(cause)) throw failed("nothing is there", cause);
    throw failed(`it could not be read: ${textOf(cause).replace(/\.$/, "")}`, cause);
  }
  if (size > 0 && length > size) throw failed(`it is longer than the ${size} bytes that were written`);
  if (size > 0 && length < size) throw failed(`it has only ${length} of the ${size} bytes that were written`);
  return Buffer.concat(chunks);
}
