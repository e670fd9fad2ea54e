import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const conditions = ["@flytekit-ts/source", ...defaultServerConditions];

/** Workspace packages resolve to their sources, so tests need no build; one worker process shares modules. */
export const project = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ["src/**/*.test.ts", "test/**/*.test.ts"], pool: "threads", isolate: false },
});
