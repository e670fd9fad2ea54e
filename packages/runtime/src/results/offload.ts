import { Literal } from "@flytekit-ts/models/core";
import type * as idl from "@flytekit-ts/models/core";
import { encode } from "@flytekit-ts/models";
import { literalOf } from "@flytekit-ts/core/literals";
import type { Literals, TaskEntity } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import { type Environment, wholeNumber } from "../command/environment.js";
import { literalHash } from "./literal-hash.js";
import { type OutputFile, resultFile } from "./write-results.js";

const MEGABYTE = 1024 * 1024;

/**
 * The files of a task's outputs, where the cluster wants large literals in files of their own: those come first.
 *
 * @throws `LITERAL_TOO_LARGE`, `CONTAINER_INVALID`
 */
export function offload(
  task: TaskEntity,
  literals: Literals,
  { prefix, env }: { readonly prefix: string; readonly env: Environment },
): readonly OutputFile[] {
  const least = (wholeNumber(env, "_F_L_MIN_SIZE_MB") ?? 10) * MEGABYTE;
  const limit = (wholeNumber(env, "_F_L_MAX_SIZE_MB") ?? 1000) * MEGABYTE;
  const files: OutputFile[] = [];
  const kept = new Map<string, idl.Literal>();
  for (const [output, literal] of literals) {
    const bytes = encode(Literal, literal);
    const size = bytes.length;
    if (size >= limit) throw errors.LITERAL_TOO_LARGE({ output, size, limit });
    if (size < least) {
      kept.set(output, literal);
      continue;
    }
    const name = `${output}_offloaded_metadata.pb`;
    files.push({ name, bytes });
    const inferredType = task.interface.outputs.get(output)?.transformer.literalType;
    const value = { uri: `${prefix}/${name}`, sizeBytes: BigInt(size), inferredType };
    const hash = literal.hash === "" ? literalHash(literal) : literal.hash;
    kept.set(output, { ...literalOf({ $case: "offloadedMetadata", value }), hash });
  }
  return [...files, resultFile({ kind: "outputs", literals: kept })];
}
