import { cacheVersionOf } from "@flytekit-ts/local-exec";
import { next } from "../cache/auto-tasks.js";

console.log(JSON.stringify(cacheVersionOf(next)));
