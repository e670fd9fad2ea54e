import { type Literal, LiteralMap } from "@flytekit-ts/models/core";
import { encode } from "@flytekit-ts/models";
import type { Storage } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import { writeSmall } from "./small-files.js";

/** What a task has made: literals, or the graph of a dynamic. */
export type Made =
  | { readonly kind: "outputs"; readonly literals: Literals }
  | { readonly kind: "graph"; readonly bytes: Uint8Array };

/** A file of the output prefix. */
export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The bytes of `outputs.pb` or `futures.pb`. */
export function resultFile(made: Made): OutputFile {
  if (made.kind === "graph") return { name: "futures.pb", bytes: made.bytes };
  const literals = new Map<string, Literal>(made.literals);
  return { name: "outputs.pb", bytes: encode(LiteralMap, { literals }) };
}

/** Writes files below a prefix, one after another: what the last one points at is there before it. */
export async function writeFiles(
  files: readonly OutputFile[],
  prefix: string,
  { storage, signal }: { readonly storage: Storage; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  for (const { name, bytes } of files) {
    const uri = `${prefix}/${name}`;
    const isDone = signal?.aborted !== true && writeSmall(uri, bytes);
    if (!isDone) await storage.write(uri, bytes, { signal });
  }
}
