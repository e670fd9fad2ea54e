import type { OutSpec, Shape, Typed } from "@flytekit-ts/core";
import { startLocal } from "@flytekit-ts/local-exec";
import type { Cli } from "../command/cli.js";
import type { ExitCode } from "../command/exit-code.js";
import type { FoundEntity } from "../sources/found-entity.js";
import { variablesOf, withVariables } from "./environment.js";
import { follow } from "./follow.js";
import { answersOf } from "./gates/answers.js";
import type { LocalGiven } from "./given.js";
import { journalPlace } from "./journal-place.js";
import { labelsOf } from "./labels.js";
import { toLocalOptions } from "./to-local-options.js";

/** What is run, and with which inputs. */
export interface Chosen extends FoundEntity {
  readonly file: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Run an entity on this machine as `tsflyte run` does: kept in the project's folder of runs, and shown while it goes on. */
export async function runHere(chosen: Chosen, given: LocalGiven, cli: Cli): Promise<ExitCode> {
  const { entity, inputs, file } = chosen;
  const variables = variablesOf(given.env);
  const answers = answersOf(given, entity, cli.out.canAsk);
  const options = await toLocalOptions(cli, { given, answers, file });
  const journal = await journalPlace(cli, given.journal, file);
  const kept =
    journal === undefined
      ? {}
      : {
          journal,
          labels: labelsOf(chosen),
          journaling: given.journal === true ? ("required" as const) : ("optional" as const),
        };
  return await withVariables(variables, () =>
    follow(cli, {
      answers,
      journal,
      isBare: entity.interface.outputStyle === "bare",
      start: (shown) =>
        startLocal(entity as Typed<Shape, OutSpec>, inputs, { ...options, ...kept, ...shown }),
    }),
  );
}
