import { project } from "@flytekit-ts/vitest-preset";
import { mergeConfig } from "vitest/config";

export default mergeConfig(project, {
  // Twins of containers are bundled, and then imported as Node does it.
  test: { name: "conformance", server: { deps: { external: [/\/twins-[^/]+\//] } } },
});
