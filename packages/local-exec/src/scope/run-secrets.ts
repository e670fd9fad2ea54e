import {
  findSecret,
  nameOfDeclared,
  SecretMasker,
  type SecretName,
  type Secrets,
  secretsOf,
  type SecretSource,
  secretWords,
  type SecretValue,
  type SecretValues,
} from "@flytekit-ts/core/context";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { Executable } from "@flytekit-ts/core/tasks";

/** The secrets of a run, and the masker that knows all values that were read. */
export class RunSecrets {
  readonly masker = new SecretMasker();
  readonly #source: SecretSource;

  constructor(given: SecretValues | undefined) {
    this.#source = { given, isLocal: true };
    if (typeof given === "object") for (const value of Object.values(given)) this.masker.add(value);
  }

  /** The secrets of a task, as its context has them. A mock may have any. */
  of(task: Executable): Secrets {
    return secretsOf({
      ...this.#source,
      task: task.name,
      declared: declaredBy(task),
      heard: (value) => this.masker.add(value),
    });
  }

  /**
   * The values of all secrets that a task declares, by name, for a task that runs in another thread or process. What
   * such a task prints is known to be secret before it starts.
   */
  valuesFor(task: Executable): { readonly [name: string]: SecretValue } {
    const values: Record<string, SecretValue> = {};
    for (const name of (declaredBy(task) ?? []).map(nameOfDeclared).flatMap(askedFor)) {
      const value = name.key === undefined ? undefined : this.#find(name);
      if (value === undefined) continue;
      this.masker.add(value);
      values[secretWords(name)] = value;
    }
    return values;
  }

  // A file that cannot be read fails a task that asks for it, and no other.
  #find(name: SecretName): SecretValue | undefined {
    try {
      return findSecret(name, this.#source);
    } catch (error) {
      if (isFlytekitError(error) && error.code.startsWith("STORAGE_")) return undefined;
      throw error;
    }
  }
}

/** The names under which a task may ask for a secret: with its version and without. */
function askedFor(name: SecretName): readonly SecretName[] {
  return name.version === undefined ? [name] : [name, { ...name, version: undefined }];
}

function declaredBy({ settings }: Executable) {
  return settings === undefined ? undefined : (settings.securityContext?.secrets ?? []);
}
