import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { task, t } from "@flytekit-ts/core";
import { encode } from "@flytekit-ts/models";
import { type TaskCreateRequest, TaskSpec, type WorkflowCreateRequest } from "@flytekit-ts/models/admin";
import { packageEntities } from "@flytekit-ts/runtime/package";
import { launchPlan, workflow } from "@flytekit-ts/workflow";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { objectServer } from "../../../test/object-server.js";
import { registrationErrors as errors } from "../../errors/registration-errors.js";
import type { Connection } from "../../connection/connection.js";
import type { RegistrablePackage } from "../terms/register-settings.js";
import { registrationCalls } from "../registration-calls.js";
import { readArchive } from "./read-archive.js";

const water = task({ name: "garden.water", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
const bed = workflow({ name: "garden.bed", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  water({ x }),
);
const image = "example.com/garden:1";
const here = new URL(".", import.meta.url).pathname;

let store: Awaited<ReturnType<typeof objectServer>>;
let sent: { readonly method: string; readonly request: unknown }[];
let register: ReturnType<typeof registrationCalls>["register"];

beforeEach(async () => {
  store = await objectServer();
  sent = [];
  const admin = new Proxy(
    {},
    { get: (_target, method: string) => async (request: unknown) => (sent.push({ method, request }), {}) },
  ) as Connection["admin"];
  ({ register } = registrationCalls({ ...store.connection, admin }));
});
afterEach(async () => store.close());

const argsSent = (): readonly string[] => {
  const target = requestOf<TaskCreateRequest>("createTask").spec?.template?.target;
  return target?.$case === "container" ? (target.value?.args ?? []) : [];
};
const requestOf = <T>(method: string): T => sent.find((each) => each.method === method)?.request as T;

describe("a package", () => {
  it.each(["empty", "placeholders"] as const)(
    "with %s ids is registered where the options say",
    async (ids) => {
      const made = await packageEntities([bed], { image, ids, version: "v7" });
      const { entities, version } = await register(made, { project: "orchard-2", domain: "staging" });
      expect(version).toBe("v7");
      const place = { project: "orchard-2", domain: "staging", version: "v7" };
      expect(entities.map(({ id }) => id)).toMatchObject([place, place, place]);
      const { spec } = requestOf<WorkflowCreateRequest>("createWorkflow");
      expect(spec?.template?.id).toMatchObject(place);
      expect(spec?.template?.nodes[0]?.target).toMatchObject({ value: { reference: { value: place } } });
      expect(requestOf("createLaunchPlan")).toMatchObject({ spec: { workflowId: place } });
    },
  );

  it("activates the plans that ask for it themselves", async () => {
    const plans = ["daily", "weekly"].map((name) =>
      launchPlan(bed, { name: `garden.${name}`, fixedInputs: { x: 1 }, autoActivate: name === "daily" }),
    );
    const made = await packageEntities(plans, { image, version: "v7" });
    expect(made.autoActivate).toEqual(["garden.daily"]);
    const { activated } = await register(made, { project: "orchard", domain: "staging" });
    expect(activated.map(({ name }) => name)).toEqual(["garden.daily"]);
  });

  it("is read from its archive, too", async () => {
    const { bytes } = await packageEntities([bed], { image, ids: "placeholders" });
    for (const archive of [bytes, gunzipSync(bytes)]) {
      const { entities } = await register(archive, { version: "v8" });
      expect(entities.map(({ id }) => [id.name, id.version])).toEqual([
        ["garden.water", "v8"],
        ["garden.bed", "v8"],
        ["garden.bed", "v8"],
      ]);
    }
  });

  it("takes its code along, and its messages say where that is", async () => {
    const code = { root: here, files: ["package.test.ts"] };
    const made = await packageEntities([water], { image, code, root: here });
    const { code: uploaded } = await register(made, {});
    const args = argsSent();
    expect(uploaded?.uri).toMatch(/^s3:\/\/bucket\/orchard\/development\/.*fast[0-9a-f]+\.tar\.gz$/);
    expect(args).toContain(uploaded?.uri);
    expect(args).not.toContain("{{ .remote_package_path }}");
    expect(store.puts).toHaveLength(1);
    expect(gunzipSync(store.puts[0]?.body ?? "").includes(readFileSync(`${here}package.test.ts`))).toBe(true);
  });

  it.each([
    [
      "entities of another project",
      { ids: "settings", project: "p", domain: "d" } as const,
      'to the project "p", not to',
    ],
  ])("refuses %s", async (_what, settings, words) => {
    const made = await packageEntities([bed], { image, ...settings });
    await expect(register(made, {})).rejects.toThrow(words);
    expect(sent).toEqual([]);
  });
});

describe("a broken package", () => {
  const member = (name: string, bytes: Uint8Array = new Uint8Array()) => ({ name, bytes });
  const spec = (id: object): Uint8Array => encode(TaskSpec, TaskSpec.fromPartial({ template: { id } }));
  const made = (
    ...members: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  ): RegistrablePackage => ({
    ...{ bytes: new Uint8Array(), version: "v1", members },
  });
  const ok = { resourceType: 1, name: "garden.water" } as const;

  it.each<[string, RegistrablePackage, string]>([
    ["no entities", made(), "it has no entities"],
    ["bytes that are no message", made(member("0_a_1.pb", new Uint8Array([255, 255]))), "it cannot be read"],
    ["an empty message", made(member("0_a_1.pb")), "its message has no name"],
    ["no kind", made(member("0_a.pb")), "does not end with `_1.pb`"],
    ["another kind", made(member("0_a_1.pb", spec({ ...ok, resourceType: 2 }))), "one of another kind (2)"],
    ["a bad name", made(member("0_a_1.pb", spec({ ...ok, name: "a/b" }))), 'its name "a/b" is not'],
    ["a name of 256", made(member("0_a_1.pb", spec({ ...ok, name: "n".repeat(256) }))), "is not 1 to 255"],
    ["the version `..`", made(member("0_a_1.pb", spec({ ...ok, version: ".." }))), 'its version ".." is not'],
    ["an org", made(member("0_a_1.pb", spec({ ...ok, org: "o" }))), "has an org"],
    [
      "an entity twice",
      made(member("0_a_1.pb", spec(ok)), member("1_a_1.pb", spec(ok))),
      "in the package twice",
    ],
  ])("with %s is refused before anything is sent", async (_what, given, words) => {
    await expect(register(given, {})).rejects.toSatisfy(errors.PACKAGE_INVALID.is);
    await expect(register(given, {})).rejects.toThrow(words);
    expect(sent).toEqual([]);
  });

  it.each<[string, Uint8Array, string]>([
    ["no archive", new TextEncoder().encode("x".repeat(2000)), "its archive is broken"],
    ["nothing", new Uint8Array(), "its archive is broken"],
    ["half a gzip", gzipSync("x".repeat(9999)).subarray(0, 20), "cannot be unpacked"],
  ])("that is %s is refused", async (_what, archive, words) => {
    await expect(register(archive, { version: "v1" })).rejects.toThrow(words);
    await expect(register(archive, {})).rejects.toThrow("takes a version");
  });

  it("that is cut short is refused", async () => {
    const { bytes } = await packageEntities([bed], { image });
    const tar = gunzipSync(bytes);
    for (let end = 512; end < tar.length - 1024; end += 512) {
      await expect(register(tar.subarray(0, end), { version: "v1" })).rejects.toSatisfy(
        errors.PACKAGE_INVALID.is,
      );
    }
    expect(sent).toEqual([]);
  });

  it("that lacks the code which its tasks need is refused", async () => {
    const all = await packageEntities([water], {
      image,
      code: { root: here, files: ["package.test.ts"] },
      root: here,
    });
    const { code: _code, ...rest } = all;
    await expect(register(rest, {})).rejects.toThrow("it needs code, and the package has none");
    const renamed = { ...all, code: { name: "fast0.tar.gz" } };
    await expect(register(renamed, {})).rejects.toThrow('its archive has no file "fast0.tar.gz"');
  });
});

it("reads long names in archives", async () => {
  const name = `garden.${"n".repeat(180)}`;
  const long = task({ name, inputs: {} }, () => {});
  const { bytes, members } = await packageEntities([long], { image });
  expect([...readArchive(bytes).keys()]).toEqual(members.map((each) => each.name));
});

describe("code", () => {
  const code = { root: here, files: ["package.test.ts"] };

  it("makes the version of what is registered, and is uploaded", async () => {
    const settings = { image, code, root: here };
    const { version, entities, code: uploaded } = await register([bed], settings);
    expect(version).toMatch(/^[0-9a-f]{32}$/);
    expect(entities.map(({ id }) => id.version)).toEqual([version, version, version]);
    expect(uploaded?.uri).toContain("fast");
    expect((await register([bed], settings)).version).toBe(version);
    expect((await register([bed], { ...settings, image: "example.com/garden:2" })).version).not.toBe(version);
    expect((await register([bed], { ...settings, version: "v1" })).version).toBe("v1");
  });

  it("goes where the settings say in the container", async () => {
    await register([water], { image, code: { ...code, destination: "{{ .dest_dir }}" }, root: here });
    const args = argsSent();
    expect(args.filter((arg) => arg.includes("{{ ."))).toEqual([]);
  });
});
