import type * as idl from "@flytekit-ts/models/core";
import { userFailure } from "../../values/failure.js";
import type { Literals } from "../../values/literals.js";

/** What a task of type `echo` gives: its inputs, in the order of their names, as `o0`, `o1`, ... @throws `BadTaskFormat` */
export function echo({ interface: declared }: idl.TaskTemplate, inputs: Literals): Literals {
  const inOrder = new Intl.Collator("en", { numeric: true });
  const names = [...(declared?.inputs?.variables.keys() ?? [])].toSorted();
  const outputs = [...(declared?.outputs?.variables.keys() ?? [])].toSorted(inOrder.compare);
  if (names.length !== outputs.length) {
    throw userFailure("BadTaskFormat", `an echo has ${names.length} inputs and ${outputs.length} outputs`);
  }
  return new Map(
    outputs.flatMap((output, index) => {
      const literal = inputs.get(names[index] ?? "");
      return literal === undefined ? [] : [[output, literal] as const];
    }),
  );
}
