import { coreErrors } from "@flytekit-ts/core/errors";
import { ResourceType } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import { isPathStep, NAME, VERSION, wantedInstead } from "../../messages/id-parts.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief, numberOf, textOf } from "./message-parts.js";

/** The kind of an entity with an identifier, and its name in messages. */
export interface Identified {
  readonly kind: "task" | "workflow" | "launch plan";
  readonly at: string;
}

const RESOURCE_TYPES = {
  task: ResourceType.TASK,
  workflow: ResourceType.WORKFLOW,
  "launch plan": ResourceType.LAUNCH_PLAN,
};

/**
 * The problems of an identifier.
 *
 * flyteadmin refuses a wrong resource type and empty parts (ValidateIdentifier). It accepts any characters, `.` and
 * `..` included, and an org. But with an org an entity is a different one, which no reference finds.
 */
export function identifierProblems(id: idl.Identifier | undefined, of: Identified): readonly Problem[] {
  if (typeof id !== "object" || id === null) {
    // Only the task compiler has a code for this.
    const backendCode = of.kind === "task" ? "ValueRequired" : undefined;
    return [toProblem(errors.PART_MISSING({ at: of.at, part: "id" }), { backendCode })];
  }
  const wanted = RESOURCE_TYPES[of.kind];
  const resourceType = numberOf(id.resourceType);
  const faults = [
    resourceType !== wanted &&
      invalid(of, "the resource type", `that of a ${of.kind} (${wanted})`, resourceType),
    isNoPart(id.project) && invalid(of, "the project", "a project of the cluster", textOf(id.project)),
    isNoPart(id.domain) && invalid(of, "the domain", "a domain of the cluster", textOf(id.domain)),
    !NAME.pattern.test(textOf(id.name)) &&
      toProblem(coreErrors.NAME_INVALID({ kind: of.kind, name: brief(textOf(id.name)) }), {}),
    !VERSION.pattern.test(textOf(id.version)) &&
      invalid(of, "the version", wantedInstead(VERSION, id.version), brief(textOf(id.version))),
    textOf(id.org) !== "" && invalid(of, "the org", "nothing", brief(textOf(id.org))),
  ];
  return faults.filter((fault) => fault !== false);
}

// Only the cluster knows its projects and domains.
function isNoPart(text: string | undefined): boolean {
  return textOf(text) === "" || isPathStep(text);
}

function invalid({ at }: Identified, part: string, wanted: string, given: string | number): Problem {
  const error = errors.IDENTIFIER_INVALID({ at, part, wanted, given });
  return toProblem(error, { expected: wanted, got: String(given) });
}
