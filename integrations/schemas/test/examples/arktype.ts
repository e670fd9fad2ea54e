import { task } from "@flytekit-ts/workflow";
import { type } from "arktype";

const User = type({ name: "string > 0", born: "Date", "tags?": "string[]" }).configure({ title: "User" });

export const label = task(
  { name: "arktype.label", inputs: { user: User }, output: type("string") },
  ({ user }) => `${user.name}, ${user.born.getUTCFullYear()}, ${user.tags?.length ?? 0} tags`,
);
