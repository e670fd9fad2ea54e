import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { aFolder, found, said } from "../../../test/doctor/a-patient.js";
import { clockFinding, offsetOf } from "./clock.js";
import { diskFinding } from "./disk.js";
import { docker } from "./docker.js";
import { imageFindings } from "./image.js";
import { nodeFinding } from "./node.js";
import { packageManager } from "./package-manager.js";
import { typescript } from "./typescript.js";

afterEach(() => vi.unstubAllEnvs());
const never = new AbortController().signal;

it.each([
  ["18.20.0", "problem"],
  ["20.18.3", "problem"],
  ["20.19.0", "ok"],
  ["21.7.0", "problem"],
  ["22.11.0", "problem"],
  ["22.12.0", "ok"],
  ["26.1.0", "ok"],
])("takes Node %s: %s", (version, status) => {
  expect(nodeFinding(version).status).toBe(status);
});

describe("typescript", () => {
  const compiler = (version: string) => ({
    "node_modules/typescript/package.json": { name: "typescript", version },
  });
  const config = (compilerOptions: object) => ({ "package.json": {}, "tsconfig.json": { compilerOptions } });
  it.each([
    ["ok: TypeScript 5.7.2", "5.7.2", { strict: true, module: "nodenext" }],
    ["ok: TypeScript 7.0.2", "7.0.2", {}],
    ["ok: TypeScript 5.9.3", "5.9.3", { strict: true, module: "esnext", moduleResolution: "Bundler" }],
    ["problem: TypeScript 5.6.3 is too old", "5.6.3", { strict: true }],
    [/^problem: tsconfig.json is not strict/, "5.9.3", { module: "nodenext" }],
    [/^problem: tsconfig.json is not strict/, "7.0.2", { strict: false }],
    [/^problem: tsconfig.json is not strict/, "7.0.2", { strictNullChecks: false }],
    [/moduleResolution: node10/, "5.9.3", { strict: true, module: "commonjs", moduleResolution: "node10" }],
    [/`module: commonjs`/, "5.9.3", { strict: true, module: "commonjs" }],
    [/no `module`/, "5.9.3", { strict: true }],
  ])("finds %s", async (finding, version, options) => {
    const findings = await found(typescript, aFolder({ ...config(options), ...compiler(version) }));
    expect(findings.at(-1)).toMatch(finding);
  });

  it("reads what a tsconfig extends, and says when it cannot be read", async () => {
    const based = {
      ...config({}),
      "base.json": { compilerOptions: { strict: true, module: "nodenext" } },
      ...compiler("5.9.3"),
    };
    const extending = aFolder({ ...based, "tsconfig.json": { extends: "./base.json" } });
    expect(await found(typescript, extending)).toEqual(["ok: TypeScript 5.9.3"]);
    const broken = await found(
      typescript,
      aFolder({ ...based, "tsconfig.json": { extends: "./gone.json" } }),
    );
    expect(broken.at(-1)).toMatch(/^problem: .*tsconfig.json cannot be read/);
  });

  it("says when there is none", async () => {
    expect(await found(typescript, aFolder(config({})))).toEqual([
      "warning: TypeScript is not installed in the project",
    ]);
    expect(await found(typescript, aFolder())).toEqual(["skipped: the project has no tsconfig.json"]);
  });
});

describe("docker in a workspace", () => {
  const files = {
    "w/p/package.json": {},
    "w/p/Dockerfile": "FROM node:24\nCOPY package.json package-lock.json ./\n",
  };
  const findings = async (more: object): Promise<string> =>
    (await found(docker, join(aFolder({ ...files, ...more }), "w/p"))).join();

  it("says that the lockfile of a workspace is not beside the Dockerfile that copies it", async () => {
    const workspace = { "w/package.json": { workspaces: ["*"] }, "w/package-lock.json": "{}" };
    expect(await findings(workspace)).toMatch(
      /^warning: the Dockerfile copies package-lock.json, which is not beside it, but in .*w$/,
    );
    const folder = join(aFolder({ ...files, ...workspace }), "w/p");
    expect(await docker.examine({ folder } as never)).toMatchObject({
      advice: expect.stringMatching(/^Take the project out of the workspace, with "!p" among/) as unknown,
    });
  });

  it.each<[string, object]>([
    [
      "there is one beside it",
      { "w/package-lock.json": "{}", "w/package.json": { workspaces: [] }, "w/p/package-lock.json": "{}" },
    ],
    ["the folder above is no workspace", { "w/package-lock.json": "{}", "w/package.json": {} }],
    ["it copies it from another stage", { "w/yarn.lock": "", "w/package.json": { workspaces: [] } }],
  ])("says nothing of it where %s", async (_, more) => {
    expect(await findings(more)).not.toContain("copies");
  });
});

describe("package manager", () => {
  it.each([
    ["skipped: there is no package.json here", {}],
    ["warning: there is no lockfile", { "package.json": {} }],
    [/^ok: npm \d/, { "package.json": {}, "package-lock.json": "" }],
    [/lockfiles of npm and yarn/, { "package.json": {}, "package-lock.json": "", "yarn.lock": "" }],
    [
      /asks for pnpm, but the lockfile is npm's/,
      { "package.json": { packageManager: "pnpm@12.0.0" }, "package-lock.json": "" },
    ],
  ])("finds %s", async (finding, files) => {
    expect((await found(packageManager, aFolder(files)))[0]).toMatch(finding);
  });

  it("says when it is not here", async () => {
    vi.stubEnv("PATH", aFolder());
    const folder = aFolder({ "package.json": {}, "yarn.lock": "" });
    expect(await found(packageManager, folder)).toEqual([
      "problem: the lockfile is yarn's, which is not here",
    ]);
  });
});

describe("docker", () => {
  it.each([
    ["echo 27.1", "ok: docker 27.1"],
    ["echo no daemon >&2; exit 1", "warning: docker is here, but its daemon does not answer"],
    [undefined, "warning: docker is not here, which builds images"],
  ])("that says %j is found to be %s", async (script, finding) => {
    const folder = aFolder({ Dockerfile: "" });
    mkdirSync(join(folder, "bin"));
    if (script !== undefined)
      writeFileSync(join(folder, "bin/docker"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    vi.stubEnv("PATH", join(folder, "bin"));
    expect(await found(docker, folder)).toEqual([finding]);
  });

  it("is not looked for where nothing is built", async () => {
    expect(await found(docker, aFolder())).toEqual(["skipped: there is no Dockerfile"]);
  });
});

describe("image", () => {
  const findings = async (reference: string) => (await imageFindings(reference, never)).map(said);
  it.each([
    ["Ghcr.io/Acme/Tasks:v1", /^problem: .* is no reference of an image/],
    ["ghcr.io/acme/tasks:", /^problem/],
    ["ghcr.io/acme/tasks v1", /^problem/],
    ["ghcr.io/your-name/garden:v1", /is the example of the template/],
    ["localhost:5000/acme/tasks", /names no tag/],
    ["localhost:5000/acme/tasks:latest", /names no tag/],
    [
      "localhost:59999/acme/tasks:v1",
      /^warning: .* registry localhost:59999 does not answer from here \(.*ECONNREFUSED/,
    ],
  ])("is looked at: %s", async (reference, finding) => {
    expect((await findings(reference))[0]).toMatch(finding);
  });

  it("is good where its registry answers, with whatever", async () => {
    const server = createServer((_, response) => response.writeHead(401).end());
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    onTestFinished(() => void server.close());
    const host = `localhost:${(server.address() as AddressInfo).port}`;
    const digest = `sha256:${"0a".repeat(32)}`;
    for (const reference of [`${host}/acme/tasks:v1`, `${host}/tasks@${digest}`])
      expect(await findings(reference)).toEqual([`ok: ${reference}: its registry answers`]);
  });
});

describe("clock", () => {
  it.each([
    [0.4, "ok: the clock is that of the cluster"],
    [-30, "ok: the clock is 30 s off"],
    [61, "warning: the clock of this machine is 61 s behind the cluster's"],
    [-7200, "warning: the clock of this machine is 7200 s ahead of the cluster's"],
  ])("with an offset of %d s is found to be %s", (offset, finding) => {
    expect(said(clockFinding(offset))).toBe(finding);
  });

  it("is compared with the date of an answer", async () => {
    const answer = (date: string | undefined) => ({
      config: { insecure: true, endpoint: "flyte:80" },
      connection: {
        fetch: async () => ({
          headers: new Map(date === undefined ? [] : [["date", date]]),
          cancel: async () => {},
        }),
      },
    });
    const remote = (date?: string) => answer(date) as unknown as Parameters<typeof offsetOf>[0];
    const offset = await offsetOf(remote(new Date(Date.now() + 300_000).toUTCString()), never);
    expect(offset).toBeGreaterThan(298);
    expect(offset).toBeLessThan(302);
    expect(await offsetOf(remote(), never)).toBeUndefined();
  });
});

it.each([
  [50 * 1024 ** 2, "problem: 50 MB free"],
  [500 * 1024 ** 2, "warning: 500 MB free"],
  [5 * 1024 ** 3, "ok: 5 GB free"],
])("finds a disk with %d free bytes to be %s", (free, finding) => {
  expect(said(diskFinding(free, "/runs"))).toBe(`${finding} for kept runs in /runs`);
});
