import { runLocal } from "@flytekit-ts/local-exec";
import { serialize } from "@flytekit-ts/workflow";
import { hello } from "./hello.js";

// Run it here ...
const { quiet, loud } = await runLocal(hello, { first: "Ada", names: ["Grace", "Barbara"] });
process.stdout.write(`${quiet}\n${loud}\n\n`);

// ... and see what a cluster would be given.
const settings = { project: "flytesnacks", domain: "development", version: "v1", image: "hello:v1" };
for (const { kind, id } of serialize(hello, settings)) process.stdout.write(`${kind.padEnd(8)} ${id.name}\n`);
