/** VALUE_TOO_DEEP: lists in lists in lists, more than can be read again. */
import { t, type TypeLike } from "@flytekit-ts/workflow";

let type: TypeLike = t.int();
for (let depth = 0; depth < 60; depth += 1) type = t.list(type); // here
