import {
  MatchableResource,
  type MatchingAttributes,
  WorkflowExecutionConfig,
} from "@flytekit-ts/models/admin";

/** How many nodes of an execution run at once where nothing says otherwise. */
const MOST_PARALLEL = 25;

/** Attributes of a project with what the server says itself of executions. Others are as they were set, if they were. */
export function withExecutionDefaults(
  attributes: MatchingAttributes | undefined,
  resource: MatchableResource,
): MatchingAttributes | undefined {
  if (resource !== MatchableResource.WORKFLOW_EXECUTION_CONFIG) return attributes;
  const empty = WorkflowExecutionConfig.decode(new Uint8Array());
  const given = attributes?.target?.$case === "workflowExecutionConfig" ? attributes.target.value : empty;
  const maxParallelism = given.maxParallelism === 0 ? MOST_PARALLEL : given.maxParallelism;
  return { target: { $case: "workflowExecutionConfig", value: { ...given, maxParallelism } } };
}
