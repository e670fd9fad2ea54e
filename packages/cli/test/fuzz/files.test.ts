import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aProject } from "../support/a-project.js";
import { Fuzzed } from "./endings.js";

const CASES = Number(process.env["FUZZ_CASES"] ?? 3000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 19);

const fuzzed = new Fuzzed();
let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "fuzz-"));
});
afterAll(() => {
  fuzzed.stop();
  rmSync(cwd, { recursive: true, force: true });
});

const GOOD = `import { t, task, workflow } from "@flytekit-ts/workflow";
export const one = task({ name: "one", output: t.int() }, () => 1);
export const all = workflow({ name: "all", output: t.int() }, () => one());
`;

// What a module may export that no reader expects.
const strange = [
  "export default new Proxy({}, { get() { throw new Error('no'); }, ownKeys() { throw new Error('no'); } });",
  "export const p = new Proxy(() => {}, { get: () => new Proxy({}, {}), has: () => true });",
  "export default { get modules() { throw new RangeError('no'); } };",
  "export default Promise.reject(new Error('later')); (await 0);",
  "export default Promise.resolve({ modules: ['src/x.js'] });",
  "export const then = (resolve) => resolve({});",
  "export default { then(resolve, reject) { reject(new Error('never')); } };",
  "export default class { static modules = 5; };",
  "export default { modules: [5], profiles: 5, images: [], runs: 'x', cache: {}, storage: [{}] };",
  "export default { modules: ['none.js'], project: '', domain: '\\0' };",
  "export default { __proto__: { modules: 3 } };",
  "export default null;",
  "export default 5;",
  "export default [];",
  "export default Symbol('s');",
  "export default () => ({ modules: [] });",
  "throw new TypeError('at the top');",
  "throw 5;",
  "throw null;",
  "throw { get message() { throw new Error('no'); } };",
  "throw Object.create(null);",
  "await new Promise((_, reject) => reject(undefined));",
  "import './none.js';",
  "import 'no-such-package-here';",
  "import x from 'node:none';",
  "import { nothing } from '@flytekit-ts/workflow';",
  "export const a = 1; export const a = 2;",
  "const enum A { B }; namespace C { export const d = 1 }",
  "@decorated class D {}; export { D }",
  "export const broken: = 5;",
  "export = 5;",
  "process.exitCode = 7; export const one = 1;",
];

const source = fc.oneof(
  fc.constantFrom(...strange),
  fc
    .tuple(fc.nat(GOOD.length), fc.string({ unit: "binary", maxLength: 4 }))
    .map(([at, text]) => GOOD.slice(0, at) + text + GOOD.slice(at)),
  fc.tuple(fc.nat(GOOD.length), fc.nat(20)).map(([at, most]) => GOOD.slice(0, at) + GOOD.slice(at + most)),
  fc.string({ unit: "binary", maxLength: 200 }),
);
const content = fc.oneof(
  { weight: 4, arbitrary: source },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
);
const extension = fc.constantFrom(".ts", ".mts", ".js", ".mjs", ".cts", ".cjs", ".tsx", ".json", ".txt", "");
const line = fc.constantFrom(
  ["list", "FILE"],
  ["list", "FILE", "--json"],
  ["inspect", "FILE", "all"],
  ["check", "FILE"],
  ["run", "FILE"],
  ["run", "FILE", "all", "--no-journal"],
  ["graph", "FILE", "all"],
  ["list", "--config", "FILE"],
  ["info", "--config", "FILE", "--json"],
  ["check", "--config", "FILE", "--profile", "prod"],
);

it(`ends ${CASES} files and configurations with a code and no stack`, { timeout: 600_000 }, async () => {
  const project = aProject({});
  let count = 0;
  await fc.assert(
    fc.asyncProperty(content, extension, line, async (text, ending, words) => {
      const file = `file${++count}${ending}`;
      writeFileSync(join(project, file), text);
      const env = { HOME: cwd, FLYTE_PLATFORM_URL: "localhost:1", FLYTE_PLATFORM_INSECURE: "true" };
      const argv = words.map((word) => (word === "FILE" ? file : word));
      expect((await fuzzed.run(argv, { cwd: project, env })).faults).toEqual([]);
      rmSync(join(project, file));
    }),
    { numRuns: CASES, seed: SEED, endOnFailure: true },
  );
});
