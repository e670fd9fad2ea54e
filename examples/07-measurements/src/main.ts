import { runLocal } from "@flytekit-ts/local-exec";
import { measured } from "./measurements.js";

const all = new URL("../data/measurements.parquet", import.meta.url);
const { rows, highest } = await runLocal(measured, { all });

let count = 0;
for await (const _ of rows.rows()) count += 1;
console.log(`${count} of 48 measurements can be true; they are in ${rows.uri}`);
console.log(await highest.text());
