import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { Remote } from "@flytekit-ts/remote";
import { ok, skipped } from "../finding.js";
import type { Check } from "../patient.js";

const UNKNOWN = "of an unknown version";

/** What to say where there is nothing to look at. */
export const NO_CLUSTER = "no cluster is configured";

/** Whether the cluster answers, with TLS as it is configured. */
export const cluster: Check = {
  name: "cluster",
  needs: "project",
  examine: async (patient) => {
    const named = await patient.cluster();
    if (named === undefined) return skipped(NO_CLUSTER);
    const { remote, sources } = named;
    const { endpoint, insecure } = remote.config;
    const version = await versionOf(remote, patient.signal);
    const how = insecure ? "without TLS" : "with TLS";
    return ok(
      `flyteadmin ${version} answers at ${endpoint} ${how} (${sources.get("endpoint") ?? "the default"})`,
    );
  },
};

const REFUSAL = /^(?:AUTH_|NOT_AUTHENTICATED|NOT_PERMITTED|CALL_UNSUPPORTED)/;

// Who is refused has been answered: the check of the sign-in says more.
async function versionOf(remote: Remote, signal: AbortSignal): Promise<string> {
  try {
    const version = (await remote.version({ signal }))?.Version ?? "";
    return version === "" || version === "unknown" ? UNKNOWN : version;
  } catch (error) {
    if (isFlytekitError(error) && REFUSAL.test(error.code)) return UNKNOWN;
    throw error;
  }
}
