import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { t } from "@flytekit-ts/core";
import { resolveType } from "@flytekit-ts/core/types";
import { parquet as format } from "@flytekit-ts/datasets";
import { row, spreadOf } from "./measure.js";

const SCRIPT = fileURLToPath(new URL("parquet_pyarrow.py", import.meta.url));
const ROWS = 300_000;
const TURNS = 5;
const START = Date.UTC(2024, 0, 1);

/**
 * Parquet, written from rows and read into rows, in megabytes of the file a second; and the same file by pyarrow in turn.
 * Without `FLYTEKIT_PYTHON` a line says that pyarrow was left out.
 */
export async function parquet() {
  const columns = Object.entries({ id: t.int(), score: t.float(), name: t.string(), seen: t.datetime() }).map(
    ([name, type]) => ({ name, type: resolveType(type, name).transformer }),
  );
  const rows = Array.from({ length: ROWS }, (_, id) => {
    return { id, score: id / 7, name: `name ${id * 7919}`, seen: new Date(START + id * 1000) };
  });
  const folder = mkdtempSync(join(tmpdir(), "bench-parquet-"));
  const path = join(folder, "00000");
  const python = process.env["FLYTEKIT_PYTHON"];
  const [writes, reads, theirWrites, theirReads] = [[], [], [], []];
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const begun = performance.now();
      const bytes = await written(rows, columns);
      writes.push(speed(bytes.length, performance.now() - begun));
      writeFileSync(path, bytes);
      reads.push(await readOnce(path, columns));
      if (python === undefined) continue;
      const [write, read] = byPyarrow(python, path);
      theirWrites.push(speed(bytes.length, write));
      theirReads.push(speed(bytes.length, read));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const mb = /** @type {const} */ ({ unit: "MB" });
  return [
    row(`Parquet: write ${ROWS} rows, a second`, spreadOf(writes), mb),
    row("Parquet: read them as rows, a second", spreadOf(reads), mb),
    ...(python === undefined
      ? [`| ${"pyarrow: left out, FLYTEKIT_PYTHON is not set".padEnd(52)} |`.padEnd(109)]
      : [
          row("pyarrow: write the same table, a second", spreadOf(theirWrites), mb),
          row("pyarrow: read the same file as rows, a second", spreadOf(theirReads), mb),
          row("pyarrow by here, writing", spreadOf(ratios(theirWrites, writes)), { unit: "x" }),
          row("pyarrow by here, reading", spreadOf(ratios(theirReads, reads)), { unit: "x" }),
        ]),
  ];
}

/**
 * @param {readonly unknown[]} rows
 * @param {Parameters<typeof format.write>[1]} columns
 */
async function written(rows, columns) {
  const chunks = [];
  for await (const chunk of format.write(rows, columns)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * @param {string} path
 * @param {Parameters<typeof format.read>[1]} columns
 */
async function readOnce(path, columns) {
  const begun = performance.now();
  const bytes = readFileSync(path);
  const file = {
    uri: path,
    size: bytes.length,
    async *read({ start, end } = { start: 0, end: bytes.length }) {
      yield bytes.subarray(start, end);
    },
  };
  let count = 0;
  for await (const batch of format.read(file, columns)) count += batch.length;
  if (count !== ROWS) throw new Error(`${count} rows were read`);
  return speed(bytes.length, performance.now() - begun);
}

/**
 * @param {string} python
 * @param {string} path
 */
function byPyarrow(python, path) {
  const { status, stdout, stderr } = spawnSync(python, [SCRIPT, path], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split(" ").map(Number);
}

/** Megabytes a second. */
const speed = (/** @type {number} */ bytes, /** @type {number} */ ms) => bytes / 1000 / ms;

/**
 * @param {readonly number[]} above
 * @param {readonly number[]} below
 */
const ratios = (above, below) => above.map((value, i) => value / (below[i] ?? Number.NaN));
