import type { OutSpec, Shape, Typed } from "@flytekit-ts/core";
import { startLocal } from "@flytekit-ts/local-exec";
import type { Cli } from "../command/cli.js";
import type { ExitCode } from "../command/exit-code.js";
import { progressOf } from "../progress/progress.js";
import type { FoundEntity } from "../sources/found-entity.js";
import { variablesOf, withVariables } from "./environment.js";
import { follow } from "./follow.js";
import type { LocalGiven } from "./given.js";
import { journalPlace } from "./journal-place.js";
import { toLocalOptions } from "./to-local-options.js";

/** What is run, and with which inputs. */
export interface Chosen extends FoundEntity {
  readonly file: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Run an entity on this machine as `tsflyte run` does: kept in the project's folder of runs, and shown while it goes on. */
export async function runHere({ entity, inputs }: Chosen, given: LocalGiven, cli: Cli): Promise<ExitCode> {
  const journal = await journalPlace(cli, given.journal);
  const options = await toLocalOptions(given, cli);
  const progress = progressOf(cli);
  return await withVariables(variablesOf(given.env), () =>
    follow(cli, {
      progress,
      isBare: entity.interface.outputStyle === "bare",
      start: (onEvent) =>
        startLocal(entity as Typed<Shape, OutSpec>, inputs, {
          ...options,
          onEvent,
          logger: progress.logger,
          ...(journal === undefined ? {} : { journal }),
        }),
    }),
  );
}
