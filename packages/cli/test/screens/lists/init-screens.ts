import { type Screen, WIDTHS } from "../screen.js";

/** Screens of making a project and of looking at the machine. */
export const initScreens: readonly Screen[] = [
  { name: "init", line: "tsflyte init garden --package-manager npm --no-install --no-git", place: "empty" },
  { name: "init-asking", line: "tsflyte init", place: "empty", until: "?" },
  {
    name: "init-asked",
    line: "tsflyte init --no-install --no-git",
    place: "empty",
    answers: [
      { to: "Which folder", keys: ["Enter"] },
      { to: "package manager", keys: ["Enter"] },
    ],
  },
  { name: "init-not-empty", line: "tsflyte init . --package-manager npm --no-install", place: "garden" },
  { name: "doctor", line: "tsflyte doctor", cluster: "shared", coloured: WIDTHS },
  { name: "doctor-empty", line: "tsflyte doctor", place: "empty" },
];
