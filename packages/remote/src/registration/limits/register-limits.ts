import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";

/** What a cluster takes, for one that is configured otherwise than Flyte's defaults. `Infinity` is no limit. */
export interface RegisterLimits {
  /** Bytes of a compiled workflow. Above, it is registered and can then neither be read nor executed. By default 2 MiB. */
  readonly closureBytes?: number | undefined;
  /** Bytes of a request. By default 4 MiB. */
  readonly messageBytes?: number | undefined;
  /** Nodes of a workflow, not counting those inside other nodes. By default 100. */
  readonly nodes?: number | undefined;
}

const DEFAULTS = { closureBytes: 2 * 2 ** 20, messageBytes: 4 * 2 ** 20, nodes: 100 } as const;

/** The limits that hold. @throws `OPTION_INVALID`, `OPTION_UNKNOWN` */
export function settledLimits(given: RegisterLimits = {}): Readonly<Record<keyof RegisterLimits, number>> {
  const at = "`limits` of remote.register";
  assertOptions(given, new Set(Object.keys(DEFAULTS)), at);
  for (const [option, limit] of Object.entries(given) as readonly [string, unknown][]) {
    if (limit === undefined || (typeof limit === "number" && limit > 0)) continue;
    throw coreErrors.OPTION_INVALID({ at, option, wanted: "a number above 0", given: limit });
  }
  const { closureBytes, messageBytes, nodes } = given;
  return {
    closureBytes: closureBytes ?? DEFAULTS.closureBytes,
    messageBytes: messageBytes ?? DEFAULTS.messageBytes,
    nodes: nodes ?? DEFAULTS.nodes,
  };
}
