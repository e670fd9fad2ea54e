import type { Pod } from "@flytekit-ts/propeller";

/** The names by which a pod's task may be known: its own, and the one that its command says, which of a map is that of its item's task. */
export function namesOf({ task, command }: Pod): readonly string[] {
  const at = command.indexOf("task-name");
  const said = at === -1 ? undefined : command[at + 1];
  return [task.id?.name ?? "", ...(said === undefined ? [] : [said])];
}
