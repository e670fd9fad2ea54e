import { atCaller, describeValue } from "@flytekit-ts/core/errors";
import { describeEntity } from "@flytekit-ts/core/graph";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";
import * as errors from "../errors.js";
import { type AuthoredWorkflow, isWorkflow } from "../trace/workflow-entity.js";
import { compileAll, isError, loneFault } from "./compile-all.js";
import type { CompiledWorkflow, CompileOptions } from "./compiled-workflow.js";
import { assertNames } from "./settings.js";

const NOWHERE: SerializationSettings = { project: "", domain: "", version: "", image: "" };

/**
 * Compile a workflow to the message the backend registers.
 *
 * Four passes: trace the body, give the nodes ids, lower the graph, check graph and message. The body runs once in
 * the life of a workflow. Equal settings give equal messages.
 *
 * @throws `WORKFLOW_INVALID`, listing every problem found rather than only the first. If a fault of a call, an output
 * or a name is the only problem, it is thrown itself (`BINDING_TYPE_MISMATCH`, `NAME_TWICE` and so on). Also
 * `ENTITY_NOT_COMPILABLE`, `VERSIONS_MIXED`, `SETTINGS_INVALID`, `OPTION_UNKNOWN`, and what the body throws.
 */
export function compile(
  workflow: AuthoredWorkflow,
  settings: SerializationSettings = NOWHERE,
  options: CompileOptions = {},
): CompiledWorkflow {
  const compilation = atCaller(compile, () => {
    if (!isWorkflow(workflow)) throw notWorkflow(workflow);
    // A compilation that registers nothing has no names to check.
    if (settings?.project !== "") assertNames(settings);
    return compileAll([workflow], settings, options);
  });
  const { parts, problems } = compilation;
  if (problems.some(isError))
    throw loneFault(compilation) ?? errors.WORKFLOW_INVALID({ workflow: describeEntity(workflow), problems });
  if (options.onWarning !== undefined) for (const problem of problems) options.onWarning(problem);
  return parts.get(workflow.name) as CompiledWorkflow;
}

function notWorkflow(given: unknown): Error {
  return errors.ENTITY_NOT_COMPILABLE({ wanted: "workflows", given: describeValue(given) });
}
