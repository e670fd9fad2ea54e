import { packageModule } from "./package.js";

const [image = "ghcr.io/acme/tides:v1"] = process.argv.slice(2);
const archive = await packageModule({ entry: "src/tides.ts", folder: "dist/package", image });
process.stdout.write(`${archive}\n`);
