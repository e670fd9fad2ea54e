// Registers a module of ours: `node ours.js ENDPOINT MODULE VERSION`. Prints how long the calls took, in milliseconds.
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { connect } from "@flytekit-ts/remote";

const [, , endpoint, module = "", version] = process.argv;
const entities = Object.values(await import(pathToFileURL(module).href));
const remote = await connect({ endpoint, insecure: true, project: "flytesnacks", domain: "development" });
const start = performance.now();
const settings = { version, image: "example.com/garden:1", root: dirname(module) };
const { entities: registered } = await remote.register(entities, settings);
process.stdout.write(`${registered.length} entities in ${performance.now() - start}\n`);
await remote.close();
