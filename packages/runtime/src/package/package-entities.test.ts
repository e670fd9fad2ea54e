import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { carriedSettings } from "@flytekit-ts/core/context";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import type { Problem } from "@flytekit-ts/workflow/checks";
import { referenceTask, t, task, workflow } from "@flytekit-ts/workflow";
import { unpackTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { fan, inner, onGpu, outer, plan, square } from "../../test/support/flows.js";
import type { EntityPackage } from "./entity-package.js";
import { packageEntities } from "./package-entities.js";
import type { PackageSettings } from "./package-settings.js";

const root = fileURLToPath(new URL("../../test/support", import.meta.url));
const SETTINGS: PackageSettings = { image: "ghcr.io/acme/tasks:v1", root };
const CODE: PackageSettings = { ...SETTINGS, code: { files: ["flows.ts"] } };

const namesOf = async ({ bytes }: EntityPackage): Promise<readonly string[]> =>
  (await unpackTar(gunzipSync(bytes), { strict: true })).map(({ header }) => header.name);

const messageOf = ({ members }: EntityPackage, name: string) => {
  const member = members.find((each) => each.name.includes(name));
  return member?.bytes ?? new Uint8Array();
};

function containerOf(made: EntityPackage, name: string) {
  const target = TaskSpec.decode(messageOf(made, name)).template?.target;
  return target?.$case === "container" ? target.value : undefined;
}

describe("packageEntities", () => {
  it("names messages in the order of registration, default plans after their workflows", async () => {
    const made = await packageEntities([outer, plan], SETTINGS);
    expect(await namesOf(made)).toEqual([
      ...["0_flows.square_1.pb", "1_flows.fan_1.pb", "2_flows.inner_2.pb", "3_flows.inner_3.pb"],
      ...["4_flows.outer_2.pb", "5_flows.outer_3.pb", "6_flows.plan_3.pb"],
    ]);
    expect(made.members.map(({ kind, id }) => [kind, id.name])).toContainEqual([
      "launch-plan",
      "flows.inner",
    ]);
  });

  it("counts with as many digits as it takes", async () => {
    const tasks = Array.from({ length: 11 }, (_, i) => task({ name: `many.t${i}` }, () => {}));
    const settings = { ...SETTINGS, root: fileURLToPath(new URL(".", import.meta.url)) };
    const names = async (count: number) => namesOf(await packageEntities(tasks.slice(0, count), settings));
    expect(await names(1)).toEqual(["0_many.t0_1.pb"]);
    expect((await names(10)).at(-1)).toBe("9_many.t9_1.pb");
    expect((await names(11)).at(-1)).toBe("10_many.t10_1.pb");
    expect((await names(11))[0]).toBe("00_many.t0_1.pb");
  });

  it("leaves ids open, at any depth, and those of other registrations alone", async () => {
    const elsewhere = referenceTask({
      ...{ project: "other", domain: "production", name: "elsewhere", version: "v7" },
      ...{ inputs: { x: t.int() }, output: t.int() },
    });
    const both = workflow({ name: "flows.both", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      inner({ x: elsewhere({ x }) }),
    );
    const made = await packageEntities(both, SETTINGS);
    const { template, subWorkflows } = WorkflowSpec.decode(messageOf(made, "flows.both_2"));
    const open = { project: "", domain: "", version: "" };
    expect(template?.id).toMatchObject({ ...open, name: "flows.both" });
    expect(subWorkflows[0]?.nodes[0]?.target).toMatchObject({ value: { reference: { value: open } } });
    expect(JSON.stringify(template?.nodes)).toContain('"project":"other","domain":"production"');
    expect(LaunchPlan.decode(messageOf(made, "flows.both_3")).spec?.workflowId).toMatchObject(open);
    expect(Buffer.from(made.bytes).length).toBeGreaterThan(0);
    expect(gunzipSync(made.bytes).includes("open-project")).toBe(false);
  });

  it("writes flytectl's placeholders, or the registration itself", async () => {
    const placed = await packageEntities(outer, { ...SETTINGS, ids: "placeholders" });
    expect(TaskSpec.decode(messageOf(placed, "square")).template?.id).toMatchObject({
      project: "{{ registration.project }}",
      domain: "{{ registration.domain }}",
      version: "{{ registration.version }}",
    });
    const registration = { project: "reports", domain: "staging", version: "v3" };
    const own = await packageEntities(outer, { ...SETTINGS, ids: "settings", ...registration });
    expect(TaskSpec.decode(messageOf(own, "square")).template?.id).toMatchObject(registration);
    expect(own.version).toBe("v3");
    const counted = await packageEntities(outer, { ...SETTINGS, ids: "settings", project: "p", domain: "d" });
    expect(TaskSpec.decode(messageOf(counted, "square")).template?.id?.version).toBe(counted.version);
    expect(counted.version).toBe(placed.version);
  });

  it.each<[string, Partial<PackageSettings>]>([
    ["no project", { ids: "settings", domain: "d" }],
    ["a wrong version", { version: "a b" }],
    ["an unknown setting", { imgae: "x" } as object],
  ])("refuses %s", async (_what, wrong) => {
    await expect(packageEntities(outer, { ...SETTINGS, ...wrong })).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:SETTINGS_INVALID|OPTION_UNKNOWN)$/) as unknown,
    });
  });

  it.each<[string, unknown]>([
    ["no settings", undefined],
    ["an unknown `ids`", { ...SETTINGS, ids: "none" }],
    ["no image", { root }],
    ["a hook without functions", { ...SETTINGS, image: { id: "a:1" } }],
    ["a hook among the named images", { ...SETTINGS, images: { gpu: { id: "a:1" } } }],
    ["code that is no object", { ...SETTINGS, code: true }],
    ["an unknown option of code", { ...SETTINGS, code: { file: [] } }],
    ["a root that is no text", { ...SETTINGS, code: { root: 1 } }],
    ["files that are no list", { ...SETTINGS, code: { files: "flows.ts" } }],
    ["a file without content", { ...SETTINGS, code: { files: [{ path: "a.ts" }] } }],
    ["an empty destination", { ...SETTINGS, code: { destination: "" } }],
    ["links that are not yes or no", { ...SETTINGS, code: { followLinks: "all" } }],
  ])("refuses %s", async (_what, wrong) => {
    await expect(packageEntities(square, wrong as PackageSettings)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:OPTIONS_NOT_AN_OBJECT|OPTION_INVALID|OPTION_UNKNOWN)$/) as unknown,
    });
  });

  it("adds the code, which containers fetch before they run", async () => {
    const made = await packageEntities(outer, CODE);
    expect((await namesOf(made)).at(-1)).toBe(made.code?.name);
    expect(made.code).toMatchObject({
      name: `fast${made.code?.digest}.tar.gz`,
      files: [{ path: "flows.ts" }],
    });
    expect(containerOf(made, "square")?.args.slice(0, 7)).toEqual([
      ...["tsflyte-fast-execute", "--additional-distribution", "{{ .remote_package_path }}"],
      ...["--dest-dir", "/app", "--", "tsflyte-execute"],
    ]);
    const code = { files: ["flows.ts"], destination: "{{ .dest_dir }}" };
    const open = await packageEntities(outer, { ...SETTINGS, code });
    expect(containerOf(open, "square")?.args[4]).toBe("{{ .dest_dir }}");
  });

  it("takes the folder of the code as the root of modules", async () => {
    const { root: _root, ...settings } = SETTINGS;
    const made = await packageEntities(square, { ...settings, code: { root, files: ["flows.ts"] } });
    expect(containerOf(made, "square")?.args).toContain("flows.ts");
  });

  it("refuses code without a module that a task is loaded from", async () => {
    const code = { files: ["temp-folder.ts"] };
    await expect(packageEntities(outer, { ...SETTINGS, code })).rejects.toMatchObject({
      code: "CODE_LACKS_MODULE",
      params: { task: "flows.square", module: "flows.ts", why: "it is not among the given `code.files`" },
    });
  });

  it("tells dynamics of images and code, and of nothing of this machine", async () => {
    const made = await packageEntities(fan, { ...CODE, images: { gpu: "gpu:v2" }, environment: { A: "1" } });
    const text = containerOf(made, "fan")?.env.find(({ key }) => key === "_F_SS_C")?.value ?? "";
    expect(carriedSettings(text)).toEqual({
      ...{ project: "", domain: "", version: "", image: "ghcr.io/acme/tasks:v1", images: { gpu: "gpu:v2" } },
      ...{ environment: { A: "1" }, fast: { distribution: "", destination: "/app" } },
    });
  });

  it("has a version that follows from what is packaged", async () => {
    const versionOf = async (settings: Partial<PackageSettings>) =>
      (await packageEntities(square, { ...CODE, ...settings })).version;
    const version = await versionOf({});
    expect(version).toMatch(/^[0-9a-f]{32}$/);
    expect(await versionOf({})).toBe(version);
    const others = [
      await versionOf({ image: "ghcr.io/acme/tasks:v2" }),
      await versionOf({ environment: { A: "1" } }),
      await versionOf({ code: { files: ["flows.ts", "temp-folder.ts"] } }),
      await versionOf({ code: undefined }),
    ];
    expect(new Set([version, ...others]).size).toBe(5);
    const settings = { ...SETTINGS, root: fileURLToPath(new URL(".", import.meta.url)) };
    const named = (cpu: string) => task({ name: "flows.sized", resources: { cpu } }, () => {});
    const sized = [await packageEntities(named("1"), settings), await packageEntities(named("2"), settings)];
    expect(sized[0]?.version).not.toBe(sized[1]?.version);
  });

  it("refuses nothing, and what is registered elsewhere alone", async () => {
    await expect(packageEntities([], SETTINGS)).rejects.toMatchObject({ code: "PACKAGE_EMPTY" });
    const elsewhere = referenceTask({ project: "p", domain: "d", name: "n", version: "v", inputs: {} });
    await expect(packageEntities(elsewhere, SETTINGS)).rejects.toMatchObject({ code: "PACKAGE_EMPTY" });
  });

  it("refuses names of files that no disk takes, names with slashes, and names given twice", async () => {
    const settings = { ...SETTINGS, root: fileURLToPath(new URL(".", import.meta.url)) };
    const long = task({ name: "a".repeat(255) }, () => {});
    await expect(packageEntities(long, settings)).rejects.toMatchObject({ code: "PACKAGE_NAME_TOO_LONG" });
    expect(() => task({ name: "a/b" }, () => {})).toThrow(expect.objectContaining({ code: "NAME_INVALID" }));
    const twice = [
      task({ name: "flows.twin" }, () => {}),
      task({ name: "flows.twin" }, () => void process.pid),
    ];
    await expect(packageEntities(twice, settings)).rejects.toMatchObject({ code: "NAME_TWICE" });
  });

  it.each([
    ["ghcr.io/acme/tasks", "without a tag"],
    ["Not An Image:v1", "that is none"],
    ["host:70000000/x:v1", "with a port that is none"],
  ])("refuses an image %s", async (image) => {
    await expect(packageEntities(square, { ...SETTINGS, image })).rejects.toMatchObject({
      code: "OPTION_INVALID",
    });
  });

  it("puts named images into tasks", async () => {
    const made = await packageEntities(onGpu, { ...SETTINGS, images: { gpu: "gpu:v2" } });
    expect(containerOf(made, "on_gpu")?.image).toBe("gpu:v2");
    await expect(packageEntities(onGpu, SETTINGS)).rejects.toMatchObject({ code: "IMAGE_TEMPLATE_INVALID" });
  });

  it("has images made before it is done, each once", async () => {
    const built: string[] = [];
    const hook = {
      id: "ghcr.io/acme/gpu:abc",
      exists: () => false,
      build: (image: string, { push }: { readonly push: boolean }) => void built.push(`${image} ${push}`),
    };
    const made = await packageEntities([onGpu, square], { ...SETTINGS, image: hook, images: { gpu: hook } });
    expect(built).toEqual(["ghcr.io/acme/gpu:abc true"]);
    expect(made.images).toEqual(["ghcr.io/acme/gpu:abc"]);
    expect(containerOf(made, "square")?.image).toBe(hook.id);
  });

  it("warns of a large archive and of what is left out", async () => {
    const warnings: Problem[] = [];
    const options = { onWarning: (problem: Problem) => void warnings.push(problem) };
    const content = Buffer.alloc(51 * 2 ** 20);
    const files = ["flows.ts", { path: "model.bin", content }];
    await packageEntities(square, { ...SETTINGS, code: { files } }, options);
    expect(warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^CODE_LARGE .*51\.0 MiB.* model\.bin \(51\.0 MiB\)/),
    ]);
  });
});
