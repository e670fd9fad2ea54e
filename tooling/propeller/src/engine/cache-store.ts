import { createHash } from "node:crypto";
import { encode } from "@flytekit-ts/models";
import type * as idl from "@flytekit-ts/models/core";
import { LiteralMap, TaskTemplate, VariableMap } from "@flytekit-ts/models/core";
import type { Literals } from "../values/literals.js";

/** Outputs of cached tasks, and who is about to make some. */
export class CacheStore {
  readonly #outputs = new Map<string, Literals>();
  readonly #makers = new Map<string, Promise<void>>();

  get(key: string): Literals | undefined {
    return this.#outputs.get(key);
  }

  set(key: string, outputs: Literals): void {
    this.#outputs.set(key, outputs);
  }

  /** Let one at a time make the outputs of a key: the others wait, and find them. */
  async alone<T>(key: string, make: () => Promise<T>): Promise<T> {
    const before = this.#makers.get(key) ?? Promise.resolve();
    const made = before.then(make);
    const ended = made.then(
      () => {},
      () => {},
    );
    this.#makers.set(key, ended);
    return made;
  }
}

/**
 * The key of a task's outputs: the task, its cache version, its interface, and its inputs.
 *
 * Descriptions and what else a type says of itself do not matter; a literal with a hash counts by that alone.
 */
export function cacheKey(task: idl.TaskTemplate, inputs: Literals): string {
  const { id, metadata, interface: declared } = TaskTemplate.create(task);
  const ignored = new Set(metadata?.cacheIgnoreInputVars);
  const counted = [...inputs]
    .filter(([name]) => !ignored.has(name))
    .map(([name, each]) => [name, hashed(each)] as const);
  const literals = new Map(counted.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return JSON.stringify([
    id?.project,
    id?.domain,
    `flyte_task-${id?.name}`,
    `${metadata?.discoveryVersion}-${interfaceHash(declared?.inputs)}-${interfaceHash(declared?.outputs)}`,
    `flyte_cached-${sha256(encode(LiteralMap, { literals }))}`,
  ]);
}

function hashed(literal: idl.Literal): idl.Literal {
  const { hash, value } = literal;
  if (hash !== "") return { value: undefined, hash, metadata: new Map() };
  if (value?.$case === "collection") {
    return {
      ...literal,
      value: { $case: "collection", value: { literals: value.value.literals.map(hashed) } },
    };
  }
  if (value?.$case !== "map") return literal;
  const literals = new Map([...value.value.literals].map(([key, each]) => [key, hashed(each)]));
  return { ...literal, value: { $case: "map", value: { literals } } };
}

function interfaceHash(variables: idl.VariableMap | undefined): string {
  const entries = [...(variables?.variables ?? [])].map(
    ([name, { type }]) =>
      [
        name,
        { type: stripped(type), description: "", artifactPartialId: undefined, artifactTag: undefined },
      ] as const,
  );
  return sha256(encode(VariableMap, { variables: new Map(entries) })).slice(0, 8);
}

/** A type without what does not change its values: metadata, and annotations but for the format of records. */
function stripped(type: idl.LiteralType | undefined): idl.LiteralType | undefined {
  if (type === undefined) return undefined;
  const isFormat = type.annotation?.annotations?.["cache-key-metadata"] !== undefined;
  const bare = { ...type, metadata: undefined, annotation: isFormat ? type.annotation : undefined };
  switch (bare.type?.$case) {
    case "collectionType":
    case "mapValueType":
      return {
        ...bare,
        type: { $case: bare.type.$case, value: stripped(bare.type.value) ?? bare.type.value },
      };
    case "unionType": {
      const variants = bare.type.value.variants.map((each) => stripped(each) ?? each);
      return { ...bare, type: { $case: "unionType", value: { variants } } };
    }
    default:
      return bare;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url");
}
