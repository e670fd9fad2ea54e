import type * as idl from "@flytekit-ts/models/core";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { Codecs } from "../journal/format/codecs.js";

/** What is wrong with inputs, compared with those that a node had elsewhere. Undefined if they are the same. */
export function otherThan(had: Literals, now: Literals, codecs: Codecs): string | undefined {
  for (const [name, literal] of now) {
    const other = had.get(name);
    if (other === undefined) return `has an input ${name} now, and had none`;
    if (!isSame(other, literal, codecs)) return `has another value for its input ${name} than it had`;
  }
  return undefined;
}

// Hashes are for caches, and may have been left out on the way.
function isSame(a: idl.Literal, b: idl.Literal, { literalToBytes }: Codecs): boolean {
  const [one, other] = [a, b].map((literal) => Buffer.from(literalToBytes({ ...literal, hash: "" })));
  return one !== undefined && other !== undefined && one.equals(other);
}
