import { encode } from "@flytekit-ts/models";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import { serialize } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { comparable, decodeReference, throughBytes } from "./compare.js";
import { readReference, type TwinName, twins } from "./twins.js";

const SETTINGS = { project: "proj", domain: "development", version: "v1", image: "example.com/image:v1" };

function byKindAndName(entities: readonly SerializedEntity[]): ReadonlyMap<string, unknown> {
  return new Map(entities.map((each) => [`${each.kind} ${each.id.name}`, comparable(each)]));
}

function bytesOf(entities: readonly SerializedEntity[]): readonly string[] {
  return entities.map((each) => {
    return Buffer.from(encodeEntity(each)).toString("hex");
  });
}

function encodeEntity(entity: SerializedEntity): Uint8Array {
  if (entity.kind === "task") return encode(TaskSpec, entity.message);
  return entity.kind === "workflow"
    ? encode(WorkflowSpec, entity.message)
    : encode(LaunchPlan, entity.message);
}

// flytekit's consumers bind an aliased output by its old name, which Flyte's compiler refuses
// (ParameterNotBound, VariableNameNotFound); ours bind the alias.
function withAliasBound(reference: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  const spec = structuredClone(reference.get("workflow c06_overrides.overridden")) as {
    template: { outputs: { binding: { value: { value: { var: string } } } }[] };
  };
  for (const output of spec.template.outputs) output.binding.value.value.var = "renamed";
  return new Map([...reference, ["workflow c06_overrides.overridden", spec]]);
}

describe("the messages of flytekit", () => {
  for (const name of Object.keys(twins) as TwinName[]) {
    const entity = twins[name];
    it(`${name} are ours, field by field`, () => {
      // The launch plan of c04 belongs to a later part of this package.
      const known = readReference(name).entities.filter(({ kind }) => kind !== "launch_plan");
      const reference = byKindAndName(known.map(({ kind, pb }) => decodeReference(kind, pb)));
      const ours = byKindAndName(serialize(entity, SETTINGS).map(throughBytes));
      expect(ours).toEqual(name === "c06_overrides" ? withAliasBound(reference) : reference);
    });

    it(`${name} come in an order the backend accepts`, () => {
      const seen = new Set<string>();
      for (const each of serialize(entity, SETTINGS)) {
        const used = each.kind === "workflow" ? tasksOf(each.message) : [];
        expect(used.filter((task) => !seen.has(task))).toEqual([]);
        if (each.kind === "task") seen.add(each.id.name);
      }
    });

    it(`${name} are equal bytes each time`, () => {
      expect(bytesOf(serialize(entity, SETTINGS))).toEqual(bytesOf(serialize(entity, SETTINGS)));
    });
  }

  it("differ when one binding differs", () => {
    const [task, , workflow] = readReference("c01_linear").entities;
    const spec = decodeReference("workflow", workflow?.pb ?? "");
    if (spec.kind !== "workflow" || spec.message.template === undefined) throw new Error("not a workflow");
    const planted = structuredClone(spec);
    planted.message.template?.nodes[1]?.inputs.pop();
    expect(comparable(planted)).not.toEqual(comparable(spec));
    const renamed = decodeReference("task", task?.pb ?? "");
    const changed = structuredClone(renamed);
    if (changed.kind === "task" && changed.message.template?.metadata)
      changed.message.template.metadata.retries = { retries: 1 };
    expect(comparable(changed)).not.toEqual(comparable(renamed));
  });
});

function tasksOf({ template, subWorkflows }: WorkflowSpec): string[] {
  return [template, ...subWorkflows].flatMap((each) =>
    (each?.nodes ?? []).flatMap(({ target }) =>
      target?.$case === "taskNode" && target.value.reference !== undefined
        ? [target.value.reference.value.name]
        : [],
    ),
  );
}
