// Entities of another copy of the authoring packages, as a monorepo may have them.
import { runLocal } from "@flytekit-ts/local-exec";
import { connect } from "@flytekit-ts/remote";
import { eager } from "@flytekit-ts/remote/eager";
import { t } from "@flytekit-ts/workflow";
import { haul } from "./other/entities.mjs";

export const grow = eager(
  { name: "grow", inputs: { x: t.int() }, output: t.int(), uses: [haul] },
  async ({ x }, { run }) => run(haul, { crates: x }),
);

const remote = await connect({ project: "flytesnacks", domain: "development" });
const { entities } = await remote.register([haul, grow], { image: "a:1", version: "v1" });
const execution = await remote.execute(haul, { crates: 2 });
const { crates } = await remote.execution(execution.id, haul).inputs();
console.log(entities.length, crates, await runLocal(grow, { x: 3 }, { logger: false }));
await remote.close();
