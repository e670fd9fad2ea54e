import { defineErrors } from "@flytekit-ts/core/errors";

import { reachAdvice } from "./parts/reach-advice.js";

/** A call that failed, as the server told it. */
export interface FailedCall {
  readonly endpoint: string;
  /** `AdminService.CreateTask` */
  readonly call: string;
  /** The server's words, whole. */
  readonly said: string;
  /** What the server added, such as `flyteidl.admin.CreateWorkflowFailureReason`. */
  readonly details: readonly { readonly type: string; readonly value: unknown }[];
}

/** The errors of calls to a cluster: a part of the catalogue. */
export const connectionErrors = defineErrors({
  CALL_ABORTED: {
    origin: "user",
    message: (p: { endpoint: string; call: string }) =>
      `${p.call} at ${p.endpoint} was aborted by its signal.`,
    hint: "The server may have done what the call asked for: check that before you call again.",
  },
  CALL_UNSUPPORTED: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) => `${endpoint} does not offer ${call}: ${said}`,
    hint: "Check that the endpoint is flyteadmin's, and which version it has.",
  },
  CLUSTER_ENTITY_EXISTS: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) =>
      `${endpoint} already has what ${call} was to create: ${said}`,
    hint: "Use another name or version.",
  },
  CLUSTER_ENTITY_NOT_FOUND: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) =>
      `${endpoint} does not have what ${call} asked for: ${said}`,
    hint: "Check the name, the version, the project and the domain that you gave.",
  },
  CLUSTER_FAILED: {
    origin: "system",
    message: (p: FailedCall & { status: string }) =>
      `${p.call} failed at ${p.endpoint} (${p.status}): ${p.said}`,
    hint: ({ status }) =>
      status === "RESOURCE_EXHAUSTED"
        ? "The server takes no more calls at the moment: wait a while, and call again."
        : "Look at the log of the server, or ask the people who run it.",
  },
  CLUSTER_MESSAGE_TOO_LARGE: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) =>
      `A message of ${call} is too large for ${endpoint}: ${said}`,
    hint: "A server takes 4 MiB unless it is configured otherwise. Pass large values as files, and split large workflows.",
  },
  CLUSTER_REFUSED: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) => `${endpoint} refused ${call}: ${said}`,
    hint: "The message after the colon is the server's. Change what it complains about, and call again.",
  },
  CLUSTER_TIMED_OUT: {
    origin: "system",
    message: (p: { endpoint: string; call: string; timeout: number }) =>
      `${p.endpoint} did not answer ${p.call} within ${p.timeout / 1000} s.`,
    hint: "Try again, or give calls more time with `timeout`.",
  },
  CLUSTER_UNREACHABLE: {
    origin: "system",
    message: ({ endpoint, call, said }: FailedCall) => `${endpoint} cannot be reached for ${call}: ${said}`,
    hint: ({ said }) => reachAdvice(said),
  },
  HTTP_FAILED: {
    origin: "system",
    message: (p: { method: string; url: string; problem: string }) =>
      `${p.method} ${p.url} had no answer: ${p.problem}.`,
    hint: "Check the address, the proxy, and whether the server's certificate is trusted.",
  },
  NOT_AUTHENTICATED: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) => `${endpoint} does not know who calls ${call}: ${said}`,
    hint: "Sign in again, and check `auth.type` (in Flyte's files `authType`).",
  },
  NOT_PERMITTED: {
    origin: "user",
    message: ({ endpoint, call, said }: FailedCall) =>
      `The caller may not call ${call} at ${endpoint}: ${said}`,
    hint: "Ask the people who run the cluster for the role that this call needs.",
  },
});
