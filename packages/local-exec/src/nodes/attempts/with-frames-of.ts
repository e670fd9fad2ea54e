/**
 * Give an error the stack frames of the thrown value that caused it, if that has any. Returns the error.
 *
 * The frames are read with the stack: reading them takes longer than all else about a failure, and of the items of a
 * map that fail, most are never looked at.
 */
export function withFramesOf<E extends Error>(thrown: unknown, error: E): E {
  let stack: unknown;
  // Otherwise the next line would format the frames that it replaces.
  error.stack = "";
  return Object.defineProperty(error, "stack", {
    get(): unknown {
      stack ??= [`${error.name}: ${error.message}`, ...framesOf(thrown)].join("\n");
      return stack;
    },
    set(given: unknown) {
      stack = given;
    },
    configurable: true,
  });
}

/** Whether a thrown value knows where it was thrown. */
export function hasFrames(thrown: unknown): boolean {
  return framesOf(thrown).length > 0;
}

function framesOf(thrown: unknown): readonly string[] {
  const stack = stackOf(thrown);
  return typeof stack === "string" ? stack.split("\n").filter((line) => /^\s+at /.test(line)) : [];
}

function stackOf(thrown: unknown): unknown {
  if (typeof thrown !== "object" || thrown === null) return undefined;
  try {
    return Reflect.get(thrown, "stack");
  } catch {
    // A task may throw anything, also a proxy that throws when it is read.
    return undefined;
  }
}
