import type * as idl from "@flytekit-ts/models/core";
import type { SecretName } from "./secret-name.js";

/** Whether a task that declares these secrets gets this one on a cluster. Names differ in more than their case. */
export function isDeclared(name: SecretName, declared: readonly idl.Secret[]): boolean {
  return declared.some(({ group, groupVersion, key }) => {
    const isVersion = name.version === undefined || isSame(name.version, groupVersion);
    // A group that is declared without a key is there with all its keys.
    return isVersion && isSame(name.group, group) && (key === "" || isSame(name.key, key));
  });
}

/** The name of a secret that a task declares. */
export function nameOfDeclared({ group, groupVersion, key }: idl.Secret): SecretName {
  const part = (text: string): string | undefined => (text === "" ? undefined : text);
  return { group: part(group), version: part(groupVersion), key: part(key) };
}

function isSame(asked: string | undefined, declared: string): boolean {
  return (asked ?? "").toLowerCase() === declared.toLowerCase();
}
