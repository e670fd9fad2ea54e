import { isFlytekitError } from "@flytekit-ts/core/errors";
import { type Remote, remoteErrors } from "@flytekit-ts/remote";
import { type Finding, ok, problem, skipped } from "../finding.js";
import type { Check } from "../patient.js";
import { NO_CLUSTER } from "./cluster.js";

// What is wrong then is said by another check.
const SILENT: ReadonlySet<string> = new Set(["CLUSTER_UNREACHABLE", "CLUSTER_TIMED_OUT", "CALL_ABORTED"]);

/** Whether the cluster takes the tokens that are stored here. Nobody is asked to sign in. */
export const signIn: Check = {
  name: "sign-in",
  needs: "project",
  examine: async (patient) => {
    const named = await patient.cluster();
    if (named === undefined) return skipped(NO_CLUSTER);
    const { remote } = named;
    const { signal } = patient;
    try {
      await remote.domains({ signal });
    } catch (error) {
      if (remoteErrors.NOT_AUTHENTICATED.is(error)) return signedOut(remote);
      if (isFlytekitError(error) && SILENT.has(error.code)) return skipped("the cluster does not answer");
      throw error;
    }
    return ok(`the cluster takes calls from here (${remote.config.auth.type})`);
  },
};

function signedOut(remote: Remote): Finding {
  const { type } = remote.config.auth;
  const says = `the cluster refuses calls from here: nobody is signed in (${type})`;
  if (type === "pkce" || type === "device")
    return problem(
      says,
      "Run `tsflyte get workflows` in a terminal: it has you sign in, and keeps the tokens.",
    );
  return problem(
    says,
    "Correct how Flyte's configuration signs in: docs/guide/signing-in.md of flytekit-ts has the settings.",
  );
}
