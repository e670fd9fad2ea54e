import { createReadStream, createWriteStream, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { t } from "@flytekit-ts/core";
import type { DatasetFile } from "@flytekit-ts/core/types";
import { parquet } from "../../src/formats/parquet.js";
import { columnsOf } from "../support/rows-of.js";

// Writes rows to a Parquet file and reads them again, and prints what it took: time, bytes, and the most memory that
// the process had. Run in a process of its own: `node ../../tooling/bundle/run-source.js test/memory/round-trip.ts`.

const count = Number(process.env["ROWS"] ?? 3_000_000);
const columns = columnsOf({ id: t.int(), score: t.float(), name: t.string(), seen: t.datetime() });
const START = Date.UTC(2024, 0, 1);

function rowAt(id: number): { id: number; score: number; name: string; seen: Date } {
  return { id, score: id / 7, name: `name ${id * 7919}`, seen: new Date(START + id * 1000) };
}

async function* rows(): AsyncGenerator {
  for (let id = 0; id < count; id += 1) yield rowAt(id);
}

function fileAt(path: string): DatasetFile {
  return {
    uri: path,
    size: statSync(path).size,
    read: ({ start, end } = { start: 0, end: Infinity }) => createReadStream(path, { start, end: end - 1 }),
  };
}

const folder = await mkdtemp(join(tmpdir(), "datasets-"));
try {
  const path = join(folder, "00000");
  const begun = performance.now();
  await pipeline(Readable.from(parquet.write(rows(), columns)), createWriteStream(path));
  const written = performance.now();
  let read = 0;
  for await (const batch of parquet.read(fileAt(path), columns)) {
    for (const row of batch) {
      const wanted = rowAt(read);
      const isSame = row["id"] === wanted.id && row["score"] === wanted.score && row["name"] === wanted.name;
      if (!isSame || (row["seen"] as Date).getTime() !== wanted.seen.getTime())
        throw new Error(`row ${read} differs`);
      read += 1;
    }
  }
  if (read !== count) throw new Error(`${read} rows were read`);
  const done = performance.now();
  const result = {
    rows: count,
    bytes: statSync(path).size,
    writeMs: Math.round(written - begun),
    readMs: Math.round(done - written),
    rssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
