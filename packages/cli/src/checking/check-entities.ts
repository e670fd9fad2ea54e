import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { type Entity, placeOfStack } from "@flytekit-ts/core/graph";
import { packageEntities } from "@flytekit-ts/runtime/package";
import type { Problem } from "@flytekit-ts/workflow/checks";
import type { Project } from "../config/project.js";
import { errors } from "../errors.js";
import { serializationSettings } from "../packaging/images/serialization-settings.js";
import { refuseTypeScript } from "../packaging/code/refuse-typescript.js";
import { problemsOfError } from "./checked-problem.js";

/** What is wrong with entities under the settings of a project: all that a registration would refuse or warn of. */
export async function checkEntities(
  entities: readonly Entity[],
  project: Project,
): Promise<readonly Problem[]> {
  if (entities.length === 0) return [];
  const together = await attempt(entities, project);
  if (together.isListed || entities.length === 1) return together.problems;
  // A body that throws, or a fault that is thrown alone, ends the check of all: the others may have faults of their own.
  const alone = await Promise.all(entities.map((entity) => attempt([entity], project)));
  return [...together.problems, ...alone.flatMap(({ problems }) => problems)];
}

interface Attempt {
  readonly problems: readonly Problem[];
  /** Whether these are all, and not just the first. */
  readonly isListed: boolean;
}

async function attempt(entities: readonly Entity[], project: Project): Promise<Attempt> {
  const warnings: Problem[] = [];
  const { settings } = project;
  const { project: _project, domain: _domain, version: _version, ...own } = serializationSettings(project);
  const { project: name, domain, version, allow } = settings;
  const given = { ...own, project: name, domain, version };
  const { code = "bundle" } = settings;
  try {
    if (code !== "bundle") refuseTypeScript(entities, project, code);
    await packageEntities(entities, given, { allow, onWarning: (problem) => warnings.push(problem) });
    return { problems: warnings, isListed: true };
  } catch (error) {
    if (!isFlytekitError(error)) return { problems: [thrownByAuthor(error)], isListed: false };
    const problems = problemsOfError(error);
    const isListed = Array.isArray((error.params as { problems?: unknown } | undefined)?.problems);
    return { problems: [...warnings, ...problems], isListed };
  }
}

function thrownByAuthor(thrown: unknown): Problem {
  const error = errors.BODY_THREW({ problem: textOf(thrown).replace(/\.$/, "") });
  const { stack } = Object(thrown) as { readonly stack?: unknown };
  const location = typeof stack === "string" ? placeOfStack(stack) : undefined;
  return {
    ...{ code: error.code, severity: "error", message: error.text },
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(location === undefined ? {} : { location }),
  };
}
