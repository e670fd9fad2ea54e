import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { buildImage } from "@flytekit-ts/bundle/build-image";
import { lacks } from "@flytekit-ts/servers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { install, PROGRAM } from "../support/a-project.js";
import { runProgram } from "../support/run-program.js";
import { linesOfPage, type PageLine } from "./page-lines.js";
import { typed } from "./typed.js";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const GUIDE = readdirSync(join(ROOT, "docs/guide")).filter((each) => each.endsWith(".md"));
const PAGES = ["README.md", "packages/cli/README.md", ...GUIDE.map((each) => `docs/guide/${each}`)];

/** What is typed in other programs, and why it is not run here. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^npx --yes pnpm@12\.21\.0 (?:demo|test|check)\b/, "CI runs them"],
  [
    /^(?:npm|pnpm|yarn) (?:create|i|install|add|run|test)\b/,
    "integrations install what is packed, from a registry of their own",
  ],
  [/^cd garden$/, "each page starts in the project"],
  [/^(?:docker|flytectl) /, "needs a program that is not there"],
];

const isOurs = ({ text }: PageLine): boolean =>
  /(?:^|[\s|;&])(?:npx )?tsflyte |@flytekit-ts\/cli\/loader/.test(`${text} `);
const linesOf = (page: string): readonly PageLine[] => linesOfPage(readFileSync(join(ROOT, page), "utf8"));

it("are run here, or are known not to be", () => {
  const others = PAGES.flatMap((page) =>
    linesOf(page)
      .filter((each) => !isOurs(each) && !ELSEWHERE.some(([form]) => form.test(each.text)))
      .map(({ line, text }) => `${page}:${line} ${text}`),
  );
  expect(others).toEqual([]);
});

describe.skipIf(lacks("versitygw"))("the command lines of", { timeout: 300_000 }, () => {
  let cluster: TestCluster;
  let home: string;
  let env: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const image = await buildImage();
    const cwd = (): string => mkdtempSync(join(image.folder, "container-"));
    const container = { PATH: image.path, HOME: image.folder };
    cluster = await startTestCluster({ processes: { cwd, concurrency: 2, env: container } });
    // The image of a cluster gets at its data without being told; here its environment says how.
    Object.assign(container, cluster.env);
    home = mkdtempSync(join(tmpdir(), "pages-"));
    const bin = join(home, "bin");
    mkdirSync(bin);
    const words = `"${process.execPath}" "${PROGRAM}"`;
    writeFileSync(join(bin, "tsflyte"), `#!/bin/sh\nexec ${words} "$@"\n`);
    writeFileSync(join(bin, "npx"), `#!/bin/sh\n[ "$1" = tsflyte ] || exit 127\nshift\nexec ${words} "$@"\n`);
    for (const each of ["tsflyte", "npx"]) chmodSync(join(bin, each), 0o755);
    env = {
      ...cluster.env,
      PATH: [bin, process.env["PATH"]].join(delimiter),
      HOME: home,
      FLYTE_PLATFORM_URL: cluster.endpoint,
      FLYTE_PLATFORM_INSECURE: "true",
      // Containers of this cluster are folders of this machine, which has no /app.
      TSFLYTE_DESTINATION: ".",
    };
    await runProgram(["init", "garden", "--no-install", "--no-git"], { cwd: home, env });
    install(join(home, "garden"));
  }, 300_000);
  afterAll(async () => {
    await cluster.close();
    rmSync(home, { recursive: true, force: true });
  });

  it.each(PAGES.filter((page) => linesOf(page).some(isOurs)))("%s end as the page says", async (page) => {
    // A project of its own, since lines of a page build on those before them.
    const cwd = join(home, `of-${page.replaceAll(/\W/g, "-")}`);
    cpSync(join(home, "garden"), cwd, { recursive: true, verbatimSymlinks: true });
    for (const each of linesOf(page).filter(isOurs)) {
      const ended = await typed(each.text, { cwd, env });
      const shown = `${page}:${each.line} ${each.text}\n${ended.output}`;
      expect({ shown, code: ended.code }).toEqual({ shown, code: each.exitCode });
    }
  });
});
