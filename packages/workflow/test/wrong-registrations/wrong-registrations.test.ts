/**
 * What is told of registrations that no author of ours can write: of another origin, or made by hand.
 *
 * Nodes have no words here but their ids, and there is no line to point at. What is printed is in `messages.txt`, to
 * be read by people.
 */
import * as idl from "@flytekit-ts/models/core";
import { describeProblem, type Problem, type WorkflowToCheck } from "@flytekit-ts/workflow/checks";
import { describe, expect, it } from "vitest";
import {
  arrayNode,
  branchNode,
  compare,
  constant,
  enumOf,
  gateNode,
  INTEGER,
  integer,
  list,
  listOf,
  NONE,
  ONE,
  promise,
  recordOf,
  scalar,
  STRING,
  STRUCT,
  subWorkflowNode,
  task,
  taskNode,
  text,
  unionOf,
  workflow,
} from "../support/idl-messages.js";
import { problemsOf } from "../support/problems.js";

const half = constant({ $case: "duration", value: { seconds: 0n, nanos: 500_000_000 } });
const gen = taskNode("n0", "gen");
const named = (id: Partial<idl.Identifier>): Registration => [
  { ...workflow("w", [gen]), id: { ...idl.Identifier.create(workflow("w", []).id), ...id } },
];
const deciding = (arm: idl.Node, question = compare(ONE, "EQ", ONE)): idl.Node =>
  branchNode("n0", { cases: [[question, arm]], else: "none" });
const nested = (levels: number): idl.Node => (levels === 0 ? gen : deciding(nested(levels - 1)));
const goingOn = (template: idl.WorkflowTemplate): idl.WorkflowTemplate => ({
  ...template,
  metadata: { ...idl.WorkflowMetadata.create(), onFailure: 1 },
});
const twice = (name: string, callee: string): idl.WorkflowTemplate =>
  workflow(name, [subWorkflowNode("n0", callee), subWorkflowNode("n1", callee)]);

type Registration = readonly [idl.WorkflowTemplate, Partial<WorkflowToCheck>?];

const inc = (id: string, x: idl.BindingData | undefined) => taskNode(id, "inc", { inputs: { x } });
const takes = (wanted: idl.LiteralType, x: idl.BindingData): Registration => [
  workflow("w", [taskNode("n0", "takes", { inputs: { x } })], { inputs: { r: STRUCT, n: INTEGER } }),
  { tasks: [task("takes", { x: wanted })] },
];
const calling = (name: string) => workflow(name, [subWorkflowNode("n0", name === "w" ? "inner" : "w")]);
const withId = (resourceType: idl.ResourceType, org = ""): idl.Node => {
  const value = { ...inc("n0", integer()), target: undefined };
  const referenceId = { resourceType, project: "p", domain: "d", name: "inc", version: "v", org };
  return {
    ...value,
    target: {
      $case: "taskNode",
      value: { ...idl.TaskNode.create(), reference: { $case: "referenceId", value: referenceId } },
    },
  };
};

const registrations: { readonly [shape: string]: Registration } = {
  "no nodes": [workflow("w", [])],
  "two nodes of one id": [workflow("w", [inc("n0", integer()), inc("n0", integer())])],
  "a node with the id of the start node": [workflow("w", [inc("start-node", integer())])],
  "a cycle through data": [workflow("w", [inc("n0", promise("n1")), inc("n1", promise("n0"))])],
  "a node that waits for itself": [workflow("w", [{ ...inc("n0", integer()), upstreamNodeIds: ["n0"] }])],
  "sub-workflows that contain each other": [calling("w"), { subWorkflows: [calling("inner"), calling("w")] }],
  "an input without a binding": [workflow("w", [taskNode("n0", "inc")])],
  "an input that the task does not have": [
    workflow("w", [taskNode("n0", "inc", { inputs: { x: integer(), y: integer() } })]),
  ],
  "an input that is bound twice": [
    workflow("w", [
      { ...inc("n0", integer()), inputs: [...inc("n0", integer()).inputs, ...inc("n0", integer(2)).inputs] },
    ]),
  ],
  "a promise of an unknown node": [workflow("w", [inc("n0", promise("n7"))])],
  "a promise of a node inside a branch": [
    workflow("w", [
      branchNode("n0", { cases: [[compare(ONE, "EQ", ONE), inc("n0", integer())]], else: "none" }),
      inc("n1", promise("n0-n0")),
    ]),
  ],
  "a promise of an unknown output": [workflow("w", [inc("n0", integer()), inc("n1", promise("n0", "o7"))])],
  "names that the backend cuts": [
    workflow("w", [inc("n0", promise("", "a.b"))], { inputs: { "a.b": INTEGER, "my-in": INTEGER } }),
  ],
  "an empty list for one of two lists": takes(unionOf(listOf(INTEGER), listOf(STRING)), list()),
  "a text for an enum or a text": takes(unionOf(enumOf("a"), STRING), text("a")),
  "a text that is not in an enum": takes(enumOf("a", "b"), text("c")),
  "a field of an untyped struct": takes(INTEGER, promise("", "r", ["a"])),
  "a field of a number": takes(INTEGER, promise("", "n", ["a"])),
  "an element before the first": [
    workflow("w", [inc("n0", promise("", "l", [-1]))], { inputs: { l: listOf(INTEGER) } }),
  ],
  "a branch without a last arm": [
    workflow("w", [branchNode("n0", { cases: [[compare(ONE, "EQ", ONE), inc("n0", integer())]] })]),
  ],
  "an arm without a node": [
    workflow("w", [branchNode("n0", { cases: [[compare(ONE, "EQ", ONE), undefined]], else: "none" })]),
  ],
  "an arm without a condition": [
    workflow("w", [branchNode("n0", { cases: [[undefined, inc("n0", integer())]], else: "none" })]),
  ],
  "a comparison of booleans by order": [
    workflow("w", [
      branchNode("n0", {
        cases: [
          [
            compare(
              constant({ $case: "boolean", value: true }),
              "GT",
              constant({ $case: "boolean", value: false }),
            ),
            inc("n0", integer()),
          ],
        ],
        else: "none",
      }),
    ]),
  ],
  "a task under an id of another kind": [workflow("w", [withId(idl.ResourceType.WORKFLOW)])],
  "a task under an id of another organisation": [workflow("w", [withId(idl.ResourceType.TASK, "o")])],
  "an upstream node that there is not": [
    workflow("w", [{ ...inc("n0", integer()), upstreamNodeIds: ["n7"] }]),
  ],
  "a sub-workflow that is not supplied": [workflow("w", [subWorkflowNode("n0", "inner")])],
  "a sub-workflow that is supplied twice": [
    workflow("w", [subWorkflowNode("n0", "inner")]),
    { subWorkflows: [workflow("inner", [inc("n0", integer())]), workflow("inner", [inc("n0", integer())])] },
  ],
  "a failure node that uses an output": [
    workflow("w", [inc("n0", integer())], { failureNode: inc("fn0", promise("n0")) }),
  ],
  "an array node over a single input": [workflow("w", [arrayNode("n0", inc("n0", integer()))])],
  "an alias given twice": [
    workflow("w", [
      taskNode("n0", "inc", {
        inputs: { x: integer() },
        aliases: [
          ["o0", "a"],
          ["o0", "b"],
        ],
      }),
    ]),
  ],
  "a gate without a condition": [workflow("w", [gateNode("n0", undefined)])],
  "a signal without an id": [
    workflow("w", [
      gateNode("n0", { $case: "signal", value: { signalId: "", type: INTEGER, outputVariableName: "o0" } }),
    ]),
  ],
  "a record whose schema the backend cannot read": [
    workflow("w", [taskNode("n0", "takes", { inputs: { x: promise("", "r") } })], {
      inputs: {
        r: {
          ...recordOf({ a: INTEGER }),
          metadata: { $schema: "https://json-schema.org/draft/2020-12/schema" },
        },
      },
    }),
    {
      tasks: [
        task("takes", { x: { ...recordOf({ a: INTEGER, b: INTEGER }), metadata: { type: "object" } } }),
      ],
    },
  ],
  "none for a required input": takes(INTEGER, scalar({ $case: "noneType", value: {} })),
  "a version that is a step of a path": named({ version: ".." }),
  "a name that is a step of a path": named({ name: "." }),
  "retries beyond their field": [
    workflow("w", [{ ...gen, metadata: { ...idl.NodeMetadata.create(), retries: { retries: 2 ** 32 } } }]),
  ],
  "a sub-workflow of more nodes than Flyte accepts": [
    workflow("w", [subWorkflowNode("n0", "inner")]),
    {
      subWorkflows: [
        workflow(
          "inner",
          Array.from({ length: 101 }, (_, i) => taskNode(`n${i}`, "gen")),
        ),
      ],
    },
  ],
  "a comparison with half a second": [workflow("w", [deciding(gen, compare(half, "GT", half))])],
  "an arm that is a workflow without outputs": [
    workflow("w", [deciding(subWorkflowNode("n0", "inner"))]),
    { subWorkflows: [workflow("inner", [gen])] },
  ],
  "conditionals that nest deeper than decoders read": [workflow("w", [nested(60)])],
  "a sub-workflow with a failure policy of its own": [
    workflow("w", [subWorkflowNode("n0", "inner")]),
    { subWorkflows: [goingOn(workflow("inner", [gen]))] },
  ],
  "layers that call the layer below twice": [
    twice("w", "layer11"),
    {
      subWorkflows: [
        workflow("layer0", [gen]),
        ...Array.from({ length: 11 }, (_, i) => twice(`layer${i + 1}`, `layer${i}`)),
      ],
    },
  ],
  "constants that one request cannot hold": [
    workflow("w", [taskNode("n0", "say", { inputs: { s: text("s".repeat(5 * 2 ** 20)) } })]),
  ],
  "what may be none for a required input": [
    workflow("w", [inc("n0", promise("", "o"))], { inputs: { o: unionOf(INTEGER, NONE) } }),
  ],
};

describe("registrations that no author can write", () => {
  it.each(Object.entries(registrations))("%s: is told, once", (_shape, [template, callable]) => {
    const problems = problemsOf(template, callable);
    expect(problems.length).toBeGreaterThan(0);
    expect(new Set(problems.map(printed)).size).toBe(problems.length);
  });

  it("are told as their reviewer has read it", async () => {
    const texts = Object.entries(registrations).map(
      ([shape, [template, callable]]) =>
        `--- ${shape}\n${problemsOf(template, callable).map(printed).join("\n")}\n`,
    );
    await expect(texts.join("\n")).toMatchFileSnapshot("messages.txt");
  });
});

function printed(problem: Problem): string {
  const [first, ...others] = describeProblem(problem).split("\n");
  return [first, `  Flyte: ${problem.backendCode ?? "takes it"}`, ...others].join("\n");
}
