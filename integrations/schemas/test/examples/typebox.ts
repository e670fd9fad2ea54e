import { t, task } from "@flytekit-ts/workflow";
import { Type } from "typebox";

const User = Type.Object(
  { name: Type.String({ minLength: 1 }), tags: Type.Optional(Type.Array(Type.String(), { default: [] })) },
  { title: "User" },
);

export const label = task(
  { name: "typebox.label", inputs: { user: t.schema(User) }, output: t.schema({ type: "string" }) },
  ({ user }) => `${user.name}, ${user.tags?.length ?? 0} tags`,
);
