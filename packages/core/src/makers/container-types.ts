import { atCaller } from "../errors/at-caller.js";
import { keyedMapTransformer } from "../transformers/json/keyed-map.js";
import { listTransformer } from "../transformers/list.js";
import { mapTransformer } from "../transformers/map.js";
import { optionalTransformer } from "../transformers/optional.js";
import type { FlyteType, TypeLike } from "../types/infer.js";
import { makeType } from "../types/runtime-type.js";
import { innerType } from "./inner-type.js";
import { shallow } from "../types/depth-of.js";
import { keyType } from "./key-type.js";

type Made = FlyteType<unknown, unknown>;

/** Makes `t.list`. */
export function list(element: TypeLike): Made {
  return atCaller(list, () =>
    makeType({ transformer: shallow(listTransformer(innerType(element, "element", "t.list"))) }),
  );
}

/** Makes `t.map`. @throws `OPTION_INVALID` for a type that no map has as its keys. */
export function map(value: TypeLike, options: { readonly keys?: TypeLike } = {}): Made {
  return atCaller(map, () => {
    const values = innerType(value, "value", "t.map");
    const keys = keyType(options);
    return makeType({
      transformer: shallow<unknown>(
        keys === undefined ? mapTransformer(values) : keyedMapTransformer({ key: keys, value: values }),
      ),
    });
  });
}

/** Makes `t.optional`. An optional of what may be none already is that type. */
export function optional(type: TypeLike): Made {
  return atCaller(optional, () => {
    const transformer = innerType(type, "type", "t.optional");
    if (transformer.tag === "none" || transformer.isNoneByDefault === true) return makeType({ transformer });
    return makeType({ transformer: shallow(optionalTransformer(transformer)) });
  });
}
