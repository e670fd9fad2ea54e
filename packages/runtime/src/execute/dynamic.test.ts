import { ContainerError_Kind, ExecutionError_ErrorKind } from "@flytekit-ts/models/core";
import { carriedSettings } from "@flytekit-ts/core/context";
import { serialize } from "@flytekit-ts/workflow/serialize";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Container, literal, loaderOf } from "../../test/support/container.js";
import { spread } from "../../test/support/tasks.js";

const { SYSTEM, USER } = ExecutionError_ErrorKind;
const { NON_RECOVERABLE, RECOVERABLE } = ContainerError_Kind;

let container: Container;
beforeEach(() => (container = new Container()));
afterEach(() => container.remove());

const env = {
  FLYTE_INTERNAL_EXECUTION_PROJECT: "proj",
  FLYTE_INTERNAL_EXECUTION_DOMAIN: "staging",
  FLYTE_INTERNAL_TASK_VERSION: "v2",
};

/** The settings that the container of a dynamic gets from its registration. */
function registered(): string {
  const settings = { project: "", domain: "development", version: "v1", image: "img:1", root: "/elsewhere" };
  const resolver = { location: undefined, loaderArgs: () => [], loadTask: () => Promise.resolve(spread) };
  for (const each of serialize(spread, { ...settings, project: "proj", resolver })) {
    const target = each.kind === "task" ? each.message.template?.target : undefined;
    const found =
      target?.$case === "container" ? target.value.env.find(({ key }) => key === "_F_SS_C") : undefined;
    if (found !== undefined) return found.value;
  }
  throw new TypeError("the dynamic carries no settings");
}

describe("a dynamic in a container", () => {
  it("writes the graph that its body made", async () => {
    const left = await container.run({ task: "spread", inputs: { n: literal(2) }, env });
    expect(left).toMatchObject({ files: ["futures.pb"], outcome: { kind: "futures" } });
    const { minSuccesses, nodes, tasks } = left.futures();
    expect(nodes.map(({ id }) => id)).toEqual(["dn0", "dn1"]);
    expect(minSuccesses).toBe(2n);
    expect(tasks.map(({ id }) => id)).toEqual([
      { resourceType: 1, project: "proj", domain: "staging", name: "tasks.same", version: "v2", org: "" },
    ]);
  });

  it("registers the tasks with the settings that it was registered with, under its own version", async () => {
    const left = await container.run({
      task: "spread",
      inputs: { n: literal(1) },
      env: { ...env, _F_SS_C: registered() },
      options: ["--dynamic-addl-distro", "s3://b/code.tar.gz", "--dynamic-dest-dir", "/root"],
    });
    const [template] = left.futures().tasks;
    expect(template?.id).toMatchObject({ project: "proj", domain: "development", version: "v2" });
    const { args = [], image } = template?.target?.$case === "container" ? template.target.value : {};
    expect(image).toBe("img:1");
    expect(args.slice(0, 6)).toEqual([
      "tsflyte-fast-execute",
      ...["--additional-distribution", "s3://b/code.tar.gz", "--dest-dir", "/root", "--"],
    ]);
    expect(args.slice(-4)).toEqual(loaderOf("same"));
    expect(carriedSettings(registered()).root).toBe("/elsewhere");
  });

  it("writes outputs if it called nothing", async () => {
    const left = await container.run({ task: "spread", inputs: { n: literal(0) }, env });
    expect(left.files).toEqual(["outputs.pb"]);
    expect(left.outputs().get("o0")?.value).toEqual({ $case: "collection", value: { literals: [] } });
  });

  it.each([
    [
      "what its body throws",
      "failsInside",
      { n: literal(4) },
      { code: "USER:Recoverable", kind: RECOVERABLE, origin: USER },
    ],
    [
      "a wrong call in its body",
      "bindsWrong",
      {},
      { code: "USER:RuntimeError", kind: NON_RECOVERABLE, origin: USER },
    ],
    [
      "an input of another type",
      "spread",
      { n: literal("x") },
      { code: "SYSTEM", kind: NON_RECOVERABLE, origin: SYSTEM },
    ],
  ])("tells %s", async (_, task, inputs, expected) => {
    const { error, files } = await container.run({ task, inputs, env });
    expect(files).toEqual(["error.pb"]);
    expect(error()).toMatchObject(expected);
  });

  it("points at the line of the body that threw", async () => {
    const { error } = await container.run({ task: "failsInside", inputs: { n: literal(4) }, env });
    expect(error().message).toMatch(/ValueError: cannot 4\n {8}at .*tasks\.ts:\d+/);
  });
});
