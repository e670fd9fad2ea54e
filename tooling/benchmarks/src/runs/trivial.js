// Prints what trivial nodes and items of a map cost in the build that it is given, in microseconds: medians of rounds.
import { measure } from "../measure.js";
import { packagesOf } from "./packages-of.js";
import { shapesOf } from "./shapes.js";

const [folder = "", rounds = "21"] = process.argv.slice(2);
const packages = await packagesOf(folder);
const { runLocal } = packages;
const shapes = shapesOf(packages);
const SIZE = 2000;
const ITEMS = 100_000;
const xs = Array.from({ length: ITEMS }, (_, index) => index);
const [chain, fan, voids, map] = [shapes.chain(SIZE), shapes.fan(SIZE), shapes.voids(SIZE), shapes.map()];

/** @param {number} count @param {number} size @param {() => Promise<unknown>} work */
const per = async (count, size, work) => ((await measure(count, work)).median / size) * 1000;
const costs = {
  chain: await per(Number(rounds), SIZE, () => runLocal(chain, { x: 1 })),
  fan: await per(Number(rounds), SIZE, () => runLocal(fan, { x: 1 })),
  "no data": await per(Number(rounds), SIZE, () => runLocal(voids)),
  map: await per(5, ITEMS, () => runLocal(map, { xs })),
};
process.stdout.write(JSON.stringify(costs));
