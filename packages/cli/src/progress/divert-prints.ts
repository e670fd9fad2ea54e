/** Writes to standard output that are meant, while those of others go elsewhere. */
export interface Diverted {
  /** Do something that writes to standard output. */
  readonly meant: (write: () => void) => void;
  readonly release: () => void;
}

/**
 * Send what tasks print on standard output to standard error, so that programs which read our JSON there find nothing else.
 */
export function divertPrints(): Diverted {
  const { stdout, stderr } = process;
  const original = stdout.write;
  let isMeant = false;
  const divert: typeof stdout.write = (...args: readonly unknown[]) =>
    Reflect.apply(isMeant ? original : stderr.write, isMeant ? stdout : stderr, args) as boolean;
  stdout.write = divert;
  const release = (): void => {
    process.off("exit", release);
    if (stdout.write === divert) stdout.write = original;
  };
  // A task may end the process, and what is said of that is meant.
  process.prependOnceListener("exit", release);
  return {
    meant(write) {
      isMeant = true;
      try {
        write();
      } finally {
        isMeant = false;
      }
    },
    release,
  };
}
