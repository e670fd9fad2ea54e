import { defineErrors } from "@flytekit-ts/core/errors";

interface FailedCall {
  /** Where the call went, and which it was: `AdminService.CreateTask`. */
  readonly endpoint: string;
  readonly call: string;
  /** The server's words, whole. */
  readonly said: string;
}

/** The errors of calls to a cluster: a part of the catalogue. */
export const connectionErrors = defineErrors({
  CALL_UNSUPPORTED: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) => `${endpoint} does not offer ${call}: ${said}`,
    hint: "Check that the endpoint is flyteadmin, and its version.",
  },
  CLUSTER_ENTITY_EXISTS: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) => `${endpoint} has that already (${call}): ${said}`,
  },
  CLUSTER_ENTITY_NOT_FOUND: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) => `${endpoint} does not know it (${call}): ${said}`,
    hint: "Check its name and version, the project and the domain.",
  },
  CLUSTER_FAILED: {
    origin: "system",
    message: (p: FailedCall & { status: string }) =>
      `${p.call} failed at ${p.endpoint} (${p.status}): ${p.said}`,
    hint: "Look at the log of the server; the failure is not in what was sent.",
  },
  CLUSTER_REFUSED: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) => `${endpoint} refused ${call}: ${said}`,
  },
  CLUSTER_TIMED_OUT: {
    origin: "system",
    message: (p: { endpoint: string; call: string; seconds: number }) =>
      `${p.endpoint} did not answer ${p.call} within ${p.seconds} s.`,
    hint: "Try again, or give the call more time.",
  },
  CLUSTER_UNREACHABLE: {
    origin: "system",
    message: ({ endpoint, call, said }: FailedCall) => `${endpoint} cannot be reached (${call}): ${said}`,
    hint: "Check the endpoint, whether it speaks TLS, and the network.",
  },
  NOT_AUTHENTICATED: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) =>
      `${endpoint} does not take the caller's token (${call}): ${said}`,
    hint: "Sign in again, and check `authType` of the configuration.",
  },
  NOT_PERMITTED: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) =>
      `The caller may not do ${call} at ${endpoint}: ${said}`,
    hint: "Ask who runs the cluster for the role that this needs.",
  },
});
