import { packageTides } from "./package.js";

const [image = "ghcr.io/acme/tides:v1"] = process.argv.slice(2);
const archive = await packageTides("dist", image);
process.stdout.write(`${archive}\n`);
