import { join } from "node:path";
import { bundlePage } from "@flytekit-ts/bundle/bundle-page";

/** Bundle the script of the graph's page before tests, so that they test what is written now. */
export default async function generatePage(): Promise<void> {
  const page = join(import.meta.dirname, "../../src/graph/page");
  await bundlePage(join(page, "script/main.ts"), join(page, "page-script.js"));
}
