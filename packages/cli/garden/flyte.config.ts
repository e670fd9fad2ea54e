import { defineConfig } from "@flytekit-ts/cli";

export default defineConfig({
  // The modules whose exports are checked, packaged and registered.
  modules: ["src/workflows.ts"],
  // Where executions are on the cluster.
  project: "flytesnacks",
  domain: "development",
  // The image of the Dockerfile, where you push it.
  image: "ghcr.io/your-name/garden:v1",
  profiles: {
    production: { domain: "production" },
  },
});
