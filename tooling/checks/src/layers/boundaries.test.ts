import { describe, expect, it } from "vitest";

import { listFiles } from "../repo/list-files.js";
import { repoRoot } from "../repo/repo-root.js";
import { rootBin } from "../repo/workspace.js";
import { withTempRepo } from "../testing/temp-repo.js";

const turbo = rootBin(repoRoot, "turbo");
const skeleton = listFiles(repoRoot).filter((file) =>
  /^[^/]+\.(json|yaml)$|^(packages|tooling)\/[^/]+\/(package|turbo)\.json$/.test(file),
);

/** Run `turbo boundaries` over the real configuration of this repository, with these files in place. */
function boundariesWith(
  files: Readonly<Record<string, string>>,
): Promise<{ status: number | null; output: string }> {
  return withTempRepo((repo) => {
    repo.copy(repoRoot, skeleton);
    repo.write(files);
    return repo.run(turbo, ["boundaries"]);
  });
}

describe("turbo boundaries, with the configuration of this repository", () => {
  it("passes an import down the chain", async () => {
    const { status, output } = await boundariesWith({
      "packages/core/src/a.ts": `import "@flytekit-ts/models";\n`,
    });
    expect(output).toContain("no issues found");
    expect(status).toBe(0);
  });

  it("fails on imports upward and out of a package", async () => {
    const { status, output } = await boundariesWith({
      "packages/core/src/static.ts": `import "@flytekit-ts/workflow";\n`,
      "packages/core/src/dynamic.ts": `export const later = () => import("@flytekit-ts/local-exec");\n`,
      "packages/core/src/relative.ts": `export * from "../../workflow/src/index.js";\n`,
    });
    for (const file of ["static", "dynamic", "relative"])
      expect(output).toContain(`packages/core/src/${file}.ts`);
    expect(output).toContain("3 issues found");
    expect(status).toBe(1);
  });

  it.each([
    ["layer:models", "layer:core"],
    ["layer:core", "layer:local-exec"],
    ["layer:core", "example"],
    ["tooling", "layer:models"],
    ["tooling", "benchmark"],
    ["layer:workflow", "conformance"],
    ["layer:local-exec", "integration"],
    ["tooling", "conformance"],
    // The stand-in for Flyte's engine is to find our mistakes, not to share them.
    ["propeller", "layer:core"],
    ["propeller", "layer:workflow"],
    ["propeller", "layer:local-exec"],
  ])("lets nothing with the tag %s depend on %s", async (lower, upper) => {
    const tagged = (tag: string) => JSON.stringify({ extends: ["//"], tags: [tag] });
    const needs = { dependencies: { "@planted/upper": "workspace:^" } };
    const { status, output } = await boundariesWith({
      "packages/lower/turbo.json": tagged(lower),
      "packages/lower/package.json": JSON.stringify({ name: "@planted/lower", ...needs }),
      "packages/upper/turbo.json": tagged(upper),
      "packages/upper/package.json": JSON.stringify({ name: "@planted/upper" }),
    });
    expect(output).toMatch(
      /`@planted\/upper` found without any tag listed in allowlist for\W+`@planted\/lower`/,
    );
    expect(status).toBe(1);
  });
});
