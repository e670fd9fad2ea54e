import { Resources_ResourceName, type TaskTemplate } from "@flytekit-ts/models/core";
import { enumName } from "../../texts/text-fields.js";
import { labelFaults } from "../checks/labels.js";
import { podContainers } from "../checks/pods.js";
import { parseQuantity } from "../checks/quantity.js";
import { CompileErrors } from "./compile-errors.js";
import { valueRequired } from "./outputs.js";

/** What the compiler of Flyte's engine finds wrong with a task. */
export function compileTask({ target, interface: types }: TaskTemplate): CompileErrors {
  const errors = new CompileErrors();
  if (target?.$case === "k8sPod") {
    for (const { name } of podContainers(target.value))
      if (labelFaults(name).length > 0)
        errors.collect("InvalidValue", "root", "Invalid value [k8s pod spec container name].");
    return errors;
  }
  if (target?.$case !== "container") return errors;
  const { command, args, image, resources } = target.value;
  const hasVariables = [types?.inputs, types?.outputs].some((each) => (each?.variables.size ?? 0) > 0);
  if (hasVariables && command.length === 0 && args.length === 0)
    valueRequired(errors, "container", "command");
  if (image === "") valueRequired(errors, "container", "image");
  for (const { name, value } of [...(resources?.requests ?? []), ...(resources?.limits ?? [])])
    if (parseQuantity(value) === undefined) {
      const node = `resources.${enumName(Resources_ResourceName, name)}`;
      errors.collect("UnrecognizedValue", node, `Unrecognized value [${value}].`);
    }
  return errors;
}
