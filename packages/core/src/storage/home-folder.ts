/**
 * The home folder of this user: `HOME`, or what the system says. Undefined for a user who has none, as in many containers. An
 * empty `HOME` says nothing, and never stands for the working directory.
 */
export function homeFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  if (env["HOME"] !== undefined && env["HOME"] !== "") return env["HOME"];
  const { homedir, userInfo } = process.getBuiltinModule("node:os");
  try {
    return homedir() || userInfo().homedir || undefined;
  } catch {
    // The system knows this user by a number only.
    return undefined;
  }
}
