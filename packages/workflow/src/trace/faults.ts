import type { FlytekitError } from "@flytekit-ts/core/errors";
import { assertReadable } from "@flytekit-ts/core/graph";
import * as errors from "../errors.js";
import { inOrderOfLines } from "../problem/in-order-of-lines.js";
import { toProblem } from "../problem/problem.js";
import { withoutRepeats } from "../problem/without-repeats.js";
import type { Trace, WorkflowEntity } from "./workflow-entity.js";

/**
 * One error for all faults of a workflow.
 *
 * A single fault is returned as it is. Several, or one with a `cause`, become `WORKFLOW_INVALID`. `cause` is the
 * error that ended the body after them.
 */
export function errorOfFaults(workflow: string, faults: readonly FlytekitError[], cause?: unknown): Error {
  const problems = inOrderOfLines(
    withoutRepeats(faults.map((each) => ({ ...toProblem(each, {}), workflow }))),
  );
  const [fault] = faults;
  if (fault !== undefined && problems.length === 1 && cause === undefined) return fault;
  return errors.WORKFLOW_INVALID({ workflow, problems }, cause === undefined ? {} : { cause });
}

/** The trace of a workflow without faults. @throws its faults, if it has any, and `VERSIONS_MIXED` */
export function soundTrace(workflow: WorkflowEntity): Trace {
  assertReadable(workflow);
  const trace = workflow.trace();
  if (trace.faults.length === 0) return trace;
  workflow.forgetFaults?.();
  throw errorOfFaults(workflow.name, trace.faults);
}

/**
 * Makes a trace on the first call of `trace`, and again after `make` threw or after `forgetFaults`.
 *
 * A body that compiles its own workflow would run for ever, so `trace` throws `WORKFLOW_RECURSIVE` while it runs.
 */
export function traceOnce(
  { name, definedAt }: Pick<WorkflowEntity, "name" | "definedAt">,
  make: () => Trace,
): Required<Pick<WorkflowEntity, "trace" | "forgetFaults">> {
  let made: Trace | undefined;
  let isMaking = false;
  return {
    trace() {
      if (made !== undefined) return made;
      if (isMaking) throw errors.WORKFLOW_RECURSIVE({ path: [name, name] }, { location: definedAt.location });
      isMaking = true;
      try {
        return (made = make());
      } finally {
        isMaking = false;
      }
    },
    forgetFaults() {
      if (made !== undefined && made.faults.length > 0) made = undefined;
    },
  };
}
