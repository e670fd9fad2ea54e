import { isPromiseLike } from "../words/describe-value.js";

/** What to do about what `at` of a promise cannot take. */
export function indexHint(index: unknown, wanted: string): string {
  if (typeof index === "number")
    return "Flyte counts elements from the front only, from 0: let a task take those at the end.";
  return isPromiseLike(index)
    ? "It has to be known before the workflow runs: let a task take the element."
    : `Give ${wanted}: \`.at(${wanted.includes("key") ? '"a"' : "0"})\`.`;
}

/** What to do about a promise that was used as if it were its value. */
export function usedAsValueHint(use: string, isList: boolean): string {
  if (use === "by spreading it")
    return "Pass it whole, or its fields one by one: `greet({ name: who.name, age: who.age })`.";
  if (isList)
    return "Call a task for each element with `mapTask(task)`, or pass the list to a task and work with it there.";
  const task = "Pass the promise to a task and work with the value there";
  return use === "in an expression"
    ? `${task}; to choose what runs there is \`conditional("name").if(n.gt(3), ...)\`.`
    : `${task}.`;
}
