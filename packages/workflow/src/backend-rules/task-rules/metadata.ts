import { coreErrors } from "@flytekit-ts/core/errors";
import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { entriesOf, numberOf, textOf } from "../parts/message-parts.js";
import type { CheckedTask } from "./task-rule.js";

/**
 * A task has a type, metadata and an interface. Its runtime, if it has one, has a version. (validateTaskTemplate)
 *
 * flyteadmin accepts two more faults. With a timeout below zero a task never ends in time. With caching but no cache
 * version each cache lookup fails. Of a task without outputs nothing is ever cached, which is only a warning.
 */
export function metadataProblems({ template, at }: CheckedTask): readonly Problem[] {
  const { type, metadata } = template;
  const missing = (part: string): Problem => toProblem(errors.PART_MISSING({ at, part }), {});
  const faults = [
    textOf(type) === "" && missing("type"),
    metadata == null && missing("metadata"),
    metadata?.runtime != null && textOf(metadata.runtime.version) === "" && missing("runtime version"),
    template.interface == null && missing("interface"),
    isNegative(metadata?.timeout) &&
      toProblem(coreErrors.OPTION_INVALID({ at, ...TIMEOUT, given: secondsOf(metadata.timeout) }), {}),
    metadata?.discoverable === true &&
      textOf(metadata.discoveryVersion).trim() === "" &&
      toProblem(coreErrors.CACHE_VERSION_MISSING({ at }), {}),
    metadata?.discoverable === true &&
      template.interface != null &&
      entriesOf(template.interface.outputs?.variables).length === 0 &&
      toProblem(errors.CACHE_WITHOUT_OUTPUTS({ at }), { severity: "warning" }),
  ];
  return faults.filter((fault) => fault !== false);
}

type Span = NonNullable<idl.TaskMetadata["timeout"]>;

const TIMEOUT = { option: "timeout", wanted: "0 or more seconds" };

// Both parts of a duration have the same sign.
function isNegative(span: Span | undefined): span is Span {
  return typeof span?.seconds === "bigint" && (span.seconds < 0n || numberOf(span.nanos) < 0);
}

function secondsOf({ seconds, nanos }: Span): number {
  return Number(seconds) + numberOf(nanos) / 1e9;
}
