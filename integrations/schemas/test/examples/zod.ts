import { task } from "@flytekit-ts/workflow";
import { z } from "zod";

const User = z
  .object({ name: z.string().min(1), born: z.date(), tags: z.array(z.string()).default([]) })
  .meta({ title: "User" });

export const label = task(
  { name: "zod.label", inputs: { user: User }, output: z.string() },
  ({ user }) => `${user.name}, ${user.born.getUTCFullYear()}, ${user.tags.length} tags`,
);
