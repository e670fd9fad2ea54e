import { type CompileOptions, type SerializedEntity, serialize } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { readReferenceCase } from "../reference-case.js";
import { SETTINGS } from "../settings.js";
import { twins } from "../twins.js";
import { bytesOf, compareMessages } from "./compare-messages.js";

function twinOf(name: string): (typeof twins)[number] {
  const twin = twins.find((each) => each.name === name);
  if (twin === undefined) throw new Error(`no twin ${name}`);
  return twin;
}

function messagesOf(name: string, options: CompileOptions = {}): readonly SerializedEntity[] {
  const { entities, allow } = twinOf(name);
  return serialize(entities, SETTINGS, { allow, ...options });
}

describe("the messages of flytekit", () => {
  it("are those of 24 cases", () => {
    expect(twins.map(({ name }) => name.slice(0, 3))).toEqual(
      Array.from({ length: 24 }, (_, i) => `c${String(i + 1).padStart(2, "0")}`),
    );
  });

  describe.each(twins)("$name", ({ name, known }) => {
    it("are ours, field by field", () => {
      expect(compareMessages(messagesOf(name), readReferenceCase(name).entities, known)).toEqual([]);
    });

    it("come in an order the backend accepts", () => {
      const seen = new Set<string>();
      const early = messagesOf(name).flatMap((each) => {
        const unseen = each.kind === "workflow" ? usedBy(each).filter((used) => !seen.has(used)) : [];
        seen.add(each.id.name);
        return unseen;
      });
      expect(early).toEqual([]);
    });

    it("are equal bytes each time", () => {
      const bytes = (): readonly string[] => messagesOf(name).map((each) => hex(bytesOf(each)));
      expect(bytes()).toEqual(bytes());
    });
  });
});

describe("known differences", () => {
  function fieldsWithoutKnown(name: string): readonly unknown[] {
    const found = compareMessages(messagesOf(name), readReferenceCase(name).entities);
    return found.flatMap(({ kind, name: message, fields }) =>
      fields.map(({ path, ours, reference }) => [`${kind} ${message}`, path, ours, reference]),
    );
  }

  it("c06: the output of the workflow binds the alias", () => {
    expect(fieldsWithoutKnown("c06_overrides")).toEqual([
      ["workflow c06_overrides.overridden", "template.outputs[o0].binding.promise.var", "renamed", "o0"],
    ]);
  });

  it("c12: a handler's nodes are numbered as any others", () => {
    const node = expect.objectContaining({ metadata: { name: "report", retries: {} } }) as unknown;
    expect(fieldsWithoutKnown("c12_failure_imperative")).toEqual([
      ["workflow c12_failure_imperative.recover", "template.nodes[fn0]", undefined, node],
      ["workflow c12_failure_imperative.recover", "template.nodes[n0]", node, undefined],
      [
        "workflow c12_failure_imperative.handled",
        "sub_workflows[c12_failure_imperative.recover].nodes[fn0]",
        undefined,
        node,
      ],
      [
        "workflow c12_failure_imperative.handled",
        "sub_workflows[c12_failure_imperative.recover].nodes[n0]",
        node,
        undefined,
      ],
    ]);
  });

  it("c16: the map over a launch plan is refused unless it is allowed", () => {
    const problems = caught(() => messagesOf("c16_map", { allow: [] }));
    expect(problems.map(({ code, severity, nodeId }) => [code, severity, nodeId])).toEqual([
      ["MAP_TARGET_NEEDS_NEWER_BACKEND", "error", "n3"],
    ]);
  });

  it("are no others", () => {
    expect(twins.flatMap(({ name, known = [] }) => known.map(() => name))).toEqual([
      "c06_overrides",
      "c12_failure_imperative",
    ]);
  });
});

interface Problem {
  readonly code: string;
  readonly severity: string;
  readonly nodeId?: string;
}

function caught(run: () => unknown): readonly Problem[] {
  try {
    run();
  } catch (error) {
    return (error as { readonly params: { readonly problems: readonly Problem[] } }).params.problems;
  }
  throw new Error("nothing was thrown");
}

/** Names of what a workflow's own nodes refer to and this registration has to hold. */
function usedBy({ message }: SerializedEntity & { readonly kind: "workflow" }): readonly string[] {
  return [message.template, ...message.subWorkflows].flatMap((each) =>
    (each?.nodes ?? []).flatMap(({ target }) => {
      const reference =
        target?.$case === "taskNode" || target?.$case === "workflowNode" ? target.value.reference : undefined;
      return reference === undefined || reference.value.project !== SETTINGS.project
        ? []
        : [reference.value.name];
    }),
  );
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
