import { t } from "@flytekit-ts/core";
import { resolveType, type TypeTransformer } from "@flytekit-ts/core/types";

function stock(type: Parameters<typeof resolveType>[0]): TypeTransformer {
  return resolveType(type, "a column").transformer;
}

/** The types whose values files hold most, which are converted without making literals of them. */
export const stockTypes = {
  int: stock(t.int()),
  bigint: stock(t.int({ bigint: true })),
  float: stock(t.float()),
  string: stock(t.string()),
  boolean: stock(t.boolean()),
  duration: stock(t.duration()),
};
