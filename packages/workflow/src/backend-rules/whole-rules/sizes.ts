import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import { requestProblems } from "../parts/request-problems.js";
import { weightOf } from "../parts/weight-of.js";
import { entityUses } from "../scopes/entity-uses.js";
import type { Scope } from "../scopes/scope.js";
import type { InputRule } from "../workflow-rules/rule.js";

// The default of `storage.limits.maxDownloadMBs`.
const LARGEST_CLOSURE = 2 * 2 ** 20;

// Most decoders stop at 100 nested messages. A node is inside five when its workflow is fetched: the workflow, its
// closure, the closure's compiled form, the compiled workflow and its template.
const DEEPEST_READ = 100;
const AROUND_NODE = 5;
// Our own decoders read conditionals up to 500 messages deep, and nobody has tried deeper ones on a cluster.
const DEEPEST = 480;

/**
 * A workflow is not too large to be registered and read back, and its nodes do not nest too deep.
 *
 * flyteadmin refuses a request above 4 MiB. It stores the compiled workflow: the templates of the workflow, its
 * sub-workflows and their tasks, and the connections between nodes. If that has more than 2 MiB, it can be registered,
 * and then neither be read nor executed. The size is an estimate from the same templates, and somewhat too low: by some 200
 * bytes a workflow (its start and end nodes), and by longer ids of arms and of the start node in references to them.
 */
export const sizes: InputRule = ({ given, nest }) => {
  const weights = nest.scopes.map(weightOfScope);
  const [main] = nest.scopes;
  if (main === undefined) return [];
  const { workflow } = main;
  const used = new Set(nest.scopes.map(({ template }) => template));
  const unused = given.subWorkflows.filter((each) => !used.has(each));
  const templates = sum(weights.map(({ bytes }) => bytes));
  const request = templates + sum(unused.map((each) => weightOf(each).bytes));
  const tasks = entityUses(nest.scopes).flatMap(({ reference: { entity } }) =>
    entity?.kind === "task" ? [weightOf(entity.template).bytes] : [],
  );
  const closure = templates + sum(tasks) + sum(weights.map(({ connections }) => connections));
  return [
    ...weights.flatMap(({ problems }) => problems),
    ...[...requestProblems(request, workflow), ...closureProblems(closure, workflow)].map((each) => ({
      ...each,
      workflow,
    })),
  ];
};

function closureProblems(bytes: number, workflow: string): readonly Problem[] {
  if (bytes <= LARGEST_CLOSURE) return [];
  const error = errors.CLOSURE_TOO_LARGE({ workflow, bytes, limit: LARGEST_CLOSURE });
  return [toProblem(error, { severity: "warning" })];
}

interface ScopeWeight {
  readonly bytes: number;
  /** The size of the lists of connections that Flyte's compiler adds. */
  readonly connections: number;
  readonly problems: readonly Problem[];
}

function weightOfScope(scope: Scope): ScopeWeight {
  const { template, workflow } = scope;
  const problems: Problem[] = [];
  let bytes = weightOf({ ...template, nodes: [], failureNode: undefined }).bytes;
  let connections = 0;
  const { failureNode } = template;
  for (const node of failureNode === undefined ? template.nodes : [...template.nodes, failureNode]) {
    const weight = weightOf(node);
    bytes += weight.bytes + 4;
    connections += connectionsOf(node);
    const depth = weight.height + AROUND_NODE;
    if (depth > DEEPEST_READ) problems.push({ ...tooDeep(node, scope, depth), workflow });
  }
  return { bytes, connections, problems };
}

function tooDeep({ id }: idl.Node, { names }: Scope, depth: number): Problem {
  const at = describeNode(id, names);
  if (depth > DEEPEST) return toProblem(errors.MESSAGE_TOO_DEEP({ at, limit: DEEPEST }), { nodeId: id });
  const error = errors.MESSAGE_TOO_DEEP({ at, limit: DEEPEST_READ, depth });
  return toProblem(error, { nodeId: id, severity: "warning" });
}

// Each node has a list of those before it and one of those after it, and each edge is in two of them.
function connectionsOf({ id, upstreamNodeIds }: idl.Node): number {
  const frame = 8;
  const edges = upstreamNodeIds.map((upstream) => upstream.length + id.length + frame);
  return 2 * (id.length + frame) + sum(edges);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
