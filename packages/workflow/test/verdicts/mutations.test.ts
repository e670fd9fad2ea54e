import { coreErrors } from "@flytekit-ts/core/errors";
import { checkWorkflow, type Problem } from "@flytekit-ts/workflow/checks";
import { workflowErrors } from "@flytekit-ts/workflow/compile";
import { describe, expect, it } from "vitest";
import { deleteSomething, mutator } from "../support/mutate.js";
import { random } from "../support/random.js";
import { readVerdicts, type Verdict } from "./verdicts.js";

const files = ["compiler-vectors.jsonl", "random-workflows.jsonl"];
const CODES: ReadonlySet<string> = new Set([...Object.keys(workflowErrors), ...Object.keys(coreErrors)]);

// Where the changes lead: to all but what only deep or endless messages, or very many nodes, are told.
const EVERYWHERE = (
  "ALIAS_INVALID ATTRIBUTE_NOT_FOUND BINDING_AMBIGUOUS BINDING_TWICE " +
  "BINDING_TYPE_MISMATCH BRANCH_OUTPUTS_DIFFER CACHE_VERSION_MISSING CONDITION_INPUT_UNKNOWN " +
  "CONDITION_NOT_COMPARABLE CONDITION_TYPES_DIFFER ENTITY_NOT_FOUND FAILURE_INPUT_UNAVAILABLE " +
  "INPUT_MISSING INPUT_NOT_WHOLE INPUT_UNKNOWN MESSAGE_INCOMPLETE " +
  "NAME_INVALID NODE_ID_INVALID NODE_ID_TWICE NODE_LISTED_LATE " +
  "NODE_UNREACHABLE OUTPUT_MISSING OUTPUT_NOT_FOUND OUTPUT_UNKNOWN " +
  "PROMISE_INDEX_INVALID PROMISE_OUT_OF_PLACE SETTINGS_INVALID SUB_WORKFLOW_TWICE " +
  "SUB_WORKFLOW_UNUSED UPSTREAM_UNKNOWN VARIABLE_NAME_INVALID WORKFLOW_CYCLIC " +
  "WORKFLOW_EMPTY WORKFLOW_RECURSIVE"
).split(" ");

/** All rows again and again, as fresh messages; what they call is the same for all, except in one of ten. */
function* messages(count: number): Generator<{ readonly given: Verdict["given"]; readonly fresh: object }> {
  for (let left = count; left > 0;) {
    for (const { given: row } of files.flatMap(readVerdicts)) {
      if (left === 0) return;
      left -= 1;
      const given = left % 10 === 0 ? structuredClone(row) : row;
      const { template, subWorkflows } = given;
      yield { given, fresh: given === row ? { template, subWorkflows } : given };
    }
  }
}

function assertProblem(problem: Problem): void {
  const { code, severity, backendCode, message, hint } = problem;
  const isGood =
    CODES.has(code) &&
    ["error", "warning"].includes(severity) &&
    (backendCode === undefined || (severity === "error" && /^[A-Z][A-Za-z]+$/.test(backendCode))) &&
    message.endsWith(".") &&
    !/undefined|\[object/.test(message) &&
    (hint === undefined || hint.endsWith("."));
  if (!isGood) throw new Error(`Not a problem as it should be: ${JSON.stringify(problem).slice(0, 1000)}`);
}

/** The codes that are told of a message: soon, and each with a problem that can be read. */
function checkedCodes(given: Verdict["given"]): readonly string[] {
  const start = performance.now();
  const problems = checkWorkflow(given);
  expect(performance.now() - start).toBeLessThan(5000);
  for (const problem of problems) assertProblem(problem);
  return problems.map(({ code }) => code);
}

describe("mutated messages", { timeout: 300_000 }, () => {
  it("of the right types are read to their end: 16,000 of them", () => {
    const next = random(1);
    const mutate = mutator(
      files.flatMap(readVerdicts).map(({ given }) => given),
      next,
    );
    const told = new Set<string>();
    for (const { given, fresh } of messages(16_000)) {
      for (let changes = Math.floor(next() ** 2 * 12); changes >= 0; changes -= 1) mutate(fresh);
      for (const code of checkedCodes({ ...given, ...fresh })) told.add(code);
    }
    expect(told.has("MESSAGE_UNREADABLE")).toBe(false);
    expect([...told]).toEqual(expect.arrayContaining(EVERYWHERE));
  });

  it("of no type at all never throw either: 4,000 of them", () => {
    const next = random(2);
    const told = new Set<string>();
    for (const { given, fresh } of messages(4000)) {
      for (let changes = Math.floor(next() * 8); changes >= 0; changes -= 1) deleteSomething(fresh, next);
      for (const { code } of checkWorkflow({ ...given, ...fresh })) told.add(code);
    }
    expect(told.has("MESSAGE_UNREADABLE")).toBe(true);
  });

  it("that go round in circles end: 1,000 of them", () => {
    const next = random(3);
    for (const { given } of messages(1000)) {
      const { nodes } = given.template;
      const [first] = nodes;
      const some = nodes[Math.floor(next() * nodes.length)];
      if (first === undefined || some === undefined) continue;
      if (next() < 0.5) some.target = { $case: "arrayNode", value: { ...emptyArray(), node: first } };
      else if (some.target?.$case === "branchNode" && some.target.value.ifElse?.case !== undefined) {
        some.target.value.ifElse.case.thenNode = some;
      }
      for (const { id, upstreamNodeIds } of nodes) upstreamNodeIds.push(...nodes.map((node) => node.id), id);
      checkedCodes(given);
    }
  });
});

function emptyArray() {
  return {
    parallelismOption: undefined,
    successCriteria: undefined,
    executionMode: 0 as const,
    isOriginalSubNodeInterface: undefined,
    dataMode: 0 as const,
    boundInputs: [],
    runAllSubNodes: false,
  };
}
