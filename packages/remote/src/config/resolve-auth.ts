import { readFileSync } from "node:fs";
import { textOf } from "@flytekit-ts/core/errors";
import { configErrors as errors } from "../errors/config-errors.js";
import { toAuthType } from "./auth-type.js";
import type { AuthConfig } from "./cluster-config.js";
import type { AuthOptions } from "./connect-options.js";
import type { Environment } from "./environment.js";
import type { LookUp } from "./look-up.js";
import { SETTINGS } from "./settings.js";

/** How to get tokens, by options first, then by environment and file. A secret means that it is to be used. */
export function resolveAuth(options: AuthOptions, env: Environment, lookUp: LookUp): AuthConfig {
  const found = lookUp.text(SETTINGS.authType);
  const named = options.type ?? found?.value;
  const { secret, isPlaced } = secretOf(options, env, lookUp);
  // flytekit, too: a file or a variable of a secret says how to sign in, whatever else is said.
  const byType = named === undefined ? undefined : toAuthType(named, found?.source ?? "the options");
  const type = options.type === undefined && isPlaced ? "client-credentials" : byType;
  return {
    type: type ?? (secret === undefined ? "pkce" : "client-credentials"),
    clientId: options.clientId ?? lookUp.text(SETTINGS.clientId)?.value,
    clientSecret: secret,
    scopes: options.scopes ?? lookUp.list(SETTINGS.scopes)?.value,
    audience: options.audience ?? lookUp.text(SETTINGS.audience)?.value,
    command: options.command ?? lookUp.list(SETTINGS.command)?.value,
    proxyCommand: options.proxyCommand ?? lookUp.list(SETTINGS.proxyCommand)?.value,
  };
}

interface Secret {
  readonly secret: (() => string) | undefined;
  /** Whether a file or a variable holds it. */
  readonly isPlaced: boolean;
}

function secretOf(options: AuthOptions, env: Environment, lookUp: LookUp): Secret {
  if (options.clientSecret !== undefined) return { secret: options.clientSecret, isPlaced: true };
  const variable = lookUp.text(SETTINGS.clientSecretVariable);
  if (variable !== undefined && env[variable.value] !== undefined) {
    return { secret: () => env[variable.value] ?? "", isPlaced: true };
  }
  const file = lookUp.text(SETTINGS.clientSecretFile);
  if (file !== undefined) return { secret: () => readSecret(file.value), isPlaced: true };
  if (variable !== undefined)
    return { secret: () => missing(variable.value, variable.source), isPlaced: true };
  const plain = lookUp.text(SETTINGS.clientSecret);
  return { secret: plain === undefined ? undefined : () => plain.value, isPlaced: false };
}

function readSecret(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    throw errors.CONFIG_FILE_INVALID({ path, problem: textOf(error) }, { cause: error });
  }
}

function missing(variable: string, source: string): never {
  const wanted = "the name of a variable that is set";
  throw errors.CONFIG_VALUE_INVALID({ name: "auth.clientSecret", source, wanted, given: variable });
}
