import { STAMP, type Stamp, STAMPED } from "../brands/contract.js";
import * as errors from "../errors.js";
import type { Place } from "../source/place.js";
import { describeValue } from "../words/describe-value.js";
import { upperFirst } from "../words/upper-first.js";

/** How to speak of what another copy may have made: in words, and the author's line. */
export interface Made {
  readonly words?: () => string;
  readonly place?: Place | undefined;
}

/**
 * Asserts that this copy can read what a copy of this package made.
 *
 * Called wherever something enters that another copy may have made, before anything but its mark is read.
 *
 * @throws `VERSIONS_MIXED`
 */
export function assertContract(made: object, { words, place }: Made = {}): void {
  const stamp: unknown = Reflect.get(made, STAMPED);
  // Nearly always it is this copy's own.
  if (stamp === STAMP || (isStamp(stamp) && stamp.contract === STAMP.contract)) return;
  throw versionsMixed(words?.() ?? describeValue(made), isStamp(stamp) ? stamp : undefined, place);
}

/** The error for what another copy made. `theirs` is absent if that copy is from before contract numbers. */
export function versionsMixed(made: string, theirs: Stamp | undefined, place?: Place): Error {
  // Entities without a name of their own are spoken of in code: `mapTask(square)`.
  const first = /^(?:the|an?) /.test(made) ? upperFirst(made) : made;
  const params = { made: first, theirs, ours: STAMP };
  return errors.VERSIONS_MIXED(params, { location: place?.location });
}

function isStamp(value: unknown): value is Stamp {
  if (typeof value !== "object" || value === null) return false;
  const { contract, version } = value as Partial<Record<keyof Stamp, unknown>>;
  return typeof contract === "number" && typeof version === "string";
}
