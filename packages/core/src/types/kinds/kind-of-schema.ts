import type { KindOfValibot } from "./kind-of-valibot.js";
import type { KindOfSides } from "./kind-of-sides.js";
import type { KindOfZod } from "./kind-of-zod.js";
import type { SchemaInput, SchemaOutput } from "./standard-schema.js";

/**
 * The kind of a schema of another library.
 *
 * It is read from the library's types where they tell ints from floats. Those of arktype and effect do not: there a
 * number fits both, and what does not fit is refused when the workflow is compiled.
 */
export type KindOfSchema<X> = X extends { readonly _zod: unknown }
  ? KindOfZod<X>
  : X extends { readonly kind: "schema" }
    ? KindOfValibot<X>
    : KindOfSides<SchemaInput<X>, SchemaOutput<X>>;
