import { textOf } from "@flytekit-ts/core/errors";
import { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import type { Identifier } from "@flytekit-ts/models/core";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import { registrationErrors as errors } from "../../errors/registration-errors.js";
import type { RegistrablePackage } from "../terms/register-settings.js";

/** A message of a package; the number at the end of its name says which kind it is. @throws `PACKAGE_INVALID` */
export function decodeMember({ name, bytes }: RegistrablePackage["members"][number]): SerializedEntity {
  const number = /_([123])\.pb$/.exec(name)?.[1];
  try {
    if (number === "1") {
      const message = TaskSpec.decode(bytes);
      return { kind: "task", id: idOf(name, message.template?.id), message };
    }
    if (number === "2") {
      const message = WorkflowSpec.decode(bytes);
      return { kind: "workflow", id: idOf(name, message.template?.id), message };
    }
    if (number === "3") {
      const message = LaunchPlan.decode(bytes);
      return { kind: "launch-plan", id: idOf(name, message.id), message };
    }
  } catch (error) {
    if (errors.PACKAGE_INVALID.is(error)) throw error;
    throw errors.PACKAGE_INVALID(
      { member: name, problem: `it cannot be read: ${textOf(error)}` },
      { cause: error },
    );
  }
  const problem = "its name does not end with `_1.pb`, `_2.pb` or `_3.pb`";
  throw errors.PACKAGE_INVALID({ member: name, problem });
}

function idOf(member: string, id: Identifier | undefined): Identifier {
  if (id !== undefined && id.name !== "") return id;
  throw errors.PACKAGE_INVALID({ member, problem: "its message has no name" });
}
