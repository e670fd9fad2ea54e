import { isFlytekitError } from "@flytekit-ts/core/errors";
import { encode } from "@flytekit-ts/models";
import * as idl from "@flytekit-ts/models/core";
import { exactly } from "../typed/exactly.js";
import { readLiteralType } from "./read-literal-type.js";
import { readSchema } from "./read-schema.js";
import type { Asked, Reading } from "./reading.js";
import type { Typed } from "../typed/typed.js";
import { unknown } from "../typed/unknown.js";

// What is deeper, compilers find too deep as well.
const DEEPEST = 25;
// Compilers and people read no type that is longer.
const LONGEST = 100_000;

/**
 * Reads what is registered of a type: the type of ours whose values it has, and which is the same for Flyte. Where none has
 * its values it is an unknown type, with the reason.
 */
export function readType(asked: Asked, reading: Reading): Typed {
  const { literalType } = asked;
  // Types with a schema are what many entities share; and what a record of its own is, whoever holds it.
  const isKept = literalType?.metadata !== undefined && asked.isVariant !== true && asked.isRequired !== true;
  const key = isKept ? Buffer.from(encode(idl.LiteralType, literalType)).toString("latin1") : "";
  const known = isKept ? reading.known.get(key) : undefined;
  if (known !== undefined) return known;
  const made = readNew(asked, { ...reading, depth: reading.depth + 1 });
  if (isKept) reading.known.set(key, made);
  return made;
}

function readNew(asked: Asked, reading: Reading): Typed {
  if (reading.depth > DEEPEST) return unknown(`nested more than ${DEEPEST} levels deep`, asked);
  const { literalType, isVariant: anyStructure = false } = asked;
  try {
    const made =
      literalType?.type === undefined ? readSchema(asked, reading) : readLiteralType(asked, reading);
    const exact = exactly(made, { literalType, anyStructure });
    return exact.code.length > LONGEST ? unknown("a type that is too long to be read", asked) : exact;
  } catch (error) {
    // What our types refuse to be: a format that is no extension, an enum with a value twice, ...
    if (!isFlytekitError(error)) throw error;
    return unknown(`flytekit-ts has no such type (${error.text})`, asked);
  }
}
