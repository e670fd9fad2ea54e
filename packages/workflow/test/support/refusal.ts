/** What a call throws; a call that throws nothing is a failure of its own. */
export function refusal(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was refused");
}
