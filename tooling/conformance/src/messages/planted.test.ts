import { encode } from "@flytekit-ts/models";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import { serialize } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { readReferenceCase } from "../reference-case.js";
import { SETTINGS } from "../settings.js";
import { twins } from "../twins.js";
import { compareMessages } from "./compare-messages.js";
import type { ReferenceMessage } from "./reference.js";

type Node = NonNullable<WorkflowSpec["template"]>["nodes"][number];

/** The differences that a case shows when flytekit's messages are changed first. */
function differencesWith(
  name: string,
  change: (messages: readonly ReferenceMessage[]) => readonly ReferenceMessage[],
): readonly string[] {
  const twin = twins.find((each) => each.name === name);
  if (twin === undefined) throw new Error(`no twin ${name}`);
  const reference = change(readReferenceCase(name).entities);
  const found = compareMessages(serialize(twin.entities, SETTINGS), reference, twin.known);
  return found.flatMap(({ kind, name: message, problem, fields }) =>
    problem === "different"
      ? fields.map(({ path }) => `${message} ${path}`)
      : [`${kind} ${message} ${problem}`],
  );
}

/** Changes the specs of one workflow, of those it lists too. */
function inWorkflow(name: string, change: (spec: WorkflowSpec) => void) {
  return (messages: readonly ReferenceMessage[]): readonly ReferenceMessage[] =>
    messages.map((each) => {
      if (each.kind !== "workflow" || each.name !== name) return each;
      const spec = WorkflowSpec.decode(bytesOf(each));
      change(spec);
      return { ...each, pb: base64(encode(WorkflowSpec, spec)) };
    });
}

function inTask(name: string, change: (template: NonNullable<TaskSpec["template"]>) => void) {
  return (messages: readonly ReferenceMessage[]): readonly ReferenceMessage[] =>
    messages.map((each) => {
      if (each.name !== name) return each;
      const spec = TaskSpec.decode(bytesOf(each));
      if (spec.template !== undefined) change(spec.template);
      return { ...each, pb: base64(encode(TaskSpec, spec)) };
    });
}

function bytesOf({ pb }: ReferenceMessage): Uint8Array {
  return Uint8Array.from(Buffer.from(pb, "base64"));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

function nodeOf({ template }: WorkflowSpec, id: string): Node {
  const node = template?.nodes.find((each) => each.id === id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}

const outer = "c07_subworkflow.outer";
const diamond = "c24_diamond.diamond";

describe("a planted difference is found", () => {
  it("not where nothing is planted", () => {
    expect(differencesWith("c07_subworkflow", (messages) => messages)).toEqual([]);
  });

  it("in a binding", () => {
    const change = inWorkflow(diamond, (spec) => {
      const data = nodeOf(spec, "n3").inputs[0]?.binding?.value;
      if (data?.$case === "promise") data.value.nodeId = "n0";
    });
    expect(differencesWith("c24_diamond", change)).toEqual([
      `${diamond} template.nodes[n3].inputs[again].binding.promise.node_id`,
    ]);
  });

  it("in the upstream nodes, but not in their order", () => {
    const dropped = inWorkflow(diamond, (spec) => void nodeOf(spec, "n3").upstreamNodeIds.pop());
    expect(differencesWith("c24_diamond", dropped)).toEqual([
      expect.stringContaining(`${diamond} template.nodes[n3].upstream_node_ids.n`),
    ]);
    const turned = inWorkflow(diamond, (spec) => void nodeOf(spec, "n3").upstreamNodeIds.reverse());
    expect(differencesWith("c24_diamond", turned)).toEqual([]);
  });

  it("in the order of the nodes, and in one that is missing", () => {
    const turned = inWorkflow(diamond, (spec) => void spec.template?.nodes.reverse());
    expect(differencesWith("c24_diamond", turned)).toEqual([`${diamond} template.nodes (order)`]);
    const missing = inWorkflow(diamond, (spec) => void spec.template?.nodes.shift());
    expect(differencesWith("c24_diamond", missing)).toEqual([`${diamond} template.nodes[n0]`]);
  });

  it("in the sub-workflows, but not in their order", () => {
    const missing = inWorkflow(outer, (spec) => void spec.subWorkflows.pop());
    expect(differencesWith("c07_subworkflow", missing)).toEqual([
      expect.stringContaining(`${outer} sub_workflows[c07_subworkflow.`),
    ]);
    const turned = inWorkflow(outer, (spec) => void spec.subWorkflows.reverse());
    expect(differencesWith("c07_subworkflow", turned)).toEqual([]);
    const inside = inWorkflow(outer, (spec) => {
      for (const each of spec.subWorkflows) each.outputs.pop();
    });
    expect(differencesWith("c07_subworkflow", inside).length).toBeGreaterThan(0);
  });

  it("in an override, an arm, a policy, a variable's description", () => {
    const overridden = "c06_overrides.overridden";
    const override = inWorkflow(overridden, (spec) => {
      const { target } = nodeOf(spec, "n1");
      if (target?.$case === "taskNode") target.value.overrides?.resources?.limits.pop();
    });
    expect(differencesWith("c06_overrides", override)).toEqual([
      expect.stringContaining(`${overridden} template.nodes[n1].task_node.overrides.resources.limits[`),
    ]);
    const arm = inWorkflow("c08_conditional.branchy", (spec) => {
      const { target } = nodeOf(spec, "n1");
      if (target?.$case === "branchNode") target.value.ifElse?.other.pop();
    });
    expect(differencesWith("c08_conditional", arm)).toEqual([
      "c08_conditional.branchy template.nodes[n1].branch_node.if_else.other",
    ]);
    const policy = inWorkflow("c11_failure_node.guarded", (spec) => {
      if (spec.template?.metadata) spec.template.metadata.onFailure = 0;
    });
    expect(differencesWith("c11_failure_node", policy)).toEqual([
      "c11_failure_node.guarded template.metadata.on_failure",
    ]);
    const described = inTask("c21_task_metadata.heavy", ({ interface: declared }) => {
      const variable = declared?.inputs?.variables.get("a");
      if (variable !== undefined) variable.description = "another";
    });
    expect(differencesWith("c21_task_metadata", described)).toEqual([
      "c21_task_metadata.heavy template.interface.inputs.variables.a.description",
    ]);
  });

  it("in a container of the author's own, and in the retries of a function task, but not in its image", () => {
    const command = inTask("ellipse.area", ({ target }) => {
      if (target?.$case === "container") target.value.command.pop();
    });
    expect(differencesWith("c22_container_task", command)).toEqual([
      "ellipse.area template.container.command[3]",
    ]);
    const type = inTask("ellipse.area", (template) => void (template.type = "python-task"));
    expect(differencesWith("c22_container_task", type).length).toBeGreaterThan(0);
    const retries = inTask("c01_linear.square", ({ metadata }) => {
      if (metadata?.retries) metadata.retries.retries = 1;
    });
    expect(differencesWith("c01_linear", retries)).toEqual([
      "c01_linear.square template.metadata.retries.retries",
    ]);
    const image = inTask("c01_linear.square", ({ target }) => {
      if (target?.$case === "container") target.value.image = "other";
    });
    expect(differencesWith("c01_linear", image)).toEqual([]);
  });

  it("in a launch plan, and in one that is missing or of another name", () => {
    const name = "child.fixed";
    const changed = (messages: readonly ReferenceMessage[]): readonly ReferenceMessage[] =>
      messages.map((each) => {
        if (each.name !== name) return each;
        const plan = LaunchPlan.decode(bytesOf(each));
        plan.spec?.fixedInputs?.literals.delete("b");
        return { ...each, pb: base64(encode(LaunchPlan, plan)) };
      });
    expect(differencesWith("c14_launch_plan_node", changed)).toEqual([`${name} spec.fixed_inputs.literals`]);
    expect(
      differencesWith("c14_launch_plan_node", (messages) => messages.filter((each) => each.name !== name)),
    ).toEqual([`launch-plan ${name} not in the reference`]);
    expect(
      differencesWith("c14_launch_plan_node", (messages) =>
        messages.map((each) => (each.name === name ? { ...each, name: "other" } : each)),
      ),
    ).toEqual(["launch-plan other missing", `launch-plan ${name} not in the reference`]);
  });
});
