import { readFile } from "node:fs/promises";
import { type Admin, startAdmin } from "@flytekit-ts/admin";
import { TaskSpec } from "@flytekit-ts/models/admin";
import { fromJson, type JsonValue } from "@flytekit-ts/models/json";
import { connect, type Remote } from "@flytekit-ts/remote";
import { pull, pullCheck } from "@flytekit-ts/remote/pull";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PULLED, selection } from "../src/pull.js";

let admin: Admin;
let remote: Remote;
beforeAll(async () => {
  admin = await startAdmin();
  remote = await connect({ endpoint: admin.endpoint, insecure: true });
  await remote.connection.admin.registerProject({
    project: { id: "orchard", name: "orchard", domains: [], description: "" },
  });
  await register("v1");
});
afterAll(async () => {
  await remote.close();
  await admin.close();
});

/** Registers what flytekit makes of python/grading.py. */
async function register(version: string, change: (spec: TaskSpec) => void = () => {}): Promise<void> {
  const text = await readFile(new URL("../python/grading.json", import.meta.url), "utf8");
  const spec = fromJson(TaskSpec, JSON.parse(text) as JsonValue);
  const id = spec.template?.id;
  if (id === undefined) throw new TypeError("a task has an id");
  id.version = version;
  change(spec);
  await remote.connection.admin.createTask({ id, spec });
}

describe("the pulled module", () => {
  it("is what is registered", async () => {
    const module = await readFile(PULLED, "utf8");
    expect((await pull(remote, selection)).text).toBe(module);
    expect(await pullCheck(remote, module)).toMatchObject({ isCurrent: true, changes: [] });
  });

  it("is seen to be old where Python has a new version", async () => {
    await register("v2", ({ template }) => {
      const variables = template?.interface?.inputs?.variables;
      const strict = variables?.get("strict");
      if (strict !== undefined) variables?.set("gentle", { ...strict, description: "gentle" });
      variables?.delete("strict");
    });
    const { changes } = await pullCheck(remote, await readFile(PULLED, "utf8"));
    expect(changes.map(({ text }) => text.replace(/ #\w+/g, ""))).toEqual([
      "task grading.grade v2 is newer than v1",
      "task grading.grade v2: the input `gentle` is new (optional boolean)",
      "task grading.grade v2: the input `strict` is gone (it was optional boolean)",
    ]);
  });
});
