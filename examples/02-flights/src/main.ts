import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { runLocal } from "@flytekit-ts/local-exec";
import { reporter } from "@flytekit-ts/local-exec/reporter";
import { writeCompiled } from "./compiled-files.js";
import { locateData } from "./data/locate-data.js";
import { flights } from "./flights.js";

const folder = join(import.meta.dirname, "..", "out");
await mkdir(folder, { recursive: true });

const inputs = { flightsPath: locateData("flights-200k.json"), routesPath: locateData("flights-20k.json") };
const { report, table } = await runLocal(flights, inputs, { ...reporter() });

const page = join(folder, "report.html");
await writeFile(page, report);
const files = [page, ...(await writeCompiled(folder))];
const repository = join(import.meta.dirname, "..", "..", "..");
process.stdout.write(
  `\n${table}\n\nWritten:\n${files.map((file) => `  ${relative(repository, file)}\n`).join("")}`,
);
