/** A heading of the list of commands, and the names of those under it: what is used most stands first. */
export interface Section {
  readonly title: string;
  readonly names: readonly string[];
}

/** The commands by what somebody wants to do. */
export const sections: readonly Section[] = [
  { title: "Write and run", names: ["run", "list", "inspect", "graph"] },
  { title: "Check and package", names: ["check", "serialize", "package", "build"] },
  {
    title: "Cluster",
    names: [
      "register",
      "execution",
      "launchplan",
      "get",
      "pull",
      "fetch",
      "backfill",
      "metrics",
      "info",
      "serve",
    ],
  },
  { title: "Runs", names: ["runs", "cache"] },
  { title: "Project", names: ["init", "doctor", "completion", "version"] },
];

/** The heading of commands that no section names. */
export const OTHERS = "More";
