import type * as idl from "@flytekit-ts/models/core";

import { assertOptions, assertText, hidden } from "../options/options.js";
import * as errors from "../errors.js";
import { SecretMountType } from "../literals/idl-enums.js";

/** A secret that a task's container receives. Only its name is written here; the cluster adds its value. */
export interface Secret {
  /** The group of the secret, if the store of secrets has groups. */
  readonly group?: string | undefined;
  readonly key?: string | undefined;
  /** The version of the group, if the store keeps several versions. */
  readonly version?: string | undefined;
  /**
   * How the container receives the secret: as an environment variable or as a file. The cluster decides by
   * default.
   */
  readonly mount?: "env" | "file" | undefined;
  /**
   * Name of the environment variable that holds the secret or the path of its file; the cluster chooses by
   * default.
   */
  readonly variable?: string | undefined;
}

/** The identity of a task or an execution on the cluster. */
export interface RunAs {
  /** A Kubernetes service account. */
  readonly serviceAccount?: string | undefined;
  /** An IAM role of AWS. */
  readonly iamRole?: string | undefined;
}

const SECRET = new Set(["group", "key", "version", "mount", "variable"]);
const RUN_AS = new Set(["serviceAccount", "iamRole"]);
const MOUNTS = new Map<unknown, idl.Secret_MountType>([
  [undefined, SecretMountType.ANY],
  ["env", SecretMountType.ENV_VAR],
  ["file", SecretMountType.FILE],
]);

/** The options that become a security context. */
export interface SecurityOptions {
  readonly secrets?: readonly Secret[] | undefined;
  readonly runAs?: RunAs | undefined;
}

/** A security context as IDL, or undefined if neither option is set. @throws `OPTION_INVALID`, `OPTION_UNKNOWN` */
export function toSecurityContext(
  { secrets = [], runAs }: SecurityOptions,
  at: string,
): idl.SecurityContext | undefined {
  if (!Array.isArray(secrets)) {
    const advice = 'Put the secrets into a list: `secrets: [{ group: "db", key: "password" }]`.';
    throw errors.OPTION_INVALID({
      at,
      option: "secrets",
      wanted: "a list of secrets",
      ...hidden(secrets),
      advice,
    });
  }
  if (secrets.length === 0 && runAs === undefined) return undefined;
  return {
    runAs: runAs === undefined ? undefined : toIdentity(runAs, at),
    secrets: [...secrets].map((secret: Secret, index) => toIdlSecret(secret, `secrets[${index}]`, at)),
    tokens: [],
  };
}

function toIdlSecret(secret: Secret, option: string, at: string): idl.Secret {
  const advice = 'Name the secret: `{ group: "db", key: "password" }`.';
  assertOptions(secret, SECRET, `${option} of ${at}`, advice);
  for (const part of ["group", "key", "version", "variable"] as const) {
    assertText(secret[part], `${option}.${part}`, at);
  }
  const { group, key, version = "", mount, variable = "" } = secret;
  const mountRequirement = MOUNTS.get(mount);
  if (mountRequirement === undefined) {
    const advice = 'Give `"env"` for a variable or `"file"` for a file, or leave `mount` out.';
    throw errors.OPTION_INVALID({
      at,
      option: `${option}.mount`,
      wanted: '"env" or "file"',
      given: mount,
      advice,
    });
  }
  if (group === undefined && key === undefined) {
    throw errors.OPTION_INVALID({ at, option, wanted: "a group or a key", ...hidden(secret), advice });
  }
  return { group: group ?? "", groupVersion: version, key: key ?? "", mountRequirement, envVar: variable };
}

function toIdentity(runAs: RunAs, at: string): idl.Identity {
  assertOptions(runAs, RUN_AS, `runAs of ${at}`);
  const { serviceAccount, iamRole } = runAs;
  assertText(serviceAccount, "runAs.serviceAccount", at);
  assertText(iamRole, "runAs.iamRole", at);
  return {
    iamRole: iamRole ?? "",
    k8sServiceAccount: serviceAccount ?? "",
    oauth2Client: undefined,
    executionIdentity: "",
  };
}
