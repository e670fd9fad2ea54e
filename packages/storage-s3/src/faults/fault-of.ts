import { textOf } from "@flytekit-ts/core/errors";
import { answerFault, networkFault, plainWords, type RequestFault } from "@flytekit-ts/core/storage";

/** What the SDK's errors have, as far as it is read. */
interface SdkError {
  readonly name?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
}

// They come with a status that says something else, or with none.
const KINDS: Readonly<Record<string, RequestFault["kind"]>> = {
  NoSuchKey: "absent",
  NotFound: "absent",
  NoSuchBucket: "final",
  SlowDown: "passing",
  Throttling: "passing",
  ThrottlingException: "passing",
  RequestLimitExceeded: "passing",
  TooManyRequestsException: "passing",
  RequestTimeout: "passing",
  TimeoutError: "passing",
  BadDigest: "passing",
  XAmzContentSHA256Mismatch: "passing",
  InternalError: "passing",
  OperationAborted: "passing",
};

const UNKNOWN_KEY = "the store does not know the access key";

const PROBLEMS: Readonly<Record<string, string>> = {
  NoSuchBucket: "there is no such bucket",
  CredentialsProviderError: "no credentials were found",
  InvalidAccessKeyId: UNKNOWN_KEY,
  XAdminUserNotFound: UNKNOWN_KEY,
  NoSuchUpload: "the store has lost the upload",
  BadDigest: "the bytes that the store received are not those that were sent",
};

const CHECK_KEY = "Check the access key id, and that it belongs to this endpoint.";

const ADVICE: Readonly<Record<string, string>> = {
  NoSuchBucket: "Check the name of the bucket, and the endpoint: `FLYTE_AWS_ENDPOINT`.",
  CredentialsProviderError:
    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, give the service account of the pod a role, or pass `credentials`.",
  InvalidAccessKeyId: CHECK_KEY,
  XAdminUserNotFound: CHECK_KEY,
  NoSuchUpload: "Write it again; nothing was left behind.",
  SignatureDoesNotMatch: "Check the secret access key, and that it belongs to the access key id.",
  ExpiredToken: "Renew the credentials.",
  RequestTimeTooSkewed: "Set the clock of this machine.",
  SlowDown: "Try again later, or spread the keys over several prefixes.",
};

/** What an error of the SDK, or of Node's, means. */
export function faultOf(error: unknown): RequestFault {
  const { name, $metadata = {}, $response } = Object(error) as SdkError;
  const code = typeof name === "string" ? name : "";
  const words = plainWords(textOf(error));
  const status = $metadata.httpStatusCode;
  if (status !== undefined && (status >= 300 || Object.hasOwn(KINDS, code))) {
    const said = status < 400 || isUnknown(code) ? "" : `${code}: ${words}`;
    const fault = answerFault({ status, words: said, retryAfter: $response?.headers?.["retry-after"] });
    const problem = PROBLEMS[code];
    // A 404 may also be that of a bucket, an upload or a user; without a code it is that of the object.
    const isOther = fault.kind === "absent" && !isUnknown(code);
    return {
      ...fault,
      kind: KINDS[code] ?? (isThrottled(words) ? "passing" : isOther ? "final" : fault.kind),
      problem: problem === undefined ? fault.problem : `${problem} (${code})`,
      advice: ADVICE[code] ?? adviceFor(status),
      cause: { code, status, words, requestId: $metadata.requestId },
    };
  }
  const network = networkFault(error);
  if (network !== undefined) return network;
  return {
    kind: KINDS[code] ?? (isCut(words) ? "passing" : "final"),
    problem: PROBLEMS[code] ?? words,
    advice: ADVICE[code],
    cause: { code, words },
  };
}

/** Whether a request was refused for its credentials, or for the lack of them. */
export function isRefused(error: unknown): boolean {
  const { name, $metadata } = Object(error) as SdkError;
  // The last is versitygw's, with status 404.
  const isCredentials = name === "CredentialsProviderError" || name === "XAdminUserNotFound";
  return isCredentials || [401, 403].includes($metadata?.httpStatusCode ?? 0);
}

// HEAD has no body that would say more than the status.
const isUnknown = (code: string): boolean => /^(?:Unknown\w*|\d+|Error|S3ServiceException|)$/.test(code);

// S3 says so, some stores with a status of their own.
const isThrottled = (words: string): boolean => /reduce your request rate/i.test(words);

// Node's words for a connection that ended within an answer.
const isCut = (words: string): boolean => /^(?:aborted|socket hang up|terminated)$/i.test(words);

function adviceFor(status: number): string | undefined {
  switch (status) {
    case 301:
    case 307:
      return "Give the region of the bucket: `s3({ region })`, or AWS_REGION.";
    case 401:
    case 403:
      return "Give these credentials the right to do this. Without the right to list, what is not there is refused, too.";
    case 429:
    case 503:
      return "Try again later, or spread the keys over several prefixes.";
    default:
      return undefined;
  }
}
