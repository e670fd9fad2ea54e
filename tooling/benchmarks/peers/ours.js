// The chain and the fan here: `node ours.js 300 memory|process|disk`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLocal } from "@flytekit-ts/local-exec";
import * as authoring from "@flytekit-ts/workflow";
import { shapesOf } from "../src/runs/shapes.js";
import { assertEqual, timed } from "./timed.js";

const [size, durability] = [Number(process.argv[2]), process.argv[3]];
const shapes = shapesOf(authoring);
const [chain, fan] = [shapes.chain(size), shapes.fan(size)];
const journal = mkdtempSync(join(tmpdir(), "flytekit-ts-journal-"));
const options = durability === "memory" ? {} : { journal, durability };
try {
  await timed(
    {
      chain: async () => assertEqual(await runLocal(chain, { x: 0 }, options), size),
      fan: async () => assertEqual((await runLocal(fan, { x: 0 }, options)).length, size),
    },
    { warm: 30, rounds: 51 },
  );
} finally {
  rmSync(journal, { recursive: true, force: true });
}
