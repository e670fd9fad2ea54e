/** What the paths of the nodes begin with that are in the same graph. Arms are in the graph of their conditional. */
export function graphPrefixOf(path: string): string {
  let end = separatorIn(path);
  let id = path.slice(end + 1);
  for (let before = parentOf(path); before !== undefined; before = parentOf(before)) {
    const beforeEnd = separatorIn(before);
    const outer = before.slice(beforeEnd + 1);
    if (!id.startsWith(`${outer}-`)) break;
    end = beforeEnd;
    id = outer;
  }
  return path.slice(0, end + 1);
}

/** The path of the node that contains a node. */
export function parentOf(path: string): string | undefined {
  const end = separatorIn(path);
  // The nodes of a later attempt are in `n4@1`.
  return end === -1 ? undefined : path.slice(0, end).replace(/@\d+$/, "");
}

function separatorIn(path: string): number {
  return Math.max(path.lastIndexOf("/"), path.lastIndexOf(">"));
}
