import { t } from "@flytekit-ts/core";
import { deriveType } from "@flytekit-ts/core/types";

export type Money = { readonly cents: number };
export const money = deriveType("Money", t.int(), {
  encode: ({ cents }: Money) => cents,
  decode: (cents): Money => ({ cents }),
});
