import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { aProject } from "../../../test/support/a-project.js";
import { runCli } from "../../../test/support/run-cli.js";

const FLOWS = `import { t, task, workflow } from "@flytekit-ts/workflow";
export const plain = task({ name: "plain" }, () => {});
export const train = task({ name: "train", image: "{{.image.gpu}}" }, () => {});
export const both = workflow({ name: "both" }, () => {
  plain({});
  train({});
});
`;

function projectWith(
  config: string,
  name?: string,
): {
  readonly cwd: string;
  readonly env: Record<string, string>;
  log(): string[];
} {
  const cwd = aProject(
    {
      "src/workflows.ts": FLOWS,
      Dockerfile: "FROM node:24\n",
      "gpu.Dockerfile": "FROM node:24\nRUN true\n",
      "flyte.config.ts": config,
    },
    { name },
  );
  mkdirSync(join(cwd, "bin"));
  writeFileSync(
    join(cwd, "bin/docker"),
    '#!/bin/sh\necho "$*" >> "$LOG"\n[ "$1" != manifest ] && exit 0\nprintf "%b" "${SAYS:-no such manifest: $3}\\n" >&2\nexit 1\n',
  );
  chmodSync(join(cwd, "bin/docker"), 0o755);
  const log = join(cwd, "log");
  writeFileSync(log, "");
  return {
    cwd,
    env: { PATH: [join(cwd, "bin"), "/usr/bin", "/bin"].join(delimiter), LOG: log },
    log: () =>
      readFileSync(log, "utf8")
        .split("\n")
        .map((line) => line.split(" ").slice(0, 2).join(" "))
        .filter((line) => line !== ""),
  };
}

const CONFIG = `export default {
  image: { repository: "ghcr.io/acme/tasks" },
  images: { gpu: { repository: "ghcr.io/acme/gpu", dockerfile: "gpu.Dockerfile" } },
};`;

describe("tsflyte build", () => {
  it("says what to do where the lockfile that a Dockerfile copies is that of a workspace", async () => {
    const { cwd, env, log } = projectWith(
      `export default { image: { repository: "r/tasks", context: "src" } };`,
    );
    writeFileSync(join(cwd, "pnpm-lock.yaml"), "");
    writeFileSync(join(cwd, "pnpm-workspace.yaml"), "packages: [src]\n");
    writeFileSync(join(cwd, "Dockerfile"), "FROM node:24\nCOPY package.json pnpm-lock.yaml ./\n");
    const { code, stderr } = await runCli(["build"], { cwd, env });
    expect([code, log()]).toEqual([1, []]);
    expect(stderr).toContain("Dockerfile copies pnpm-lock.yaml, which is not in ");
    expect(stderr).toContain("Give the project a pnpm-workspace.yaml of its own");
  });

  it("gives Docker paths with blanks, quotes and letters of all kinds as they are", async () => {
    const context = "der Kontext 木 'q' $x";
    const files = { dockerfile: `${context}/Docker Datei ü`, context };
    const image = { repository: "ghcr.io/acme/tasks", args: { NAME: "a b=c 'd'" }, ...files };
    const { cwd, env } = projectWith(
      `export default { code: "image", image: ${JSON.stringify(image)}, images: { gpu: "r/gpu:v1" } };`,
      'Gärten und 木 "q"',
    );
    mkdirSync(join(cwd, context));
    for (const name of ["Docker Datei ü", "Datei ü.ts", ".dockerignore"])
      writeFileSync(join(cwd, context, name), "");
    writeFileSync(join(cwd, "bin/docker"), `#!/bin/sh\nprintf '%s\\n' "$@" >> "$LOG"\n`);
    const { code, stderr } = await runCli(["build", "--no-push", "--force"], { cwd, env });
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("[")]);
    const words = readFileSync(join(cwd, "log"), "utf8").trimEnd().split("\n");
    expect(words.slice(words.indexOf("build"))).toEqual([
      ...["build", "--tag", expect.stringMatching(/^ghcr\.io\/acme\/tasks:[\da-f]{32}$/)],
      ...["--file", join(cwd, files.dockerfile), "--platform", "linux/amd64"],
      ...["--build-arg", "NAME=a b=c 'd'", join(cwd, context)],
    ]);
  });

  it("builds and pushes the images that tasks use", async () => {
    const { cwd, env, log } = projectWith(CONFIG);
    const { code, stdout } = await runCli(["build"], { cwd, env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ghcr\.io\/acme\/tasks:[0-9a-f]{32}\nghcr\.io\/acme\/gpu:[0-9a-f]{32}\n$/);
    expect(log().toSorted()).toEqual(
      [
        "build --tag",
        "build --tag",
        "manifest inspect",
        "manifest inspect",
        ...log().filter((line) => line.startsWith("push")),
      ].toSorted(),
    );
    expect(log().filter((line) => line.startsWith("push"))).toHaveLength(2);
  });

  it("builds those of one entity, for this machine, in any case", async () => {
    const { cwd, env, log } = projectWith(CONFIG);
    const { objects } = await runCli(
      ["build", "src/workflows.ts", "train", "--no-push", "--force", "--json"],
      { cwd, env },
    );
    expect(objects).toEqual([{ kind: "images", made: [expect.stringContaining("acme/gpu:")], named: [] }]);
    expect(log()).toEqual(["build --tag"]);
  });

  it("says which images others build", async () => {
    const { cwd, env, log } = projectWith(`export default { image: "a/b:1", images: { gpu: "a/gpu:2" } };`);
    const { code, stdout, stderr } = await runCli(["build"], { cwd, env });
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("There is nothing to build");
    expect(stderr).toContain("a/gpu:2 is used as it is.");
    expect(log()).toEqual([]);
  });

  it.each([
    "no such manifest: ghcr.io/acme/tasks:1",
    "manifest unknown",
    "errors:\\nmanifest unknown: manifest unknown",
    "errors:\\nname unknown: repository name not known to registry",
    "docker.io/acme/tasks:1: not found",
  ])("builds what a registry does not have: %s", async (said) => {
    const { cwd, env, log } = projectWith(CONFIG);
    expect((await runCli(["build"], { cwd, env: { ...env, SAYS: said } })).code).toBe(0);
    expect(log().filter((line) => line.startsWith("push"))).toHaveLength(2);
  });

  it.each([
    [
      "errors:\\ndenied: requested access to the resource is denied\\nunauthorized: authentication required",
      "`docker login ghcr.io`",
    ],
    [
      "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
      "Start Docker",
    ],
    ["permission denied while trying to connect to the Docker daemon socket", "Start Docker"],
    ['Get "https://ghcr.io/v2/": dial tcp: lookup ghcr.io: no such host', "the network"],
    ['Get "https://ghcr.io/v2/": x509: certificate signed by unknown authority', "the network"],
    ["toomanyrequests: You have reached your pull rate limit", "Wait a while"],
    ["something nobody has seen", "--force"],
  ])("builds nothing where it cannot tell: %s", async (said, advice) => {
    const { cwd, env, log } = projectWith(CONFIG);
    const { code, stdout, stderr } = await runCli(["build"], { cwd, env: { ...env, SAYS: said } });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("[DOCKER_FAILED] Docker did not find out whether ghcr.io/acme/");
    expect(stderr).toContain(advice);
    expect(log().every((line) => line === "manifest inspect")).toBe(true);
  });

  it.each([["package"], ["register", "--endpoint", "localhost:1"]])("nor does %s", async (...argv) => {
    const { cwd, env, log } = projectWith(CONFIG);
    const { code, stderr } = await runCli(argv, { cwd, env: { ...env, SAYS: "unauthorized" } });
    expect([code, stderr]).toEqual([1, expect.stringContaining("[DOCKER_FAILED]")]);
    expect(log().every((line) => line === "manifest inspect")).toBe(true);
  });

  it.each([
    [["build", "src/workflows.ts", "tarin"], CONFIG, 2, "[ENTITY_NOT_IN_FILE]"],
    [["build"], "export default {};", 2, "no image is named"],
    [["build"], CONFIG.replace("gpu.Dockerfile", "none.Dockerfile"), 1, "[DOCKER_FAILED]"],
  ])("refuses %j", async (argv, config, code, said) => {
    const { cwd, env } = projectWith(config);
    const ran = await runCli(argv, { cwd, env });
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(said)]);
  });
});
