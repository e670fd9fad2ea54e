/** How something is: good, good but worth a look, not good, or not looked at. */
export type FindingStatus = "ok" | "warning" | "problem" | "skipped";

/** What a check found. */
export interface Finding {
  readonly status: FindingStatus;
  /** One sentence, without a full stop. */
  readonly says: string;
  /** What to do. */
  readonly advice?: string | undefined;
}

export const ok = (says: string): Finding => ({ status: "ok", says });
export const skipped = (says: string): Finding => ({ status: "skipped", says });
export const warning = (says: string, advice: string): Finding => ({ status: "warning", says, advice });
export const problem = (says: string, advice: string | undefined): Finding => ({
  status: "problem",
  says,
  advice,
});
