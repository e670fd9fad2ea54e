// A resolver of a plugin: its loader arguments are the number of a row.
import type { TaskResolver } from "@flytekit-ts/core/tasks";
import { plain, same } from "./tasks.js";

const rows: readonly unknown[] = [same, plain];

export const table = {
  location: "test/support/resolver.ts#table",
  loaderArgs: () => ["row", "0"],
  loadTask: async (args: readonly string[]) =>
    rows[Number(args[1])] as Awaited<ReturnType<TaskResolver["loadTask"]>>,
} satisfies TaskResolver;
