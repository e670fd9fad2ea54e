import { loggerTo, type SecretMasker, type Secrets, secretsOf } from "@flytekit-ts/core/context";
import type { Storage } from "@flytekit-ts/core/storage";
import type { Logger } from "@flytekit-ts/core/tasks";
import { type Connector, connectorWords } from "../definition/connector.js";

/** What the functions of connectors are called with, wherever they are called. */
export interface Surroundings {
  readonly logger: Logger;
  /** Hides the secrets that connectors have read. */
  readonly masker: SecretMasker;
  readonly storages: readonly Storage[];
  /** Whether secrets may be in variables without a prefix, as in local runs. */
  readonly isLocal: boolean;
  /** How long a call may take, in milliseconds. */
  readonly deadline: number;
}

/** A logger whose messages show no secret. */
export function maskedLogger(logger: Logger, masker: SecretMasker): Logger {
  return loggerTo((level, message, fields) => {
    logger[level](masker.mask(message), fields === undefined ? undefined : masker.maskData(fields));
  });
}

/** The secrets of a connector: those of the process in which it runs. */
export function connectorSecrets(connector: Connector, { masker, isLocal }: Surroundings): Secrets {
  return secretsOf({ task: connectorWords(connector), isLocal, heard: (value) => masker.add(value) });
}
