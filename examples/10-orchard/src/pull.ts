import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { connect } from "@flytekit-ts/remote";
import { pull, pullCheck, writePulled } from "@flytekit-ts/remote/pull";

/** Where the pulled module is. */
export const PULLED = fileURLToPath(new URL("../src/grading.ts", import.meta.url));

/** What is pulled. */
export const selection = { project: "orchard", domain: "development", entities: ["grading.grade"] };

// node dist/pull.js, or node dist/pull.js --check
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const remote = await connect();
  if (process.argv.includes("--check")) {
    const { isCurrent, changes } = await pullCheck(remote, await readFile(PULLED, "utf8"));
    for (const { text } of changes) console.log(text);
    process.exitCode = isCurrent ? 0 : 1;
  } else {
    await writePulled(PULLED, await pull(remote, selection));
  }
  await remote.close();
}
