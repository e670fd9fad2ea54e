export * as t from "./t-members.js";
