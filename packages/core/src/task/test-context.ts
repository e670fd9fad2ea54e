import { checkpointAt } from "../context/checkpoint-at.js";
import type { Checkpoint, CheckpointPlaces } from "../context/checkpoint.js";
import type { Logger } from "../context/logger.js";
import type { SecretValues } from "../context/secret-source.js";
import { type Secrets, secretsOf } from "../context/secrets.js";
import { deckTabs } from "../deck/deck-tabs.js";
import { localStore } from "../files/local-store.js";
import { temporaryFolder } from "../files/temporary-folder.js";
import { nodePath } from "../storage/node-fs.js";
import type { OutputPrefixes } from "./execution-names.js";
import type { TaskContext } from "./task-context.js";
import { workingFiles } from "./working-directory.js";

/** The parts of a context that a test gives. */
export interface TestContextParts extends Partial<Omit<TaskContext, "secrets">> {
  /** Values of secrets by name, such as `{ "db/password": "..." }`, a function that knows them, or the secrets of a context. */
  readonly secrets?: SecretValues | Secrets | undefined;
  /** The context of the attempt before this one: what that one saved as its checkpoint, this one reads. */
  readonly after?: TaskContext | undefined;
}

// Where the checkpoints of contexts are, for the contexts after them.
const places = new WeakMap<object, CheckpointPlaces>();

/**
 * A context for calling a task's function in a unit test. Pass the parts that the test needs; the others work, with
 * temporary folders for what they write.
 */
export function testContext(given: TestContextParts = {}): TaskContext {
  const silent = (): void => {};
  const logger: Logger = { debug: silent, info: silent, warn: silent, error: silent };
  const files = workingFiles(() => given.workingDirectory ?? temporaryFolder());
  const lazy = <K extends "checkpoint" | "secrets" | "deck" | "prefixes">(make: () => TaskContext[K]) => {
    let made: TaskContext[K] | undefined;
    return (): TaskContext[K] => (made ??= make());
  };
  const checkpoint = lazy<"checkpoint">(() => given.checkpoint ?? newCheckpoint(context, given.after));
  const secrets = lazy<"secrets">(() => toSecrets(given.secrets));
  const prefixes = lazy<"prefixes">(() => given.prefixes ?? newPrefixes());
  const deck = lazy<"deck">(() => given.deck ?? deckTabs("test").deck);
  const context: TaskContext = {
    signal: given.signal ?? new AbortController().signal,
    logger: given.logger ?? logger,
    executionId: given.executionId ?? "test",
    execution: given.execution ?? { project: "", domain: "", name: given.executionId ?? "test" },
    task: given.task ?? { project: "", domain: "", name: "test", version: "" },
    get prefixes() {
      return prefixes();
    },
    attempt: given.attempt ?? (given.after === undefined ? 0 : given.after.attempt + 1),
    get checkpoint() {
      return checkpoint();
    },
    get secrets() {
      return secrets();
    },
    get deck() {
      return deck();
    },
    get workingDirectory() {
      return files.workingDirectory;
    },
    ...(given["~start"] === undefined ? {} : { "~start": given["~start"] }),
    newFile: given.newFile === undefined ? (name) => files.newFile(name) : given.newFile.bind(given),
  };
  return context;
}

function newPrefixes(): OutputPrefixes {
  const folder = temporaryFolder();
  return { outputs: folder, rawOutputs: nodePath().join(folder, "raw") };
}

function newCheckpoint(context: TaskContext, after: TaskContext | undefined): Checkpoint {
  // A context whose checkpoint was never asked for has saved nothing.
  const before = after === undefined ? undefined : places.get(after);
  const previous = before === undefined ? [] : [before.destination, ...before.previous];
  const made = { destination: nodePath().join(temporaryFolder(), "checkpoint"), previous };
  places.set(context, made);
  return checkpointAt(() => made, localStore());
}

function toSecrets(given: TestContextParts["secrets"]): Secrets {
  if (isSecrets(given)) return given;
  return secretsOf({ task: "test", given, isLocal: true });
}

function isSecrets(given: TestContextParts["secrets"]): given is Secrets {
  return typeof given === "object" && typeof given["get"] === "function";
}
