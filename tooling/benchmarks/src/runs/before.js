import { row, spreadOf } from "../measure.js";
import { inAProcess } from "./in-a-process.js";

const TURNS = 5;

/**
 * What a trivial node and an item of a map cost in other builds, in turn with this one: processes of their own, so that
 * a slow moment of the machine hits all. Nothing without `FLYTEKIT_BEFORE`: folders of other checkouts that are built,
 * separated by colons.
 */
export function againstBefore() {
  const folders = (process.env["FLYTEKIT_BEFORE"] ?? "").split(":").filter((folder) => folder !== "");
  const builds = [
    { name: "here", from: import.meta.dirname },
    ...folders.map((folder) => ({ name: folder.split("/").at(-1), from: `${folder}/tooling/benchmarks` })),
  ];
  if (builds.length === 1) return [];
  /** @type {Record<string, number>[][]} */
  const all = builds.map(() => []);
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const [i, { from }] of builds.entries()) all[i]?.push(inAProcess("trivial.js", { from }));
  const [ours = []] = all;
  return Object.keys(ours[0] ?? {}).flatMap((shape) =>
    builds.flatMap(({ name }, i) => {
      const what = shape === "map" ? "item of a map of 100000" : `node, ${shape} of 2000`;
      const costs = (all[i] ?? []).map((turn) => turn[shape] ?? Number.NaN);
      const rows = [row(`${name}, per trivial ${what}`, spreadOf(costs.map((us) => us / 1000)))];
      if (i === 0) return rows;
      const ratios = costs.map((us, turn) => (ours[turn]?.[shape] ?? Number.NaN) / us);
      return [...rows, row(`here by ${name}`, spreadOf(ratios), { unit: "x", aim: "<= 1" })];
    }),
  );
}
