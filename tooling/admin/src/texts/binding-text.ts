import type { BindingData, Primitive, Scalar } from "@flytekit-ts/models/core";
import { quoted } from "./quoted.js";
import { type Fields, joined, mapField, messageField, plainField, textField } from "./text-fields.js";
import { typeText } from "./type-text.js";

type Value = BindingData["value"];

/** What a binding holds in protobuf's text format: the list or map itself, or a whole binding if `whole` is given. */
export function bindingText(value: Value, whole?: BindingData): string {
  if (whole !== undefined) return wholeText(whole);
  if (value?.$case === "collection")
    return joined(value.value.bindings.flatMap((each) => messageField("bindings", wholeText(each))));
  if (value?.$case === "map") return joined(mapField("bindings", value.value.bindings, wholeText));
  return value === undefined
    ? ""
    : `*core.BindingData_${value.$case.charAt(0).toUpperCase()}${value.$case.slice(1)}`;
}

function wholeText({ value, union }: BindingData): string {
  const target = messageField("union", union && targetText(union.targetType));
  return joined(valueField(value), target);
}

function targetText(type: Parameters<typeof typeText>[0]): string {
  return joined(messageField("targetType", type && typeText(type)));
}

function valueField(value: Value): Fields {
  switch (value?.$case) {
    case "scalar":
      return messageField("scalar", scalarText(value.value));
    case "promise":
      return messageField(
        "promise",
        joined(textField("node_id", value.value.nodeId), textField("var", value.value.var)),
      );
    case "collection":
    case "map":
      return messageField(value.$case, bindingText(value));
    default:
      return [];
  }
}

function scalarText({ value }: Scalar): string {
  switch (value?.$case) {
    case "primitive":
      return joined(messageField("primitive", primitiveText(value.value)));
    case "noneType":
      return joined(messageField("none_type", ""));
    case "union":
      return joined(
        messageField("union", joined(messageField("type", value.value.type && typeText(value.value.type)))),
      );
    default:
      return value === undefined ? "" : `${value.$case}:{}`;
  }
}

function primitiveText({ value }: Primitive): string {
  switch (value?.$case) {
    case "integer":
      return joined(plainField("integer", value.value));
    case "floatValue":
      return joined(plainField("float_value", value.value));
    case "boolean":
      return joined(plainField("boolean", value.value));
    case "stringValue":
      return `string_value:${quoted(value.value)}`;
    default:
      return value === undefined ? "" : `${value.$case}:{}`;
  }
}
