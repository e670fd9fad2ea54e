// A project of the tests whose outputs are stored apart: its task runs as a process of a cluster.
import { t, task } from "@flytekit-ts/workflow";

// As on a cluster that wants large values stored apart; here, all are large.
export const pages = task(
  {
    name: "apart.pages",
    outputs: { pages: t.list(t.file("txt")), lines: t.list(t.int()) },
    environment: { _F_L_MIN_SIZE_MB: "0" },
  },
  () => ({ pages: ["one", "two"].map((text) => new TextEncoder().encode(text)), lines: [3, 4] }),
);
