// Prints what trivial nodes and items of a map cost in the build that it is given: medians of rounds, in microseconds of
// the processor, because other processes may keep this one waiting.
import { spreadOf } from "../measure.js";
import { packagesOf } from "./packages-of.js";
import { shapesOf } from "./shapes.js";

const [folder = "", rounds = "21"] = process.argv.slice(2);
const { authoring, running } = await packagesOf(folder);
const { runLocal } = running;
const shapes = shapesOf(authoring);
const SIZE = 2000;
const ITEMS = 100_000;
const xs = Array.from({ length: ITEMS }, (_, index) => index);
const [chain, fan, voids, map] = [shapes.chain(SIZE), shapes.fan(SIZE), shapes.voids(SIZE), shapes.map()];

/** @param {number} count @param {number} size @param {() => Promise<unknown>} work */
async function per(count, size, work) {
  for (let i = 0; i < 3; i += 1) await work();
  const times = [];
  for (let i = 0; i < count; i += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / size);
  }
  return spreadOf(times).median;
}

const costs = {
  chain: await per(Number(rounds), SIZE, () => runLocal(chain, { x: 1 })),
  fan: await per(Number(rounds), SIZE, () => runLocal(fan, { x: 1 })),
  "no data": await per(Number(rounds), SIZE, () => runLocal(voids)),
  map: await per(5, ITEMS, () => runLocal(map, { xs })),
};
process.stdout.write(JSON.stringify(costs));
