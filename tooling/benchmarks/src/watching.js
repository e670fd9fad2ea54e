import { startTestCluster } from "@flytekit-ts/admin";
import { connect } from "@flytekit-ts/remote";
import { t, task, workflow } from "@flytekit-ts/workflow";

/** Nodes in a sub-workflow: Flyte takes 100 with its own two. */
const INSIDE = 99;
const one = { x: t.int() };
export const water = task({ name: "water", inputs: one, output: t.int() }, ({ x }) => x + 1);
export const bed = workflow({ name: "bed", inputs: one, output: t.int() }, ({ x }) => {
  let last = water({ x });
  for (let i = 1; i < INSIDE; i += 1) last = water({ x });
  return last;
});

/** @param {number} beds */
function fieldOf(beds) {
  return workflow({ name: `field${beds}`, inputs: one, output: t.int() }, ({ x }) => {
    let last = bed({ x });
    for (let i = 1; i < beds; i += 1) last = bed({ x });
    return last;
  });
}

const fields = [10, 50].map(fieldOf);
const cluster = await startTestCluster({ scripts: { water: ({ x }) => ({ o0: Number(x) + 1 }) } });
const remote = await connect({
  endpoint: cluster.endpoint,
  insecure: true,
  project: "flytesnacks",
  domain: "development",
});
const times = countCalls(remote.connection.admin);
await remote.register(fields, { image: "tasks:v1", version: "v1" });

/**
 * @param {string} name
 * @param {import("@flytekit-ts/remote").WatchOptions} options
 * @param {(typeof fields)[number]} [field]
 */
async function watched(name, options, field) {
  if (field === undefined) return;
  const execution = await remote.execute(field, { x: 1 });
  times.length = 0;
  const start = performance.now();
  let changes = 0;
  for await (const change of execution.watch(options)) changes += change.kind === "execution" ? 0 : 1;
  tell(`${name}: ${changes} changes`, start);
  times.length = 0;
  const begin = performance.now();
  const { nodes } = await execution.summary();
  tell(`the sum of its ${nodes} nodes`, begin);
}

/**
 * @param {string} what
 * @param {number} start
 */
function tell(what, start) {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const busiest = Math.max(
    ...times.map((at) => times.filter((each) => each >= at && each < at + 1000).length),
  );
  process.stdout.write(`| ${what} | ${times.length} | ${busiest} | ${seconds} |\n`);
}

/** @param {object} admin */
function countCalls(admin) {
  /** @type {number[]} */
  const calls = [];
  for (const [name, call] of Object.entries(admin)) {
    const counted = (/** @type {unknown[]} */ ...given) => {
      calls.push(performance.now());
      return Reflect.apply(call, admin, given);
    };
    Reflect.set(admin, name, counted);
  }
  return calls;
}

process.stdout.write("| what | calls | most in a second | seconds |\n| --- | --: | --: | --: |\n");
await watched("1,000 nodes", {}, fields[0]);
await watched("1,000 nodes, attempts of what failed", { tasks: "failed" }, fields[0]);
await watched("5,000 nodes, no attempts", { tasks: "none" }, fields[1]);
await remote.close();
await cluster.close();
