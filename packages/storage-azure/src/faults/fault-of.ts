import { textOf } from "@flytekit-ts/core/errors";
import { answerFault, networkFault, plainWords, type RequestFault } from "@flytekit-ts/core/storage";

const PASSING = new Set(["ServerBusy", "OperationTimedOut", "InternalError"]);

/** What an error of Azure's libraries, or of Node's, means. */
export function faultOf(error: unknown): RequestFault {
  const { code, name, statusCode, retryAfter } = partsOf(error);
  // The service adds the id of the request and the time, each on a line of its own.
  const words = plainWords(textOf(error).split("\n")[0] ?? "");
  if (/^(?:CredentialUnavailable|Authentication|AggregateAuthentication)/.test(name))
    return tokenFault(words, statusCode);
  if (statusCode !== undefined) {
    const fault = answerFault({
      status: statusCode,
      words: code === "" ? words : `${code}: ${words}`,
      retryAfter,
    });
    // The bytes changed on their way and can be sent again.
    const isChanged = statusCode === 400 && /md5|crc64/i.test(words);
    const kind = isChanged || PASSING.has(code) ? "passing" : fault.kind;
    return {
      ...fault,
      kind,
      advice: ADVICE[code] ?? BY_STATUS[statusCode],
      cause: { ...Object(fault.cause), code },
    };
  }
  // Azure's library says so where a connection is reset in the body of an answer.
  const isBroken = name === "AbortError" || code === "REQUEST_SEND_ERROR" || code === "PARSE_ERROR";
  const passing = {
    kind: "passing",
    problem: `the connection broke (${words})`,
    cause: { code, words },
  } as const;
  return (
    networkFault(error) ?? (isBroken ? passing : { kind: "final", problem: words, cause: { code, words } })
  );
}

function tokenFault(words: string, status: number | undefined): RequestFault {
  const isPassing = status !== undefined && answerFault({ status }).kind === "passing";
  return {
    kind: isPassing ? "passing" : "final",
    problem: `no token was given for the credentials (${words})`,
    advice:
      "Set FLYTE_AZURE_STORAGE_ACCOUNT_NAME and FLYTE_AZURE_STORAGE_ACCOUNT_KEY, or the three of a service principal, or run `az login`.",
    cause: { words },
  };
}

const RIGHTS = "Give the identity a role for the container, such as Storage Blob Data Contributor.";

const BY_STATUS: Readonly<Record<number, string>> = {
  401: "Check the credentials: the key of the account, the service principal, or `az login`.",
  403: RIGHTS,
  404: "Check the names of the account, the container and the path.",
};

const ADVICE: Readonly<Record<string, string>> = {
  AuthenticationFailed: "Check the key or the signature, and the clock of this machine.",
  AuthorizationPermissionMismatch: RIGHTS,
  ContainerNotFound: "Make the container, or check its name.",
  InvalidBlockList:
    "Another write of the same blob was finished meanwhile: write each under a name of its own.",
  SnapshotsPresent: "The blob has snapshots: delete those first.",
};

interface Parts {
  readonly code: string;
  readonly name: string;
  readonly statusCode: number | undefined;
  readonly retryAfter: string | undefined;
}

function partsOf(error: unknown): Parts {
  const read = (value: unknown, key: string): unknown => Reflect.get(Object(value), key);
  const [code, name, statusCode] = [read(error, "code"), read(error, "name"), read(error, "statusCode")];
  const headers = read(read(error, "response"), "headers");
  const get = read(headers, "get");
  const retryAfter: unknown =
    typeof get === "function" ? Reflect.apply(get, headers, ["retry-after"]) : undefined;
  return {
    code: typeof code === "string" ? code : "",
    name: typeof name === "string" ? name : "",
    statusCode: typeof statusCode === "number" ? statusCode : undefined,
    retryAfter: typeof retryAfter === "string" ? retryAfter : undefined,
  };
}
