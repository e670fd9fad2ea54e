import { gzipSync } from "node:zlib";
import { encode } from "@flytekit-ts/models";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import { describe, expect, it } from "vitest";
import { memoryStore } from "../src/data/memory-store.js";
import { readPackage } from "../src/registry/read-package.js";
import { registerPackage } from "../src/registry/register-package.js";
import type { Registered } from "../src/registry/registry.js";
import { call, plan, task, workflow } from "./support/messages.js";
import { tar } from "./support/tar.js";

function bytesOf(entity: Registered): Uint8Array {
  if (entity.kind === "task") return encode(TaskSpec, entity.spec);
  return entity.kind === "workflow" ? encode(WorkflowSpec, entity.spec) : encode(LaunchPlan, entity.plan);
}

/** The same, with what a package leaves open. */
function open(entity: Registered): Registered {
  const ids =
    entity.kind === "plan"
      ? [entity.plan.id, entity.plan.spec?.workflowId]
      : [
          entity.spec.template?.id,
          ...(entity.kind === "workflow" ? (entity.spec.template?.nodes ?? []) : []).map(({ target }) =>
            target?.$case === "taskNode" ? target.value.reference?.value : undefined,
          ),
        ];
  for (const id of ids) {
    if (id !== undefined)
      Object.assign(id, { project: "", domain: "{{ registration.domain }}", version: "" });
  }
  return entity;
}

const fast = task("inc");
if (fast.kind === "task" && fast.spec.template?.target?.$case === "container") {
  fast.spec.template.target.value.args.push(
    "{{ .remote_package_path }}",
    "{{ .dest_dir }}",
    "x {{ .dest_dir }}",
  );
}
const members = {
  "2_wf.plan_3.pb": bytesOf(open(plan("wf.plan", "wf"))),
  "1_wf_2.pb": bytesOf(open(workflow("wf", [call("n0", "inc", { x: ".x" })]))),
  "0_inc_1.pb": bytesOf(open(fast)),
};
const upload = {
  store: memoryStore(),
  uploads: "memory://uploads",
  project: "p",
  domain: "d",
  version: "v9",
};

describe("a package", () => {
  it("is registered by flytectl's rules", async () => {
    const code = gzipSync(Buffer.from("the code"));
    const archive = gzipSync(tar({ ...members, "fastabc.tar.gz": code }));
    const registry = await registerPackage(archive, { ...upload, destination: "/root" });
    const found = registry.named("wf.plan");
    const workflowId = "spec" in found ? found.spec?.workflowId : undefined;
    expect(workflowId).toMatchObject({ project: "p", domain: "d", name: "wf", version: "v9" });
    const template = workflowId === undefined ? undefined : registry.workflow(workflowId)?.template;
    const target = template?.nodes[0]?.target;
    const id = target?.$case === "taskNode" ? target.value.reference?.value : undefined;
    const container = id === undefined ? undefined : registry.task(id)?.target;
    const args = container?.$case === "container" ? container.value.args.slice(-3) : undefined;
    expect(args).toEqual(["memory://uploads/fastabc.tar.gz", "/root", "x {{ .dest_dir }}"]);
    // Decompressed, under its name all the same.
    expect(Buffer.from((await upload.store.read("memory://uploads/fastabc.tar.gz")) ?? []).toString()).toBe(
      "the code",
    );
  });

  it("is read in the order of its names", () => {
    expect(readPackage(tar(members)).entities.map(({ kind }) => kind)).toEqual(["task", "workflow", "plan"]);
  });

  it.each([
    ["other files", { ...members, "notes.txt": Buffer.from("") }, "files that are no messages: notes.txt"],
    [
      "two archives of code",
      { "fast1.tar.gz": Buffer.from(""), "fast2.tar.gz": Buffer.from("") },
      "two archives of code",
    ],
    ["a name without a kind", { "a.pb": Buffer.from("") }, "a.pb does not say by _1, _2 or _3 what it holds"],
    ["no message", { "a_1.pb": Buffer.from([0xff]) }, "a_1.pb holds no message of its kind"],
  ])("with %s is refused", (_, files, problem) => {
    expect(() => readPackage(tar(files))).toThrow(problem);
  });

  it("that is no archive, or cut short, is refused", () => {
    expect(() => readPackage(Buffer.alloc(1024, 1))).toThrow("a checksum is wrong");
    expect(() => readPackage(tar({ "a_1.pb": Buffer.alloc(2000) }).subarray(0, 1024))).toThrow("cut short");
  });

  it("with a node that calls nothing is refused", async () => {
    const node = call("n0", "inc", {});
    const wf = workflow("wf", [{ ...node, target: undefined }]);
    await expect(registerPackage(tar({ "a_2.pb": bytesOf(wf) }), upload)).rejects.toThrow(
      "node n0 calls nothing",
    );
  });
});
