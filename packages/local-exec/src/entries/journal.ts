// For runs that are kept on disk: going on with them, running them again in part, reading them.
export { resumeLocal } from "../run/resume-local.js";
export type { ResumeOptions } from "../run/resume-local.js";
export type { Durability } from "../journal/write/journal-file.js";
