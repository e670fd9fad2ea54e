import { describeEntity, type Node } from "@flytekit-ts/core/graph";
import { toK8sPod } from "@flytekit-ts/core/tasks";
import type * as idl from "@flytekit-ts/models/core";
import { podProblems } from "../backend-rules/task-rules/pod.js";
import { resourceProblems } from "../backend-rules/task-rules/resources.js";
import type { Graph } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { NO_PROBLEMS, type Problem, unseen } from "../problem/problem.js";

/**
 * Problems of resources and pod templates that calls override. The rules are those for tasks.
 *
 * The backend does not check overrides before it asks Kubernetes for the pod. Then the node fails.
 */
export function overrideProblems(graph: Graph): readonly Problem[] {
  return walkGraph(graph).flatMap(({ node, nodeId }) => {
    const problems = problemsOf(node);
    // Working out a location costs more than all the rest of this check.
    if (problems.length === 0) return NO_PROBLEMS;
    const { location } = node.place;
    const place = location === undefined ? { nodeId } : { nodeId, location };
    return problems.map((problem) => ({ ...unseen(problem), ...place }));
  });
}

function problemsOf({ entity, settings }: Node): readonly Problem[] {
  const { resources, podTemplate } = settings;
  if (resources === undefined && podTemplate === undefined) return NO_PROBLEMS;
  const at = `the call of ${describeEntity(entity)}`;
  const target = { $case: "container", value: { ...NOTHING, resources } } as const;
  const ofResources = resources === undefined ? [] : resourceProblems({ template: { target }, at });
  if (podTemplate === undefined) return ofResources;
  const pod = toK8sPod(podTemplate, NOTHING);
  const config = new Map([["primary_container_name", pod.primaryContainerName]]);
  const ofPod = podProblems({ template: { target: { $case: "k8sPod", value: pod }, config }, at });
  return [...ofResources, ...ofPod];
}

// An empty container: the container of the task is checked with the task.
const NOTHING: idl.Container = {
  image: "",
  command: [],
  args: [],
  resources: undefined,
  env: [],
  config: [],
  ports: [],
  dataConfig: undefined,
  architecture: 0,
};
