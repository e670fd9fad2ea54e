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

function projectWith(config: string): {
  readonly cwd: string;
  readonly env: Record<string, string>;
  log(): string[];
} {
  const cwd = aProject({
    "src/workflows.ts": FLOWS,
    Dockerfile: "FROM node:24\n",
    "gpu.Dockerfile": "FROM node:24\nRUN true\n",
    "flyte.config.ts": config,
  });
  mkdirSync(join(cwd, "bin"));
  writeFileSync(join(cwd, "bin/docker"), '#!/bin/sh\necho "$*" >> "$LOG"\n[ "$1" != manifest ]\n');
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
    [["build", "src/workflows.ts", "tarin"], CONFIG, 2, "[ENTITY_NOT_IN_FILE]"],
    [["build"], "export default {};", 2, "no image is named"],
    [["build"], CONFIG.replace("gpu.Dockerfile", "none.Dockerfile"), 1, "[DOCKER_FAILED]"],
  ])("refuses %j", async (argv, config, code, said) => {
    const { cwd, env } = projectWith(config);
    const ran = await runCli(argv, { cwd, env });
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(said)]);
  });
});
