/** What a run that is watched may take from the one before. */
export interface Earlier {
  /** Its id, in the same folder of runs. */
  readonly run: string;
  /** What the code of its tasks was, by their names. */
  readonly codes: Readonly<Record<string, string>>;
}

/** How a run that is watched ended. */
export interface RanOnce {
  readonly code: number;
  /** What the next run may take from it. Undefined if it was not kept, or never began. */
  readonly earlier: Earlier | undefined;
}

/** A process that has loaded what a run needs, and waits for the word to run this command line once. */
export interface WarmRun {
  /** Run it. Resolves when the process has ended. */
  go(earlier: Earlier | undefined): Promise<RanOnce>;
  /** End it, whether it runs or waits. */
  end(): void;
}

/** In the process that runs: what it takes from the run before, and whom it tells. */
export interface WatchedRun {
  readonly earlier: Earlier | undefined;
  ran(earlier: Earlier): void;
}
