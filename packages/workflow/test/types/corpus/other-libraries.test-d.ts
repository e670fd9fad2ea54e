/** Schemas of any Standard Schema library stand as types: arktype and valibot, without their names in our types. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import type { In, Kind, Out } from "@flytekit-ts/workflow";
import { type } from "arktype";
import * as v from "valibot";
import { expectTypeOf } from "vitest";
import { half, shout, square } from "../support/entities.js";

const person = type({ name: "string", age: "number.integer", tags: "string[]" });
const pet = v.object({
  name: v.string(),
  age: v.pipe(v.number(), v.integer()),
  nick: v.optional(v.string()),
});
const meet = task({ name: "meet", output: person }, () => ({ name: "", age: 1, tags: [] }));
const adopt = task(
  {
    name: "adopt",
    inputs: { pet, person },
    output: pet,
  },
  (inputs) => {
    expectTypeOf(inputs.person).toEqualTypeOf<{ name: string; age: number; tags: string[] }>();
    return inputs.pet;
  },
);

export const libraries = workflow({ name: "libraries" }, () => {
  const p = meet();
  square({ x: p.age });
  shout({ s: p.tags.at(0) });
  // The types of arktype do not tell ints from floats, so a number feeds both.
  half({ x: p.age });
  // @ts-expect-error a name is no number
  square({ x: p.name });

  adopt({ pet: { name: "Tom", age: 3 }, person: p });
  const q = adopt({ pet: { name: "Tom", age: 3, nick: "T" }, person: p });
  shout({ s: q.name });
  square({ x: q.age });
  // @ts-expect-error an int is no float: the types of valibot tell
  half({ x: q.age });
  // @ts-expect-error an optional field feeds nothing required
  shout({ s: q.nick });
  // @ts-expect-error a person and a pet are two things
  adopt({ pet: p, person: q });
  // @ts-expect-error the age is missing
  adopt({ pet: { name: "Tom" }, person: p });
});

// What a schema takes and what it gives may differ: callers write the one, tasks receive the other.
const trimmed = v.pipe(
  v.string(),
  v.transform((text) => text.length),
);
expectTypeOf<In<typeof trimmed>>().toEqualTypeOf<string>();
expectTypeOf<Out<typeof trimmed>>().toEqualTypeOf<number>();
expectTypeOf<Kind<typeof person>>().toEqualTypeOf<{
  struct: { name: "string"; age: "number"; tags: { list: "string" } };
}>();

// And so does any object of that shape.
const handmade = {
  "~standard": {
    version: 1,
    vendor: "me",
    validate: (value: unknown) => ({ value: value === true }),
    types: undefined as { input: boolean; output: boolean } | undefined,
  },
} as const;
const made = task({ name: "made", inputs: { b: handmade }, output: t.boolean() }, ({ b }) => b);
export const byHand = workflow({ name: "byHand", inputs: { b: t.boolean() } }, ({ b }) => {
  made({ b });
  // @ts-expect-error its kind is that of booleans
  made({ b: meet().age });
});

// @ts-expect-error an object of another shape is no type
export const noType = task({ name: "noType", inputs: { x: { parse: () => 1 } } }, () => {});
