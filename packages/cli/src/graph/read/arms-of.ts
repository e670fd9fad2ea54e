import type * as idl from "@flytekit-ts/models/core";

/** An arm as the message has it: its condition, unless it is the last, and what runs or is said then. */
export interface Arm {
  readonly condition: idl.BooleanExpression | undefined;
  readonly node: idl.Node | undefined;
  readonly fails: string | undefined;
}

/** The arms of a conditional's node, in the order in which they are tried; of other nodes none. */
export function armsOf({ target }: idl.Node): readonly Arm[] {
  if (target?.$case !== "branchNode" || target.value.ifElse === undefined) return [];
  const { case: first, other, default: last } = target.value.ifElse;
  const blocks = first === undefined ? other : [first, ...other];
  const arms: Arm[] = blocks.map(({ condition, thenNode }) => ({
    condition,
    node: thenNode,
    fails: undefined,
  }));
  if (last?.$case === "elseNode") arms.push({ condition: undefined, node: last.value, fails: undefined });
  if (last?.$case === "error")
    arms.push({ condition: undefined, node: undefined, fails: last.value.message });
  return arms;
}

/** The id of the node of an arm: that of its conditional, and its own. What a cluster has compiled is named so already. */
export function armId(conditional: string, { id }: idl.Node): string {
  return id.startsWith(`${conditional}-`) ? id : `${conditional}-${id}`;
}
