// `pnpm bench:peers`: the same chain and the same fan here and in other libraries, in turn, all under one Node.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { row, spreadOf } from "../src/measure.js";
import { CONTESTANTS } from "./contestants.js";

const NODE = "node@24.21.0";
const SIZE = 300;
const TURNS = 3;
/** How long one process may take, in milliseconds. */
const LONGEST = 20 * 60_000;

const folder = mkdtempSync(join(tmpdir(), "flytekit-ts-peers-"));
try {
  cpSync(import.meta.dirname, folder, { recursive: true });
  // Scripts of packages do not run. What needs one is replaced: see langgraph.js.
  run("npx", ["-y", "-p", NODE, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"]);
  const node = run("npx", ["-y", "-p", NODE, "node", "-p", "process.execPath"]).trim();
  const { costs, reasons } = contest(node);
  process.stdout.write(
    `Node ${run(node, ["--version"]).trim()}, ${availableParallelism()} x ${cpus()[0]?.model}\n\n` +
      `| per node, of ${SIZE}`.padEnd(55) +
      `|    median |       min |       max | in | aim    |\n` +
      `| ---------------------------------------------------- | --------: | --------: | --------: | -- | ------ |\n`,
  );
  for (const line of rowsOf(costs)) process.stdout.write(`${line}\n`);
  for (const [name, reason] of reasons) process.stdout.write(`\nNot run: ${name}: ${reason}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @typedef {{ chain: number, fan: number }} Costs milliseconds of a run */

/**
 * The costs of each contestant by turn, and why those that have none were not measured.
 *
 * @param {string} node
 */
function contest(node) {
  /** @type {Map<string, Costs[]>} */
  const costs = new Map();
  /** @type {Map<string, string>} */
  const reasons = new Map();
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const { name, script, args, turns = TURNS } of CONTESTANTS) {
      if (turn >= turns || reasons.has(name)) continue;
      try {
        const cost = costOf(node, script, args);
        costs.set(name, [...(costs.get(name) ?? []), cost]);
        process.stderr.write(`${turn + 1}/${TURNS} ${name}: ${JSON.stringify(cost)}\n`);
      } catch (error) {
        reasons.set(name, error instanceof Error ? error.message : String(error));
        process.stderr.write(`${name}: ${reasons.get(name)}\n`);
      }
    }
  }
  return { costs, reasons };
}

/**
 * @param {string} node
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Costs}
 */
function costOf(node, script, args) {
  const python = process.env["FLYTEKIT_PYTHON"];
  if (script.endsWith(".py") && python === undefined)
    throw new Error("FLYTEKIT_PYTHON names no Python with flytekit");
  const path = join(script === "ours.js" ? import.meta.dirname : folder, script);
  const printed = run(script.endsWith(".py") ? (python ?? "") : node, [path, String(SIZE), ...args]);
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
}

/** @param {Map<string, Costs[]>} costs */
function rowsOf(costs) {
  return CONTESTANTS.flatMap(({ name, beside }) => {
    const [theirs, ours] = [costs.get(name), costs.get(beside)];
    if (theirs === undefined) return [];
    return /** @type {const} */ (["chain", "fan"]).flatMap((shape) => {
      const rows = [row(`${name}, ${shape}`, spreadOf(theirs.map((cost) => cost[shape])), { per: SIZE })];
      if (ours === undefined || ours === theirs) return rows;
      const ratios = theirs.map((cost, turn) => cost[shape] / (ours[turn]?.[shape] ?? Number.NaN));
      return [...rows, row(`the same by ${beside}`, spreadOf(ratios), { unit: "x", aim: ">= 10" })];
    });
  });
}

/** @param {string} command @param {readonly string[]} args */
function run(command, args) {
  const options = /** @type {const} */ ({ cwd: folder, encoding: "utf8", timeout: LONGEST });
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(stderr.trim().split("\n").slice(-5).join(" "));
  return stdout;
}
