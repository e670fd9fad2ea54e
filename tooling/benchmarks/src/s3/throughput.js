import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { missingFor, startVersitygw } from "@flytekit-ts/servers";
import { row, spreadOf } from "../measure.js";

const CARRY = fileURLToPath(new URL("carry.js", import.meta.url));
const MB = 1_000_000;
const SIZE = 1000 * MB;
const TURNS = 3;

/** @typedef {{ speeds: number[], memories: number[] }} Results */

/**
 * A gigabyte to and from S3, each transfer in a process of its own, in turn: by our storage, by AWS's SDK alone, and by its
 * command where there is one. The server is on this machine, so it takes its part of the processors.
 */
export async function s3Throughput() {
  const missing = missingFor("versitygw");
  if (missing !== undefined) return [`| S3: left out, ${missing}`.padEnd(109).concat("|")];
  const server = await startVersitygw();
  const folder = mkdtempSync(join(tmpdir(), "bench-s3-"));
  try {
    const path = join(folder, "file");
    fill(path);
    const env = {
      ...process.env,
      NODE_NO_WARNINGS: "1",
      FLYTE_AWS_ENDPOINT: server.endpoint,
      FLYTE_AWS_ACCESS_KEY_ID: server.accessKeyId,
      FLYTE_AWS_SECRET_ACCESS_KEY: server.secretAccessKey,
      AWS_ACCESS_KEY_ID: server.accessKeyId,
      AWS_SECRET_ACCESS_KEY: server.secretAccessKey,
      AWS_REGION: server.region,
    };
    return rows(measured(path, env, server.endpoint));
  } finally {
    rmSync(folder, { recursive: true });
    await server.stop();
  }
}

/**
 * @param {string} path
 * @param {NodeJS.ProcessEnv} env
 * @param {string} endpoint
 */
function measured(path, env, endpoint) {
  /** @type {Map<string, Results>} */
  const all = new Map();
  const note = (
    /** @type {string} */ name,
    /** @type {{ milliseconds: number, memory?: number }} */ figures,
  ) => {
    const results = all.get(name) ?? { speeds: [], memories: [] };
    results.speeds.push(SIZE / MB / (figures.milliseconds / 1000));
    if (figures.memory !== undefined) results.memories.push(figures.memory);
    all.set(name, results);
  };
  const hasCommand = spawnSync("aws", ["--version"], { stdio: "ignore" }).status === 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const what of ["write", "read"]) {
      for (const who of ["ours", "sdk"]) {
        const printed = execFileSync(process.execPath, [CARRY, who, what, path], { env, encoding: "utf8" });
        note(`${who} ${what}`, JSON.parse(printed));
      }
      if (hasCommand) note(`aws ${what}`, byCommand(what, path, env, endpoint));
    }
  }
  return all;
}

/**
 * @param {string} what
 * @param {string} path
 * @param {NodeJS.ProcessEnv} env
 * @param {string} endpoint
 */
function byCommand(what, path, env, endpoint) {
  const uri = "s3://bucket/object";
  const [from, to] = what === "write" ? [path, uri] : [uri, `${path}.copy`];
  const begun = performance.now();
  execFileSync("aws", ["--endpoint-url", endpoint, "s3", "cp", "--quiet", from, to], { env });
  return { milliseconds: performance.now() - begun };
}

/** @param {Map<string, Results>} all */
function rows(all) {
  const of = (/** @type {string} */ name) => all.get(name) ?? { speeds: [], memories: [] };
  const mb = /** @type {const} */ ({ unit: "MB" });
  const ratios = (/** @type {string} */ theirs, /** @type {string} */ ours) =>
    of(ours).speeds.map((speed, turn) => speed / (of(theirs).speeds[turn] ?? Number.NaN));
  return ["write", "read"].flatMap((what) => [
    row(`S3: ${what} 1 GB, a second`, spreadOf(of(`ours ${what}`).speeds), mb),
    row(`S3: ${what} 1 GB by the SDK alone, a second`, spreadOf(of(`sdk ${what}`).speeds), mb),
    row(`S3: ${what} 1 GB, by the SDK alone`, spreadOf(ratios(`sdk ${what}`, `ours ${what}`)), { unit: "x" }),
    ...(all.has(`aws ${what}`)
      ? [row(`S3: ${what} 1 GB by the aws command, a second`, spreadOf(of(`aws ${what}`).speeds), mb)]
      : []),
    row(`S3: ${what} 1 GB, memory of the process`, spreadOf(of(`ours ${what}`).memories), {
      ...mb,
      aim: "<= 150",
    }),
    row(`S3: ${what} 1 GB by the SDK alone, memory`, spreadOf(of(`sdk ${what}`).memories), mb),
  ]);
}

/** @param {string} path */
function fill(path) {
  const file = openSync(path, "w");
  const block = Buffer.alloc(MB);
  for (let index = 0; index < SIZE / MB; index += 1) {
    block.fill(`${index}:${index * 7919};`);
    writeSync(file, block);
  }
  closeSync(file);
}
