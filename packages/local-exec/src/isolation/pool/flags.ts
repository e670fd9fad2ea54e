// What makes Node run something other than the script that it is given, or what two processes cannot both have.
const NOT_FOR_OTHERS =
  /^(-e|--eval|-p|-pe|--print|-i|--interactive|--input-type|--inspect.*|--debug-port|--watch.*|--test.*)$/;
const WITH_VALUE = /^(-e|--eval|-p|-pe|--print)$/;

/** The flags of this process that a child process gets, too. */
export function inheritedFlags(flags: readonly string[] = process.execArgv): readonly string[] {
  const kept: string[] = [];
  for (let index = 0; index < flags.length; index += 1) {
    const flag = flags[index] ?? "";
    const [name = ""] = flag.split("=");
    if (!NOT_FOR_OTHERS.test(name)) kept.push(flag);
    else if (WITH_VALUE.test(name) && !flag.includes("=")) index += 1;
  }
  return kept;
}

/** Whether these flags, by default those of this process, load modules with tsx. */
export function runsTsx(flags: readonly string[] | undefined): boolean {
  return withEnvironment(flags).some((flag) => /(^|[=/\\])tsx([/\\]|$)/.test(flag));
}

/** Whether these flags have a loader. */
export function runsOtherLoader(flags: readonly string[] | undefined): boolean {
  return withEnvironment(flags).some((flag) =>
    /^(--import|--loader|--experimental-loader|--require|-r|--experimental-(strip|transform)-types)(=|$)/.test(
      flag,
    ),
  );
}

function withEnvironment(flags: readonly string[] = process.execArgv): readonly string[] {
  return [...flags, ...(process.env["NODE_OPTIONS"] ?? "").split(" ")];
}
