import { isPromiseLike } from "../words/promise-like.js";

/** The hint for an argument that `at` of a promise does not take. */
export function indexHint(index: unknown, wanted: string): string {
  if (typeof index === "number" && !wanted.includes("key")) return numberHint(index);
  return isPromiseLike(index)
    ? "Let a task take the element: an index or key must be known before the workflow runs."
    : `Give ${wanted}: \`.at(${wanted.includes("key") ? '"a"' : "0"})\`.`;
}

function numberHint(index: number): string {
  if (!Number.isInteger(index)) return "Give a whole number: the first element is `.at(0)`.";
  return index < 0
    ? "Let a task take elements from the end: Flyte counts only from the front, starting at 0."
    : "Let a task take the element: the greatest index that Flyte holds is 2147483647.";
}

/** The use of a promise whose keys nobody knows. */
export const LISTED = "by copying it or listing its keys";

/** The hint for a promise that was used as if it were its value. */
export function usedAsValueHint(use: string, isList: boolean): string {
  if (use === "by spreading it")
    return "Pass the whole promise, or its fields one by one: `greet({ name: who.name, age: who.age })`.";
  if (use === LISTED || use === "with `in`")
    return 'Pass the whole promise to a task and work with its keys there; `.at("key")` takes one that you know.';
  if (isList)
    return "Call a task for each element with `mapTask(task)`, or pass the list to a task and work with it there.";
  const task = "Pass the promise to a task and work with the value there";
  return use === "in an expression"
    ? `${task}; to choose which calls run, use \`conditional("name").if(n.gt(3), ...)\`.`
    : `${task}.`;
}
