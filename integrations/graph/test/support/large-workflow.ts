import { conditional, t, task, workflow } from "@flytekit-ts/workflow";

const n = t.int();

const load = task(
  { name: "large.load_measurements", inputs: { station: n }, output: n },
  (each) => each.station,
);
const clean = task(
  { name: "large.clean", inputs: { reading: n, limit: n }, output: n, retries: 1 },
  ({ reading }) => reading,
);
const merge = task(
  { name: "large.merge_stations", inputs: { left: n, right: n }, output: n },
  ({ left, right }) => left + right,
);

export const stage = workflow(
  { name: "large.stage", inputs: { station: n, limit: n }, output: n },
  (given) => {
    const cleaned = clean({ reading: load({ station: given.station }), limit: given.limit });
    return conditional("check")
      .if(cleaned.gt(given.limit), () => clean({ reading: cleaned, limit: given.limit }))
      .else(() => load({ station: given.station }));
  },
);

/** A workflow of so many nodes: stations that are loaded and cleaned, merged in pairs; some are workflows of their own. */
export function largeWorkflow(nodes: number, { everyInner = 25 }: { readonly everyInner?: number } = {}) {
  return workflow({ name: `large.of_${nodes}`, inputs: { first: n, limit: n }, output: n }, (given) => {
    const open = [load({ station: given.first })];
    for (let made = 1; made < nodes; made += 1) {
      const pick = (made * 7) % open.length;
      const at = open[pick] ?? given.first;
      if (made % everyInner === 0) open.push(stage({ station: at, limit: given.limit }));
      else if (made % 3 === 0) {
        const other = open[(made * 13 + 5) % open.length] ?? at;
        open.splice(pick, 1, merge({ left: at, right: other }));
      } else if (open.length < 12) open.push(load({ station: at }));
      else open.splice(pick, 1, clean({ reading: at, limit: made }));
    }
    return open.reduce((left, right) => merge({ left, right }));
  });
}
