/** The files of a project with all kinds of sources: what it prints is `EVERY_SOURCE`. */
export const everySource: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ type: "module", imports: { "#internal/*": "./src/internal/*.js" } }),
  "tsconfig.base.json":
    '{ "compilerOptions": { /* legacy */ "experimentalDecorators": true, "jsx": "react", "jsxFactory": "h", } }',
  "tsconfig.json": JSON.stringify({
    extends: "./tsconfig.base.json",
    compilerOptions: { baseUrl: "./src", paths: { "@lib/*": ["lib/*"], "~": ["./lib/index"] } },
  }),
  "packages/shared/package.json": JSON.stringify({
    name: "@acme/shared",
    type: "module",
    exports: "./src/index.ts",
  }),
  "packages/shared/src/index.ts": 'export const shared: string = "shared"; export { deep } from "./deep";',
  "packages/shared/src/deep.ts": "export const deep: number = 1;",
  "node_modules/plain/package.json": JSON.stringify({ name: "plain", main: "index.js" }),
  "node_modules/plain/index.js": 'exports.plain = "plain";',
  "src/internal/a.ts": 'export const internal: string = "internal";',
  "src/lib/a.ts":
    'export const alias = "alias" as const; export type T = { x: number }; export interface I {}',
  "src/lib/index.ts":
    'export * from "./a.js"; export type { T } from "./a"; export enum Color { Green = "green" } export namespace N { export const v = 9 }',
  "src/data.json": JSON.stringify({ name: "data", "a-b": "dashed", default: 2 }),
  "src/view.tsx": "export const view = <p>{1}</p>; function h(...x: unknown[]): unknown { return x; }",
  "src/script.cts": 'const x = require("./dep"); module.exports = { script: x.y as number };',
  "src/dep.cjs": "exports.y = 3;",
  "src/equals.ts":
    'import path = require("node:path"); export const base: string = path.basename(__filename);',
  "src/explicit.mts": 'export const explicit: boolean = import.meta.url.endsWith("explicit.mts");',
  "old/package.json": "{}",
  "old/module.ts": 'import { y } from "./other"; export const module = y + typeof require;',
  "old/other.ts": "export const y: number = 4;",
  "old/script.ts": 'const o = require("./types"); export = { v: o };',
  "old/types.ts": 'import type { T } from "../src/lib/a.js"; const z: T = { x: 1 }; module.exports = z;',
  "main.ts": `import { alias, T, I } from "@lib/a";
import { Color, N } from "~";
import fromBase from "data.json";
import data, { name } from "./src/data.json";
import { internal } from "#internal/a";
import { shared, deep } from "@acme/shared";
import { plain } from "plain";
import { view } from "./src/view";
import script from "./src/script.cjs";
import { base } from "./src/equals";
import { explicit } from "./src/explicit.mjs";
import { module } from "./old/module";
import old from "./old/script.js";
import * as lib from "./src/lib";
import { t, task } from "@flytekit-ts/workflow";

const enum Constant { A = 7 }
function legacy(target: { prototype: object }): void { Object.assign(target.prototype, { decorated: true }); }
@legacy class Declared { constructor(private p: number, public q = 2) {} }
const late = await Promise.resolve("awaited");
type Unused = T & I;
const found = [
  alias, Color.Green, N.v, fromBase.name, data.default, name, internal, shared, deep, plain, view, script, base, explicit,
  module, old, Object.keys(lib), Constant.A, new Declared(1).q, Reflect.get(new Declared(1), "decorated"), late,
];

export const every = task({ name: "every", inputs: {}, output: t.string() }, () =>
  JSON.stringify({ found, at: every.definedAt.location?.line, thrown: lineOf() }),
);
function lineOf(): string {
  const frames: string = new Error("here").stack ?? "";
  return /main\\.ts:(\\d+:\\d+)/.exec(frames)?.[1] ?? frames;
}
export const inWorker = task({ name: "in.worker", inputs: {}, output: t.string(), isolation: "worker" }, () => Color.Green + N.v);
export const inProcess = task({ name: "in.process", inputs: {}, output: t.string(), isolation: "process" }, () => Color.Green + N.v);
`,
};

/** Names of links to packages of the project's workspace, and where they lead. */
export const everyLink: readonly (readonly [string, string])[] = [
  ["node_modules/@acme/shared", "packages/shared"],
];

/** What the task \`every\` gives. */
export const EVERY_SOURCE = {
  found: [
    ...[
      "alias",
      "green",
      9,
      "data",
      { name: "data", "a-b": "dashed", default: 2 }.default,
      "data",
      "internal",
      "shared",
      1,
    ],
    ...["plain", ["p", null, 1], { script: 3 }, "equals.ts", true, "4function", { v: { x: 1 } }],
    ...[["Color", "N", "alias"], 7, 2, true, "awaited"],
  ],
  at: 27,
  thrown: "31:26",
};
