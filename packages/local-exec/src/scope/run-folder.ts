import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { OutputPrefixes } from "@flytekit-ts/core";
import type { CheckpointPlaces } from "@flytekit-ts/core/context";
import { systemCode } from "@flytekit-ts/core/storage";

/** How long the name of a folder may be before it is cut: file systems take 255 bytes. */
const LONGEST = 150;

/**
 * The folder of a run, with a folder for each attempt of a node: `nodes/<node>/<number>`.
 *
 * The number of an attempt is that of the attempt in the run, after those that an earlier process made in the same
 * folder. So what a run left that was killed stays, and the next attempt of the node finds it.
 */
export class RunFolder {
  readonly #root: () => string;
  readonly #isNew: boolean;
  /** The number of the first attempt in this process, by node. */
  readonly #first = new Map<string, number>();

  /** `root` is asked for when it is needed. `isNew` says that no earlier process wrote there. */
  constructor(root: () => string, { isNew = true }: { readonly isNew?: boolean } = {}) {
    this.#root = root;
    this.#isNew = isNew;
  }

  /** The folder of one attempt. It is not made. */
  of(node: string, attempt: number): string {
    return this.#numbered(node, this.#numberOf(node, attempt));
  }

  /** Where the outputs of one attempt would go on a cluster. */
  prefixes(node: string, attempt: number): OutputPrefixes {
    const outputs = this.of(node, attempt);
    return { outputs, rawOutputs: join(outputs, "raw") };
  }

  /** Where an attempt writes its checkpoint, and where those before it wrote theirs. */
  checkpoint(node: string, attempt: number): CheckpointPlaces {
    const last = this.#numberOf(node, attempt);
    const at = (number: number): string => join(this.#numbered(node, number), "checkpoint");
    return { destination: at(last), previous: Array.from({ length: last }, (_, i) => at(last - 1 - i)) };
  }

  #numbered(node: string, number: number): string {
    return join(this.#root(), "nodes", folderName(node), String(number));
  }

  #numberOf(node: string, attempt: number): number {
    if (this.#isNew) return attempt;
    const known = this.#first.get(node);
    if (known !== undefined) return known + attempt;
    const first = attemptsIn(join(this.#root(), "nodes", folderName(node)));
    this.#first.set(node, first);
    return first + attempt;
  }
}

/** The name of a node's folder: its path, escaped, and with a digest in place of the end if it is long. */
function folderName(node: string): string {
  const name = encodeURIComponent(node);
  if (name.length <= LONGEST) return name;
  return `${name.slice(0, LONGEST)}~${createHash("sha256").update(node).digest("hex").slice(0, 32)}`;
}

function attemptsIn(folder: string): number {
  try {
    return Math.max(-1, ...readdirSync(folder).map(Number).filter(Number.isInteger)) + 1;
  } catch (error) {
    // Nothing was written there yet.
    if (systemCode(error) === "ENOENT") return 0;
    throw error;
  }
}
