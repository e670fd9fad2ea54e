import { mkdirSync } from "node:fs";
import type { DeckPart, Logger, TaskContext } from "@flytekit-ts/core";
import { checkpointAt, deckTabs, secretsOf, type SecretValue } from "@flytekit-ts/core/context";
import { type ValueStore, workingFiles } from "@flytekit-ts/core/storage";
import type { TaskEntity } from "@flytekit-ts/core/tasks";
import type { ContextParts } from "../attempt-report.js";
import { lazily } from "./lazily.js";

/** What a context in another thread or process has around it. */
export interface Elsewhere extends Pick<
  TaskContext,
  "signal" | "executionId" | "attempt" | "workingDirectory"
> {
  readonly task: Pick<TaskEntity, "name" | "settings">;
  readonly parts: ContextParts;
  readonly store: ValueStore;
  readonly logger: Logger;
  /** Hands what is added to the deck to the run, which keeps the page. */
  readonly append: (part: DeckPart) => void;
  /** Tells the run the value of a secret that it may not know yet. */
  readonly hide: (secret: SecretValue) => void;
}

/** The context of an attempt in another thread or process. */
export function contextElsewhere(around: Elsewhere): TaskContext {
  const { task, parts, store, signal, logger, executionId, attempt, workingDirectory } = around;
  const files = workingFiles(() => {
    mkdirSync(workingDirectory, { recursive: true });
    return workingDirectory;
  });
  const checkpoint = lazily(() => checkpointAt(() => parts.checkpoint, store));
  const secrets = lazily(() =>
    secretsOf({
      task: task.name,
      declared: task.settings.securityContext?.secrets ?? [],
      given: parts.secrets,
      isLocal: true,
      heard: around.hide,
    }),
  );
  const deck = lazily(() => deckTabs(task.name, around.append).deck);
  return {
    signal,
    logger,
    executionId,
    execution: { project: "", domain: "", name: executionId },
    task: { project: "", domain: "", name: task.name, version: "" },
    prefixes: parts.prefixes,
    attempt,
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
    newFile: (name) => files.newFile(name),
  };
}
