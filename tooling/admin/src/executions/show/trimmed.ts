const MOST = 100;

type Result =
  | { readonly $case: "error"; readonly value: { readonly message: string } }
  | { readonly $case: string; readonly value: unknown }
  | undefined;

/** A closure as lists hold it: of an error only the first 100 bytes of its message, without a broken character. */
export function trimmed<C extends { readonly outputResult: Result }>(closure: C): C {
  const { outputResult } = closure;
  if (outputResult?.$case !== "error") return closure;
  const error = outputResult.value as { readonly message: string };
  return {
    ...closure,
    outputResult: { $case: "error", value: { ...error, message: shortened(error.message) } },
  };
}

function shortened(message: string): string {
  const bytes = Buffer.from(message, "utf8");
  if (bytes.length <= MOST) return message;
  return bytes.subarray(0, MOST).toString("utf8").replaceAll("\uFFFD", "");
}
