import { basename } from "node:path";
import type * as idl from "@flytekit-ts/models/core";
import { isRemote, localPathOf, urisIn } from "@flytekit-ts/core/storage";
import type { Literals, TaskEntity } from "@flytekit-ts/core/tasks";
import type { RuntimeType } from "@flytekit-ts/core/types";
import type { CacheKeyParts } from "../../events/cache-reason.js";
import type { LiteralCodec } from "../../events/literal-codec.js";
import { digestOf } from "../disk/digest-of.js";
import { hashedLiteral } from "./hashed-literal.js";
import { interfaceDigest } from "./interface-digest.js";
import { printOf } from "./path-print.js";

/** The key of one execution, and what it is made of. */
export interface CacheKey {
  readonly key: string;
  readonly parts: CacheKeyParts;
}

/** Make the key of an execution of a task. @throws errors of the file system, for files among the inputs */
export async function keyOf(
  task: TaskEntity,
  version: string,
  given: Literals,
  codec: LiteralCodec,
): Promise<CacheKey> {
  const ignored = new Set(task.settings.cache?.ignoredInputs);
  const inputs: [string, string][] = [];
  for (const [name, literal] of [...given].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (ignored.has(name)) continue;
    const type = task.interface.inputs.get(name);
    inputs.push([name, await inputDigest(hashedLiteral(literal), type, codec)]);
  }
  const types = await interfaceDigest(task);
  const key = digestOf(JSON.stringify([task.name, version, types, inputs]));
  return {
    key,
    parts: { task: task.name, version, interface: types, inputs: Object.fromEntries(inputs) },
  };
}

async function inputDigest(
  literal: idl.Literal,
  type: RuntimeType | undefined,
  codec: LiteralCodec,
): Promise<string> {
  const uris = type === undefined ? [] : urisIn(type, literal).filter((uri) => !isRemote(uri));
  if (uris.length === 0) return digestOf(codec.toBytes(new Map([["", literal]])));
  const prints: string[] = [];
  for (const uri of uris) prints.push((await printOf(localPathOf(uri) ?? uri)).content);
  const bytes = codec.toBytes(new Map([["", withoutFolders(literal)]]));
  return digestOf(JSON.stringify([digestOf(bytes), prints]));
}

/**
 * A literal whose local files have only their names: it is what is in a file that counts, and not in which folder a
 * run has put it. In records the paths stay.
 */
function withoutFolders(literal: idl.Literal): idl.Literal {
  const { value } = literal;
  switch (value?.$case) {
    case "collection":
      return {
        ...literal,
        value: { $case: "collection", value: { literals: value.value.literals.map(withoutFolders) } },
      };
    case "map": {
      const literals = new Map([...value.value.literals].map(([name, part]) => [name, withoutFolders(part)]));
      return { ...literal, value: { $case: "map", value: { literals } } };
    }
    case "scalar":
      return {
        ...literal,
        value: { $case: "scalar", value: { value: scalarWithoutFolders(value.value.value) } },
      };
    default:
      return literal;
  }
}

function scalarWithoutFolders(scalar: idl.Scalar["value"]): idl.Scalar["value"] {
  switch (scalar?.$case) {
    case "blob":
      return { $case: "blob", value: { ...scalar.value, uri: nameIn(scalar.value.uri) } };
    case "structuredDataset":
      return { $case: "structuredDataset", value: { ...scalar.value, uri: nameIn(scalar.value.uri) } };
    case "schema":
      return { $case: "schema", value: { ...scalar.value, uri: nameIn(scalar.value.uri) } };
    case "union": {
      const { value } = scalar.value;
      return { $case: "union", value: { ...scalar.value, value: value && withoutFolders(value) } };
    }
    default:
      return scalar;
  }
}

function nameIn(uri: string): string {
  return isRemote(uri) ? uri : basename(localPathOf(uri) ?? uri);
}
