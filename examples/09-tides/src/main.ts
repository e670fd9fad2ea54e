import { fileURLToPath } from "node:url";
import { runLocal } from "@flytekit-ts/local-exec";
import { fitHere } from "./fit-here.js";
import { forecast } from "./tides.js";

const csv = fileURLToPath(new URL("../data/gauges.csv", import.meta.url));
const { report } = await runLocal(forecast, { csv }, { mocks: [fitHere] });
process.stdout.write(await report.text());
