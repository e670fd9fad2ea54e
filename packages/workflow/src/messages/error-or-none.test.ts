import { t } from "@flytekit-ts/core";
import { resolveType } from "@flytekit-ts/core/types";
import { expect, it } from "vitest";
import { ERROR_OR_NONE } from "./error-or-none.js";

it("is the type that authors write", () => {
  expect(ERROR_OR_NONE).toEqual(resolveType(t.optional(t.error()), "err").transformer.literalType);
});
