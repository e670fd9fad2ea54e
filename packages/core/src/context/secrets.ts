import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../errors.js";
import { isDeclared } from "./declared-secret.js";
import { type SecretRequest, secretNameOf, secretWords } from "./secret-name.js";
import { findSecret, placesOf, type SecretSource, type SecretValue, variablesOf } from "./secret-source.js";

/**
 * The secrets of a task: what it declares in `secrets`, a cluster gives it.
 *
 * A secret is named by its key, as `"group/key"`, or by its parts. Its value is looked for in an environment variable
 * (`_FSEC_GROUP_KEY`, in local runs also `GROUP_KEY`), and then in a file (`/etc/secrets/group/key`). Values that were
 * read are hidden in the logs and events of the run.
 */
export interface Secrets {
  /**
   * The value of a secret as text, without white space at its ends.
   *
   * @throws `SECRET_NOT_FOUND`, `SECRET_NOT_DECLARED`, `OPTION_INVALID`, `STORAGE_FAILED`
   */
  get(secret: string | SecretRequest): string;
  /** The value of a secret as bytes, as they are. @throws what `get` throws */
  bytes(secret: string | SecretRequest): Uint8Array;
}

/** What the secrets of a task are read with. */
export interface SecretOptions extends SecretSource {
  /** The full name of the task, for messages. */
  readonly task: string;
  /** What the task declares; undefined if it may have any, such as a mock. */
  readonly declared?: readonly idl.Secret[] | undefined;
  /** Is told of each value that was read, to hide it. */
  readonly heard?: ((value: SecretValue) => void) | undefined;
}

/** The secrets of a task, read when they are asked for. */
export function secretsOf(options: SecretOptions): Secrets {
  const find = (request: unknown): SecretValue => {
    const value = read(request, options);
    options.heard?.(value);
    return value;
  };
  return {
    get(secret) {
      const value = find(secret);
      return (typeof value === "string" ? value : new TextDecoder().decode(value)).trim();
    },
    bytes(secret) {
      const value = find(secret);
      // A copy: what is given may be kept by who gave it.
      return typeof value === "string" ? new TextEncoder().encode(value) : new Uint8Array(value);
    },
  };
}

function read(request: unknown, options: SecretOptions): SecretValue {
  const name = secretNameOf(request);
  const { task, declared } = options;
  const params = { task, secret: secretWords(name), ...name };
  if (declared !== undefined && !isDeclared(name, declared)) throw errors.SECRET_NOT_DECLARED(params);
  const value = findSecret(name, options);
  if (value !== undefined) return value;
  const { isLocal = false } = options;
  const variable = variablesOf(name, options).at(-1) ?? "";
  throw errors.SECRET_NOT_FOUND({ ...params, places: placesOf(name, options), isLocal, variable });
}
