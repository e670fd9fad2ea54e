// For authors: workflows whose body is plain code, which starts executions and waits for them.
export { eager } from "../eager/eager.js";
export type { EagerDeclaration } from "../eager/eager.js";
export type { EagerContext, Run } from "../eager/eager-context.js";
export { errors as remoteErrors } from "../errors.js";
