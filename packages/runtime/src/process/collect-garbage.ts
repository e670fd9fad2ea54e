let collect: (() => void) | undefined;

/** Collects all garbage now, so that what is left is what the program holds. It takes a second for each few GB. */
export function collectGarbage(): void {
  if (collect === undefined) {
    // Loaded only here: most processes never come to it.
    const { setFlagsFromString } = process.getBuiltinModule("node:v8");
    setFlagsFromString("--expose-gc");
    // Contexts that are there already have no such function.
    collect = process.getBuiltinModule("node:vm").runInNewContext("gc") as () => void;
    setFlagsFromString("--no-expose-gc");
  }
  collect();
}
