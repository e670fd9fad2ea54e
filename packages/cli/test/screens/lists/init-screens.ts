import type { Screen } from "../screen.js";

/** Screens of making a project and of looking at the machine. */
export const initScreens: readonly Screen[] = [
  { name: "init", line: "tsflyte init garden --package-manager npm --no-install --no-git", place: "empty" },
  { name: "init-asking", line: "tsflyte init", place: "empty", until: "?" },
  { name: "init-not-empty", line: "tsflyte init . --package-manager npm --no-install", place: "garden" },
  { name: "doctor-empty", line: "tsflyte doctor", place: "empty" },
];
