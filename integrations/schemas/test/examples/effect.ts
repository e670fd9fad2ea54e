import { task } from "@flytekit-ts/workflow";
import { Schema } from "effect";

const User = Schema.Struct({
  name: Schema.NonEmptyString,
  born: Schema.Date,
  tags: Schema.optionalKey(Schema.Array(Schema.String)),
}).annotate({ title: "User" });

export const label = task(
  {
    name: "effect.label",
    inputs: { user: Schema.toStandardSchemaV1(User) },
    output: Schema.toStandardSchemaV1(Schema.String),
  },
  ({ user }) => `${user.name}, ${user.born.getUTCFullYear()}, ${user.tags?.length ?? 0} tags`,
);
