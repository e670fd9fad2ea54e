import { defineConfig } from "@flytekit-ts/cli";

export default defineConfig({ modules: ["src/workflows.ts"], project: "flytesnacks", domain: "development" });
