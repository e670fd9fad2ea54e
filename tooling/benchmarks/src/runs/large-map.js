// Prints by how many megabytes a process grows at most while it runs a map of 100,000 items.
import { runLocal } from "@flytekit-ts/local-exec";
import * as authoring from "@flytekit-ts/workflow";
import { shapesOf } from "./shapes.js";

const map = shapesOf(authoring).map();
await runLocal(map, { xs: [1] });
const xs = Array.from({ length: 100_000 }, (_, index) => index);
const before = process.memoryUsage.rss();
await runLocal(map, { xs });
process.stdout.write(JSON.stringify({ growth: (process.resourceUsage().maxRSS * 1024 - before) / 1e6 }));
