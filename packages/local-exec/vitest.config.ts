import { project } from "@flytekit-ts/vitest-preset";
import { mergeConfig } from "vitest/config";

// Without `module`, which Node does not know: what OpenTelemetry has there has imports without extensions.
const conditions = project.resolve?.conditions?.filter((condition) => condition !== "module") ?? [];

export default mergeConfig(
  { ...project, resolve: { conditions }, ssr: { resolve: { conditions } } },
  { test: { name: "local-exec" } },
);
