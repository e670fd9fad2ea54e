import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { TaskSpec } from "@flytekit-ts/models/admin";
import { describe, expect, it } from "vitest";
import { aProject } from "../../../test/support/a-project.js";
import { packageProject } from "../../packaging/package-project.js";
import { readProject } from "../../project/read-project.js";
import { runCli } from "../../../test/support/run-cli.js";

const FLOWS = `import { t, task, workflow } from "@flytekit-ts/workflow";
import { twice } from "./twice.js";
enum Colour { Red = "red" }
export const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => twice(x) * x + Colour.Red.length);
export const area = workflow({ name: "area", inputs: { side: t.int() }, output: t.int() }, ({ side }) => square({ x: side }));
`;
const FILES = {
  "src/workflows.ts": FLOWS,
  "src/twice.ts": "export const twice = (x: number): number => 2 * x;\n",
};
const BUILT = `import { t, task } from "@flytekit-ts/workflow";
export const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
`;
const IMAGE = ["--image", "ghcr.io/acme/tasks:v1"];

/** The arguments of the container of a task that \`serialize\` wrote. */
function argumentsIn(folder: string, member = "0_square_1.pb"): readonly string[] {
  const { template } = TaskSpec.decode(readFileSync(join(folder, member)));
  return template?.target?.$case === "container" ? template.target.value.args : [];
}

describe("tsflyte package", () => {
  it("bundles TypeScript, and gives equal bytes wherever the project is", async () => {
    const [one, other] = [aProject(FILES), aProject(FILES, { name: "ein anderes Projekt" })];
    const { code, stdout, stderr } = await runCli(["package", ...IMAGE], { cwd: one });
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining("  task square\n  workflow area\n  launch plan area\n"),
    ]);
    expect(stdout).toMatch(
      /^Packaged 3 entities and 2 files of code \(\d+ kB\) into flyte-package\.tgz\.\nThe version is [\w-]+\.\n$/,
    );
    expect((await runCli(["package", ...IMAGE], { cwd: other })).code).toBe(0);
    const bytes = [one, other].map((folder) => readFileSync(join(folder, "flyte-package.tgz")));
    expect(bytes[0]?.equals(bytes[1] ?? Buffer.of())).toBe(true);
  });

  it("has the words of the resolver of flyte.config.ts in its commands", async () => {
    const cwd = aProject({
      ...FILES,
      "flyte.config.ts": `export default {
        modules: ["src/workflows.ts"],
        image: "ghcr.io/acme/tasks:v1",
        code: "image",
        resolver: {
          location: "@acme/flyte#shelf",
          loaderArgs: ({ name }: { name: string }) => ["on-shelf", name],
          loadTask: () => Promise.reject(new TypeError("not here")),
        },
      };`,
    });
    for (const code of ["image", "bundle"]) {
      const { stderr } = await runCli(["serialize", "--code", code, "--force"], { cwd });
      expect(stderr).toContain("Wrote 3 entities");
      const args = argumentsIn(join(cwd, "serialized"));
      expect(args.slice(args.indexOf("--resolver"))).toEqual([
        ...["--resolver", "@acme/flyte#shelf", "--", "on-shelf", "square"],
      ]);
    }
    expect((await runCli(["check"], { cwd })).code).toBe(0);
  });

  it("says it in an object", async () => {
    const cwd = aProject(FILES);
    const argv = ["package", "--json", ...IMAGE, "--version", "v7", "-o", "out.tgz", "src/workflows.ts"];
    const { objects } = await runCli(argv, { cwd });
    expect(objects).toEqual([
      {
        ...{ kind: "package", path: join(cwd, "out.tgz"), version: "v7", images: [] },
        entities: [
          { kind: "task", name: "square", member: "0_square_1.pb" },
          { kind: "workflow", name: "area", member: "1_area_2.pb" },
          { kind: "launch-plan", name: "area", member: "2_area_3.pb" },
        ],
        code: expect.objectContaining({
          files: [expect.objectContaining({ path: "bundle.mjs" }), expect.anything()],
        }),
      },
    ]);
  });

  it("writes over nothing unless it is told to", async () => {
    const cwd = aProject({ ...FILES, "flyte-package.tgz": "mine" });
    const refused = await runCli(["package", ...IMAGE], { cwd });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("[PACKAGE_EXISTS]")]);
    expect(readFileSync(join(cwd, "flyte-package.tgz"), "utf8")).toBe("mine");
    expect((await runCli(["package", "--force", ...IMAGE], { cwd })).code).toBe(0);
    expect(readdirSync(cwd).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it.each([
    [["package"], "no image is named for the containers of tasks"],
    [["package", "--image", "ghcr.io/acme/tasks"], "with a tag or a digest"],
    [["package", ...IMAGE, "--code", "image"], "[MODULE_IS_TYPESCRIPT]"],
    [["package", ...IMAGE, "--copy", "all"], "[MODULE_IS_TYPESCRIPT]"],
    [["package", ...IMAGE, "--copy", "all", "--code", "bundle"], "say different things"],
    [["package", ...IMAGE, "--env", "A"], "NAME=value"],
    [["package", ...IMAGE, "--exports"], "there is no option"],
    [["package", ...IMAGE, "none.ts"], "none.ts"],
    [["package", ...IMAGE, "-o", "package.zip"], ".tgz or .tar.gz"],
    [["package", "-i", "gpu=ghcr.io/acme/gpu:v1"], "no image is named for the containers of tasks"],
  ])("refuses %j", async (argv, said) => {
    const cwd = aProject(FILES);
    const { code, stdout, stderr } = await runCli(argv, { cwd });
    expect(stderr).toContain(said);
    expect([code, stdout]).toEqual([2, ""]);
    expect(readdirSync(cwd).toSorted()).toEqual(["node_modules", "package.json", "src"]);
  });

  it("names built modules where the code is in the image, or comes as files", async () => {
    const cwd = aProject({ "dist/workflows.js": BUILT, "package.json": '{ "type": "module" }' });
    for (const [code, more] of [
      ["image", []],
      ["files", ["--additional-distribution"]],
    ] as const) {
      const argv = ["serialize", "dist/workflows.js", ...IMAGE, "--code", code, "-o", code];
      expect((await runCli(argv, { cwd })).code).toBe(0);
      const args = argumentsIn(join(cwd, code));
      expect(args.slice(-4)).toEqual(["task-module", "dist/workflows.js", "task-name", "square"]);
      expect(args).toEqual(expect.arrayContaining([...more]));
    }
    expect(readdirSync(join(cwd, "image"))).toEqual(["0_square_1.pb"]);
    expect(readdirSync(join(cwd, "files"))).toEqual([
      "0_square_1.pb",
      expect.stringMatching(/^fast.*\.tar\.gz$/),
    ]);
  });

  it("takes settings of the configuration, with options over them", async () => {
    const cwd = aProject({
      "dist/workflows.js": BUILT,
      "flyte.config.ts": `export default {
  modules: ["dist/workflows.js"],
  code: "files",
  image: "ghcr.io/acme/tasks:v1",
  environment: { A: "1", B: "2" },
  profiles: { prod: { image: "ghcr.io/acme/tasks:prod" } },
};`,
    });
    const argv = [
      "serialize",
      "--format",
      "json",
      "--env",
      "B=3",
      "--profile",
      "prod",
      "--destination",
      "/srv",
    ];
    expect((await runCli(argv, { cwd })).code).toBe(0);
    const message = JSON.parse(readFileSync(join(cwd, "serialized/0_square_1.json"), "utf8"));
    const { image, env, args } = message.template.container;
    expect(image).toBe("ghcr.io/acme/tasks:prod");
    expect(env).toEqual(
      expect.arrayContaining([
        { key: "A", value: "1" },
        { key: "B", value: "3" },
      ]),
    );
    expect(args).toEqual(expect.arrayContaining(["--dest-dir", "/srv"]));
    const again = await runCli(argv, { cwd });
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("[PACKAGE_EXISTS]")]);
    expect((await runCli([...argv, "--force"], { cwd })).code).toBe(0);
  });

  it("says so if a module throws, or nothing can be written", async () => {
    const cwd = aProject({ "src/workflows.ts": `${BUILT}throw new RangeError("ouch");\n`, file: "" });
    const threw = await runCli(["package", ...IMAGE], { cwd });
    expect([threw.code, threw.stderr]).toEqual([2, expect.stringContaining("[SOURCE_UNLOADABLE]")]);
    expect(threw.stderr).toContain("ouch");
    const argv = ["serialize", ...IMAGE, "--code", "image", "-o", "file", "dist/workflows.js"];
    const built = aProject({ "dist/workflows.js": BUILT, file: "" });
    const unwritten = await runCli(argv, { cwd: built });
    expect([unwritten.code, unwritten.stderr]).toEqual([1, expect.stringContaining("[PACKAGE_NOT_WRITTEN]")]);
    expect(readdirSync(built).toSorted()).toEqual(["dist", "file", "node_modules", "package.json"]);
  });

  it("shows the lines of the sources, and not those of the bundle", async () => {
    const wrong = FLOWS.replace("square({ x: side })", "square({ y: side } as never)");
    const cwd = aProject({ ...FILES, "src/workflows.ts": wrong });
    const host = { cwd, env: {}, signal: new AbortController().signal };
    const project = (await readProject({ globals: {}, host })).withSettings({ image: "a/b:1" }, () => "here");
    await expect(packageProject(project, { host })).rejects.toMatchObject({
      code: "INPUT_UNKNOWN",
      location: { file: join(cwd, "src/workflows.ts"), line: 5 },
    });
  });

  it("makes images of a Dockerfile, named by what goes into them", async () => {
    const cwd = aProject({
      "dist/workflows.js": BUILT,
      Dockerfile: "FROM node:24\n",
      "flyte.config.ts": `export default {
  modules: ["dist/workflows.js"],
  code: "files",
  image: { repository: "ghcr.io/acme/tasks", args: { A: "1" } },
};`,
    });
    const docker = fakeDocker(
      cwd,
      'echo "docker $*" >> "$LOG"; [ "$1" != manifest ] || { echo "no such manifest: $3" >&2; exit 1; }',
    );
    const log = join(cwd, "log");
    const env = { PATH: docker, LOG: log, HOME: cwd };
    const { code, objects } = await runCli(["package", "--json"], { cwd, env });
    expect(code).toBe(0);
    const [image = ""] = (objects[0]?.["images"] ?? []) as readonly string[];
    expect(image).toMatch(/^ghcr\.io\/acme\/tasks:[0-9a-f]{32}$/);
    expect(readFileSync(log, "utf8").split("\n")).toEqual([
      `docker manifest inspect ${image}`,
      `docker build --tag ${image} --file ${join(cwd, "Dockerfile")} --platform linux/amd64 --build-arg A=1 ${cwd}`,
      `docker push ${image}`,
      "",
    ]);
    // Code that comes in an archive makes no other image; a lock file does.
    writeFileSync(join(cwd, "more.js"), "export const more = 1;\n");
    const same = await runCli(["package", "--json", "--force"], { cwd, env });
    expect(same.objects[0]?.["images"]).toEqual([image]);
    writeFileSync(join(cwd, "package-lock.json"), "{}");
    const other = await runCli(["package", "--json", "--force"], { cwd, env });
    expect(other.objects[0]?.["images"]).not.toEqual([image]);
  });

  it("says so if Docker is not there, or fails", async () => {
    const cwd = aProject({
      "dist/workflows.js": BUILT,
      Dockerfile: "FROM node:24\n",
      "flyte.config.ts": `export default {
  modules: ["dist/workflows.js"],
  code: "image",
  image: { repository: "ghcr.io/acme/tasks" },
};`,
    });
    mkdirSync(join(cwd, "nothing"));
    const absent = await runCli(["package"], { cwd, env: { PATH: join(cwd, "nothing") } });
    expect([absent.code, absent.stderr]).toEqual([
      1,
      expect.stringContaining("there is no program `docker` on the PATH"),
    ]);
    const docker = fakeDocker(
      cwd,
      'if [ "$1" = build ]; then echo "no space left"; else echo "no such manifest"; fi; exit 1',
    );
    const failed = await runCli(["package"], { cwd, env: { PATH: docker } });
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain("no space left\n");
    expect(failed.stderr).toMatch(
      /\[DOCKER_FAILED\] Docker did not build ghcr\.io\/acme\/tasks:[0-9a-f]{32}: it ended with an error\./,
    );
    expect(existsSync(join(cwd, "flyte-package.tgz"))).toBe(false);
  });

  it("follows links to packages outside of a bundle", async () => {
    const cwd = aProject({
      "src/workflows.ts": BUILT.replace("=> x * x", "=> outside(x)").replace(
        "import",
        'import { outside } from "outside";\nimport',
      ),
      "packages/outside/package.json":
        '{ "name": "outside", "version": "1.0.0", "type": "module", "main": "index.js" }',
      "packages/outside/index.js": "export const outside = (x) => x;",
      "flyte.config.ts": `export default { image: "a/b:1", bundle: { external: ["outside"] } };`,
    });
    symlinkSync(join(cwd, "packages/outside"), join(cwd, "node_modules/outside"));
    const { code, objects } = await runCli(["package", "--json"], { cwd });
    expect(code).toBe(0);
    expect(JSON.stringify(objects[0])).toContain("node_modules/outside/index.js");
  });
});

/** A folder with a program \`docker\`, beside what a shell script needs. */
function fakeDocker(cwd: string, script: string): string {
  const folder = join(cwd, "bin");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "docker"), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, "docker"), 0o755);
  return [folder, "/usr/bin", "/bin"].join(delimiter);
}
