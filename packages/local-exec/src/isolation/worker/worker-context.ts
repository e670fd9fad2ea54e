import { mkdirSync } from "node:fs";
import { checkpointAt, logFields, loggerTo, logText, secretsOf } from "@flytekit-ts/core/context";
import { type ValueStore, workingFiles } from "@flytekit-ts/core/storage";
import type { TaskContext, TaskEntity } from "@flytekit-ts/core/tasks";
import type { RunRequest } from "../protocol/messages.js";
import type { Link } from "./link.js";
import { deckOver } from "./deck-over.js";

interface Surroundings {
  readonly link: Link;
  readonly store: ValueStore;
  readonly signal: AbortSignal;
}

/** The context of a task in a worker. What it logs and shows goes to the run. */
export function workerContext(
  { name, settings }: TaskEntity,
  { executionId, attempt, workingDirectory, secrets, checkpoint }: RunRequest,
  { link, store, signal }: Surroundings,
): TaskContext {
  const files = workingFiles(() => {
    mkdirSync(workingDirectory, { recursive: true });
    return workingDirectory;
  });
  return {
    signal,
    logger: loggerTo((level, message, given) => {
      const fields = logFields(given);
      const rest = fields === undefined ? {} : { fields };
      void link.send({ kind: "logged", level, message: logText(message), ...rest });
    }),
    executionId,
    attempt,
    checkpoint: checkpointAt(() => checkpoint, store),
    secrets: secretsOf({
      given: secrets,
      isLocal: true,
      task: name,
      declared: settings.securityContext?.secrets ?? [],
    }),
    deck: deckOver(link, name),
    get workingDirectory() {
      return files.workingDirectory;
    },
    newFile: (file) => files.newFile(file),
  };
}
