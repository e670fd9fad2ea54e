export { type Money, money } from "./money.js";
export { type QueryDeclaration, queryTask } from "./query-task.js";
export { teamTask } from "./team-task.js";
