import { readFileSync } from "node:fs";
import { systemWords } from "@flytekit-ts/core/storage";
import { configErrors as errors } from "../errors/config-errors.js";
import { toAuthType } from "./auth-type.js";
import type { AuthConfig } from "./cluster-config.js";
import type { AuthOptions } from "./connect-options.js";
import type { Environment } from "./environment.js";
import type { LookUp } from "./look-up.js";
import type { PickSetting } from "./pick-setting.js";
import { SETTINGS } from "./settings.js";

/** How to get tokens, by options first, then by environment and file. A secret means that it is to be used. */
export function resolveAuth(options: AuthOptions, env: Environment, { lookUp, pick }: Looking): AuthConfig {
  const found = lookUp.text(SETTINGS.authType);
  const named = pick("auth.type", options.type, () => found);
  const { secret, isPlaced } = secretOf(options, env, { lookUp, pick });
  const text = (name: "clientId" | "audience"): string | undefined =>
    pick(`auth.${name}`, options[name], () => lookUp.text(SETTINGS[name]));
  const list = (name: "scopes" | "command" | "proxyCommand"): readonly string[] | undefined =>
    pick(`auth.${name}`, options[name], () => lookUp.list(SETTINGS[name]));
  // flytekit, too: a file or a variable of a secret says how to sign in, whatever else is said.
  const byType = named === undefined ? undefined : toAuthType(named, found?.source ?? "the options");
  const type = options.type === undefined && isPlaced ? "client-credentials" : byType;
  return {
    type: type ?? (secret === undefined ? "pkce" : "client-credentials"),
    clientId: text("clientId"),
    clientSecret: secret,
    scopes: list("scopes"),
    audience: text("audience"),
    command: list("command"),
    proxyCommand: list("proxyCommand"),
  };
}

interface Looking {
  readonly lookUp: LookUp;
  readonly pick: PickSetting;
}

interface Secret {
  readonly secret: (() => string) | undefined;
  /** Whether a file or a variable holds it. */
  readonly isPlaced: boolean;
}

function secretOf(options: AuthOptions, env: Environment, { lookUp, pick }: Looking): Secret {
  const name = "auth.clientSecret";
  const given = pick(name, options.clientSecret, () => undefined);
  if (given !== undefined) return { secret: given, isPlaced: true };
  const variable = lookUp.text(SETTINGS.clientSecretVariable);
  if (variable !== undefined && env[variable.value] !== undefined) {
    pick(name, undefined, () => variable);
    return { secret: () => env[variable.value] ?? "", isPlaced: true };
  }
  const file = pick(name, undefined, () => lookUp.text(SETTINGS.clientSecretFile));
  if (file !== undefined) return { secret: () => readSecret(file), isPlaced: true };
  if (variable !== undefined)
    return { secret: () => missing(variable.value, variable.source), isPlaced: true };
  const plain = pick(name, undefined, () => lookUp.text(SETTINGS.clientSecret));
  return { secret: plain === undefined ? undefined : () => plain, isPlaced: false };
}

function readSecret(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    throw errors.CONFIG_FILE_INVALID({ path, problem: systemWords(error, "reading") }, { cause: error });
  }
}

function missing(variable: string, source: string): never {
  const wanted = "the name of a variable that is set";
  throw errors.CONFIG_VALUE_INVALID({ name: "auth.clientSecret", source, wanted, given: variable });
}
