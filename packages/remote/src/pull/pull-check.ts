import { assertOptions } from "@flytekit-ts/core/tasks";
import { pullErrors as errors } from "../errors/pull-errors.js";
import { changesOf, type PullChange } from "./changes/changes-of.js";
import { digest, type Header, readHeader } from "./module/header.js";
import { pullFrom, type PullRemote } from "./pull.js";
import type { PulledModule } from "./pulled-module.js";
import { clusterSource } from "./source/cluster-source.js";
import type { PullSource } from "./source/pull-source.js";
import type { PullSelection } from "./selection.js";

/** What `pullCheck` finds. */
export interface PullChecked {
  /** Whether the module is what `pull` would write now. */
  readonly isCurrent: boolean;
  /** What is different, one thing each, in words. */
  readonly changes: readonly PullChange[];
  /** The module that `pull` would write now. */
  readonly now: PulledModule;
}

/**
 * Compares a pulled module with the cluster, and says what has changed there: new versions, inputs that came or went, types.
 * It changes nothing.
 *
 * @throws `PULL_MODULE_UNREADABLE` for a text that is no pulled module, and what calls throw.
 * @example
 * const { changes } = await pullCheck(await connect(), await readFile("src/shop.ts", "utf8"));
 * for (const { text } of changes) console.log(text); // shop.rate v2: the input `country` is new (string)
 */
export async function pullCheck(
  remote: PullRemote,
  module: string,
  options: Pick<PullSelection, "signal"> = {},
): Promise<PullChecked> {
  assertOptions(options, new Set(["signal"]), "pullCheck");
  return checkFrom(clusterSource(remote.connection.admin), module, options.signal);
}

/** The same, with any source of entities. */
export async function checkFrom(
  source: PullSource,
  module: string,
  signal?: PullSelection["signal"],
): Promise<PullChecked> {
  const before = typeof module === "string" ? readHeader(module.replace(/\r\n/g, "\n")) : undefined;
  if (before === undefined)
    throw errors.PULL_MODULE_UNREADABLE({
      given: typeof module === "string" ? "it has no header" : "it is no text",
    });
  const now = await pullFrom(source, before.header.asked, { signal, mayLack: true });
  const after = readHeader(now.text);
  const changes = after === undefined ? [] : changesOf(before.header, after.header);
  const edited = editsOf(before, { now, after: after?.header, isSame: changes.length === 0 });
  const all = [...edited, ...changes];
  return { isCurrent: all.length === 0, changes: all, now };
}

interface Then {
  readonly header: Header;
  readonly rest: string;
}

interface Now {
  readonly now: PulledModule;
  readonly after: Header | undefined;
  readonly isSame: boolean;
}

function editsOf({ header, rest }: Then, { after, isSame }: Now): readonly PullChange[] {
  if (digest(rest) !== header.hash)
    return [{ kind: "edited", text: "the module was changed after it was pulled" }];
  if (isSame && after?.hash !== header.hash)
    return [{ kind: "written-otherwise", text: "this version of `pull` writes the same types otherwise" }];
  return [];
}
