import { textOf } from "@flytekit-ts/core/errors";
import type { Verdict } from "@flytekit-ts/core/storage";
import { Metadata, type ServiceError, status as Status } from "@grpc/grpc-js";
import { reachProblem } from "../errors/parts/reach-advice.js";
import type { StatusDetail } from "./status-details.js";

/** One try of a call that a server, or gRPC in its place, refused. It never leaves the connection. */
export class FailedAttempt extends Error {
  readonly status: Status;
  /** The server's words, whole. */
  readonly said: string;
  readonly details: readonly StatusDetail[];

  constructor(error: unknown, details: readonly StatusDetail[]) {
    super("a try of a call failed", { cause: error });
    const known = isServiceError(error) ? error : undefined;
    this.status = known?.code ?? Status.UNKNOWN;
    this.said = known === undefined ? textOf(error) : withoutFrame(known.details);
    this.details = details;
  }
}

/** The failure of a try, with all that the server sent. */
export async function failedAttempt(error: unknown): Promise<FailedAttempt> {
  const [bytes] = isServiceError(error) ? error.metadata.get("grpc-status-details-bin") : [];
  if (typeof bytes !== "object") return new FailedAttempt(error, []);
  // Most programs never need what reads these bytes.
  const { statusDetails } = await import("./status-details.js");
  return new FailedAttempt(error, statusDetails(bytes));
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && "metadata" in error && error.metadata instanceof Metadata;
}

// grpc-js puts what went wrong with a connection into words of its own.
function withoutFrame(said: string): string {
  const inner = /^No connection established\. Last error: (?:Error: )?(.*?)\. Resolution note: $/s.exec(
    said,
  )?.[1];
  if (inner === "undefined") return unexplained();
  return inner === undefined ? said : inner.trim();
}

/** The variables in which grpc-js looks for a proxy, in its order. */
const PROXIES = ["grpc_proxy", "https_proxy", "http_proxy"];

// It gives no reason where a proxy does not answer. The value of the variable may hold a password.
function unexplained(): string {
  const variable = PROXIES.find((name) => (process.env[name] ?? "") !== "");
  const through = variable === undefined ? "" : ` through the proxy that ${variable} names`;
  return `no connection could be made${through}`;
}

/** Whether a message was larger than one side takes, so that a repeat is in vain. */
export function isTooLarge({ status, said }: FailedAttempt): boolean {
  return status === Status.RESOURCE_EXHAUSTED && /larger than max|larger than the max|too large/i.test(said);
}

/** Whether the token was not taken. Proxies that want one answer in HTTP, which gRPC calls UNKNOWN. */
export function isUnauthenticated(error: unknown): error is FailedAttempt {
  if (!(error instanceof FailedAttempt)) return false;
  return error.status === Status.UNAUTHENTICATED || error.status === Status.UNKNOWN;
}

/** Whether the next try may succeed, since the connection broke or the server has too much to do. */
export function verdictOf(error: unknown): Verdict {
  if (!(error instanceof FailedAttempt)) return { kind: "lasting" };
  const { status, said } = error;
  if (status === Status.UNAVAILABLE) return { kind: isAboutTls(said) ? "lasting" : "passing" };
  if (status === Status.RESOURCE_EXHAUSTED) return { kind: isTooLarge(error) ? "lasting" : "throttled" };
  // How grpc-js tells of a stream that was reset under it.
  const isReset = status === Status.INTERNAL && said.includes("RST_STREAM");
  return { kind: isReset ? "passing" : "lasting" };
}

// A server that may want TLS may as well have restarted.
function isAboutTls(said: string): boolean {
  const problem = reachProblem(said);
  return problem !== undefined && problem !== "server-may-want-tls";
}
