// What the tests execute on a cluster: it is bundled, and comes into the containers of its tasks.
import { t, task } from "@flytekit-ts/workflow";
import { eager } from "@flytekit-ts/remote/eager";

export const square = task(
  { name: "orchard.square", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x * x,
);

export const broken = task({ name: "orchard.broken" }, () => {
  throw new Error("no rain fell");
});

export const endless = task({ name: "orchard.endless" }, async () => {
  await new Promise((resolve) => setTimeout(resolve, 600_000));
});

export const grow = eager(
  { name: "orchard.grow", inputs: { x: t.int() }, output: t.int(), uses: [square] },
  async ({ x }, { run }) => {
    let size = x;
    while (size < 100) size = await run(square, { x: size });
    return size;
  },
);

export const patient = eager({ name: "orchard.patient", uses: [endless] }, async (_, { run }) => {
  await run(endless);
});

export const doomed = eager({ name: "orchard.doomed", uses: [endless] }, async (_, { run }) => {
  void run(endless);
  // Long enough for the start to be sent.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  process.kill(process.pid, "SIGKILL");
});

export const fragile = eager({ name: "orchard.fragile", uses: [broken, endless] }, async (_, { run }) => {
  await Promise.all([run(endless), run(broken)]);
});
