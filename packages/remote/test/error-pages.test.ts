import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { type Admin, startAdmin, startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { type Fences, printedBy, promisedBy, writeFences } from "@flytekit-ts/vitest-preset/fences";
import { Status } from "nice-grpc";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { errors } from "../src/errors.js";
import { type FailingCluster, failingCluster, silentCluster } from "./support/failing-cluster.js";
import { guideScripts } from "./support/guide-scripts.js";
import { signingIn } from "./support/signing-in.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const docs = join(root, "../../docs");

/** The pages of a folder whose examples need this package: nothing below it can run them. */
function pagesIn(name: string): readonly string[] {
  return readdirSync(join(docs, name))
    .filter((file) => file.endsWith(".md"))
    .map((file) => join(docs, name, file))
    .filter((file) => /^```ts\n[^`]*from "@flytekit-ts\/remote/m.test(readFileSync(file, "utf8")));
}

const pages = pagesIn("errors").map((file) => [/([A-Z_]+)\.md$/.exec(file)?.[1] ?? file, file] as const);
const guidePages = pagesIn("guide");

// Where the pages say that their cluster is.
const SHOWN = "localhost:30080";

// What the stand-in for flyteadmin never answers.
const refusing: Readonly<Record<string, () => Promise<FailingCluster>>> = {
  CLUSTER_TIMED_OUT: silentCluster,
  CLUSTER_FAILED: async () => failingCluster(Status.INTERNAL, "failed database operation"),
  NOT_AUTHENTICATED: async () => failingCluster(Status.UNAUTHENTICATED, "token parse error"),
  NOT_PERMITTED: async () => failingCluster(Status.PERMISSION_DENIED, "access denied"),
  ...signingIn,
};

let fences: Fences;
let admin: Admin;
beforeAll(async () => {
  admin = await startAdmin();
  vi.stubEnv("FLYTE_PLATFORM_INSECURE", "true");
  // Nobody's own tokens are read or written.
  vi.stubEnv("XDG_STATE_HOME", mkdtempSync(join(tmpdir(), "state-")));
  fences = await writeFences(
    [...pages.map(([, file]) => file), ...guidePages, join(root, "README.md")],
    root,
  );
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await fences.remove();
  await admin.close();
});

// What takes a server that does wrong, a file of others, or a package that is not installed.
const withoutExample = [
  "AUTH_ENDPOINT_INSECURE",
  "PACKAGING_UNAVAILABLE",
  "SIGN_IN_ANSWER_WRONG",
  "TOKEN_FILE_EXPOSED",
  "TRANSFER_FAILED",
];

describe("the error pages of the client", () => {
  it("are there for each code, with an example for all but a few", () => {
    const shown = new Set(pages.map(([code]) => code));
    expect(
      Object.keys(errors)
        .filter((code) => !shown.has(code))
        .toSorted(),
    ).toEqual(withoutExample);
  });

  it.each(withoutExample)("%s says what happened and what to do", (code) => {
    const text = readFileSync(join(docs, "errors", `${code}.md`), "utf8");
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(["What happened", "What to do", "In flytekit and Flyte"]);
  });
});

describe("the examples of the client's error pages", () => {
  it("type-check", async () => {
    expect(await fences.typeCheck()).toEqual([]);
  });

  // The program that registers its own tasks has to export them: as a program, and not as a module, it fails otherwise.
  it("export the tasks that they register", () => {
    const registering = fences.fences.filter(({ code }) => /\btask\([^]*\.register\(/.test(code));
    expect(registering.length).toBeGreaterThan(5);
    expect(registering.filter(({ code }) => !/^export /m.test(code)).map(({ page }) => page)).toEqual([]);
  });

  it.each(pages)(
    "%s goes wrong as the page shows, and is put right by what it advises",
    async (code, file) => {
      const cluster = await refusing[code]?.();
      const { endpoint } = cluster ?? admin;
      vi.stubEnv("FLYTE_PLATFORM_URL", endpoint);
      const [first, ...others] = fences.fences.filter(({ page }) => page === file);
      const error: unknown = await import(first?.file ?? "").then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!isFlytekitError(error)) throw error ?? new Error(`the example of ${code} does not fail`);
      expect(error.code).toBe(code);
      const text = readFileSync(file, "utf8");
      const replaced = [[endpoint, SHOWN], ...(cluster?.shown ?? [])] as const;
      const message = replaced.reduce((rest, [from, to]) => rest.replaceAll(from, to), error.message);
      const shown = text.replace(/^```text\n.*?^```$/ms, () => `\`\`\`text\n${message}\n\`\`\``);
      // Rewritten by `vitest run -u` when a message changes.
      await expect(shown).toMatchFileSnapshot(file);
      for (const { file: other } of others) await expect(import(other)).resolves.toBeDefined();
    },
  );
});

describe.runIf(guidePages.length > 0)("the guide's pages about clusters", () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startTestCluster({ scripts: guideScripts });
  });
  afterAll(async () => cluster.close());

  it.each(guidePages)("%s prints what it says, in at most 150 lines", async (page) => {
    vi.stubEnv("FLYTE_PLATFORM_URL", cluster.endpoint);
    expect(readFileSync(page, "utf8").split("\n").length).toBeLessThanOrEqual(150);
    const examples = fences.fences.filter((each) => each.page === page);
    expect(examples.length).toBeGreaterThan(0);
    for (const { code, file } of examples) {
      expect(await printedBy(() => import(file))).toEqual(promisedBy(code));
    }
  });
});
