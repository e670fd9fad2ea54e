import type * as idl from "@flytekit-ts/models/core";
import { typeName } from "../../entities/type-name.js";
import type { GraphArm, GraphNode } from "../model/graph-node.js";
import { bindingWords } from "../words/binding-words.js";
import { conditionWords } from "../words/condition-words.js";
import { armId, armsOf } from "./arms-of.js";
import { interfaceOf } from "./interface-of.js";
import type { Reading } from "./reading.js";
import { targetOf } from "./target-of.js";
import { variablesOf } from "./variables-of.js";

/** A node of a message, as it is shown. Nodes of arms get ids that begin with that of their conditional. */
export function readNode(node: idl.Node, id: string, reading: Reading): GraphNode {
  const { reader, workflow, names } = reading;
  const authored = reader.sources.authored(workflow, id);
  const declared = interfaceOf(node, reader.sources, authored?.interface);
  const target = targetOf(node, reading, authored);
  const isConditional = target.kind === "conditional";
  return {
    id,
    kind: target.kind,
    name: target.name ?? (node.metadata?.name || id),
    entity: target.entity,
    notes: target.notes,
    inputs: node.inputs.map(({ var: name, binding }) => {
      const variable = declared?.inputs.get(name);
      const from = bindingWords(binding, names.nameOf);
      return {
        name: isConditional ? from : name,
        type: variable === undefined ? "" : typeName(variable.type),
        from,
      };
    }),
    outputs: variablesOf(declared?.outputs),
    facts: target.facts,
    place: authored?.place,
    docs: authored?.docs,
    graph: target.graph,
    arms: isConditional ? readArms(node, id, reading) : undefined,
  };
}

function readArms(node: idl.Node, id: string, reading: Reading): readonly GraphArm[] {
  const operands = new Map(node.inputs.map(({ var: name, binding }) => [name, binding]));
  const nameOf = (operand: string): string =>
    operands.has(operand) ? bindingWords(operands.get(operand), reading.names.nameOf) : operand;
  return armsOf(node).map(({ condition, node: arm, fails }, index) => ({
    when:
      condition === undefined
        ? "else"
        : `${index === 0 ? "if" : "else if"} ${conditionWords(condition, nameOf)}`,
    node: arm && readNode(arm, armId(id, arm), reading),
    fails,
  }));
}
