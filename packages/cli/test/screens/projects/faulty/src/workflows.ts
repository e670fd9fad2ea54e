import { t, task, workflow } from "@flytekit-ts/workflow";

export const water = task(
  { name: "garden.water", inputs: { litres: t.int() }, output: t.int() },
  ({ litres }) => {
    if (litres > 100)
      throw new RangeError(`no basket holds ${litres} litres of water, however well it has been woven`);
    return litres;
  },
);

export const flood = workflow({ name: "garden.flood", output: t.int() }, () => water({ litres: 101 }));

export const unused = workflow(
  { name: "garden.unused", inputs: { litres: t.int() }, output: t.int() },
  ({ litres }) =>
    // @ts-expect-error a text for an integer
    water({ litres: litres.gt(3) ? "a lot" : 1 }),
);
