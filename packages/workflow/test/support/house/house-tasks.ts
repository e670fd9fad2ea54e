import { careful, forgetful, told } from "./house-task.js";

export const forgotten = forgetful("house.forgotten"); // forgotten
const many = (names: readonly string[]) => names.map((name) => forgetful(name));
export const [first] = many(["house.first"]);
export const cared = careful("house.cared");
export const said = told("house.said", import.meta.url);
