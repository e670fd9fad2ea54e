// For programs that do what commands do.
export { main } from "../program/main.js";
export type { Host, InputStream, OutputStream } from "../command/host.js";
export { ExitCode } from "../command/exit-code.js";
export { errors as cliErrors } from "../errors.js";
export type { Project } from "../config/project.js";
export { readProject } from "../project/read-project.js";
export type { ReadFrom } from "../project/read-project.js";
export { projectEntities } from "../project/project-entities.js";
export type { ProjectEntity } from "../project/project-entities.js";
export type { FoundEntity } from "../sources/found-entity.js";
export { checkProject } from "../checking/check-project.js";
export type { CheckedProject, CheckProjectOptions } from "../checking/check-project.js";
export type { CheckedProblem } from "../checking/checked-problem.js";
export { packageProject } from "../packaging/package-project.js";
export type { PackageProjectOptions } from "../packaging/package-project.js";
export { runProgram } from "../process/run-program.js";
