import { task } from "@flytekit-ts/workflow";
import { toStandardJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";

const User = v.pipe(
  v.object({ name: v.string(), born: v.date(), tags: v.optional(v.array(v.string()), []) }),
  v.title("User"),
);

export const label = task(
  {
    name: "valibot.label",
    inputs: { user: toStandardJsonSchema(User) },
    output: toStandardJsonSchema(v.string()),
  },
  ({ user }) => `${user.name}, ${user.born.getUTCFullYear()}, ${user.tags.length} tags`,
);
