import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { task } from "@flytekit-ts/workflow";
import { describe, expect, it, vi } from "vitest";
import { RunSecrets } from "./run-secrets.js";

const load = task(
  {
    name: "load",
    secrets: [
      { group: "db", key: "password" },
      { group: "all" },
      { group: "a", key: "directory" },
      { key: "none" },
      { group: "v", version: "2", key: "k" },
    ],
  },
  () => {},
);

describe("the secrets of a run", () => {
  it("are known for a task that runs elsewhere, as far as they can be read", () => {
    const folder = mkdtempSync(join(tmpdir(), "run-secrets-"));
    mkdirSync(join(folder, "a", "directory"), { recursive: true });
    vi.stubEnv("FLYTE_SECRETS_DEFAULT_DIR", folder);
    try {
      const secrets = new RunSecrets(({ key, version }) =>
        key === "password" ? "pa55word" : key === "k" ? `version ${version}` : undefined,
      );
      expect(secrets.masker.isEmpty).toBe(true);
      expect(secrets.valuesFor(load)).toEqual({
        "db/password": "pa55word",
        "v/2/k": "version 2",
        "v/k": "version undefined",
      });
      expect(secrets.masker.mask("a pa55word")).toBe("a ***");
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("are hidden from the beginning if their values are given", () => {
    expect(new RunSecrets({ key: "pa55word" }).masker.mask("pa55word")).toBe("***");
  });

  it("are not known if a function fails", () => {
    const failing = new RunSecrets(() => {
      throw new TypeError("vault");
    });
    expect(() => failing.valuesFor(load)).toThrow("OPTION_INVALID");
  });
});
