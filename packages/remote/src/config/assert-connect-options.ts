import { assertBoolean, assertOptions, assertText, hidden } from "@flytekit-ts/core/tasks";
import { coreErrors } from "@flytekit-ts/core/errors";
import type { AuthOptions, ConnectOptions } from "./connect-options.js";

const AT = "connect";
const TEXTS = [
  "config",
  "endpoint",
  "caCertFile",
  "consoleEndpoint",
  "httpProxy",
  "project",
  "domain",
  "cwd",
] as const;
const BOOLEANS = ["insecure", "insecureSkipVerify", "interactive"] as const;
const KNOWN: ReadonlySet<string> = new Set([
  ...TEXTS,
  ...BOOLEANS,
  ...["auth", "storage", "timeout", "env", "onNotice"],
]);

const AUTH_TEXTS = ["type", "clientId", "audience"] as const;
const AUTH_LISTS = ["scopes", "command", "proxyCommand"] as const;
const KNOWN_OF_AUTH: ReadonlySet<string> = new Set([
  "type",
  "clientId",
  "clientSecret",
  "scopes",
  "audience",
  "command",
  "proxyCommand",
]);

/** Asserts that all options of `connect` are known, and of their types. @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID` */
export function assertConnectOptions(options: ConnectOptions): void {
  const advice = 'Give one object: `connect({ endpoint: "flyte.example.com:443" })`.';
  assertOptions(options, KNOWN, AT, advice);
  for (const option of TEXTS) assertText(options[option], option, AT);
  for (const option of BOOLEANS) assertBoolean(options[option], option, AT);
  if (options.auth !== undefined) assertAuth(options.auth);
  const { onNotice: given } = options;
  if (given === undefined || typeof given === "function") return;
  throw coreErrors.OPTION_INVALID({ at: AT, option: "onNotice", wanted: "a function", given });
}

function assertAuth(auth: AuthOptions): void {
  assertOptions(auth, KNOWN_OF_AUTH, `\`auth\` of ${AT}`);
  for (const option of AUTH_TEXTS) assertText(auth[option], `auth.${option}`, AT);
  for (const option of AUTH_LISTS) assertList(auth[option], `auth.${option}`);
  const { clientSecret } = auth;
  if (clientSecret === undefined || typeof clientSecret === "function") return;
  throw coreErrors.OPTION_INVALID({
    ...{ at: AT, option: "auth.clientSecret", wanted: "a function that returns the secret" },
    ...hidden(clientSecret),
    advice:
      "Write `clientSecret: () => secret`, so that the secret is not in what is printed of the options.",
  });
}

function assertList(value: unknown, option: string): void {
  if (value === undefined) return;
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return;
  throw coreErrors.OPTION_INVALID({ at: AT, option, wanted: "a list of strings", ...hidden(value) });
}
