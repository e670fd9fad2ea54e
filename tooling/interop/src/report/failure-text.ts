import type { Failure } from "../exchange/run-direction.js";

/** A failure in words, with what repeats it. */
export function failureText(direction: string, { seed, path, case: found, difference }: Failure): string {
  return [
    `${direction}: ${difference}`,
    `  type   ${JSON.stringify(found.type)}`,
    `  values ${JSON.stringify(found.values)}`,
    `  seed ${seed}, path ${path}`,
  ].join("\n");
}
