import type { Labels } from "@flytekit-ts/models/admin";
import { refused } from "../../serving/refusal.js";

const MOST = 16;
const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

const NAME_RULE =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const VALUE_RULE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const PREFIX_RULE =
  "prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL_RULE =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

const tooLong = (most: number) => `must be no more than ${most} characters`;

/**
 * Labels that Kubernetes takes, 16 at most.
 *
 * @throws Refusal INVALID_ARGUMENT
 */
export function assertLabels(labels: Labels | undefined): void {
  const entries = [...(labels?.values ?? [])];
  if (entries.length > MOST) throw refused.invalid(`labels map cannot exceed ${MOST} entries`);
  for (const [key, value] of entries) {
    const ofKey = keyFaults(key);
    if (ofKey.length > 0) throw refused.invalid(`invalid label key [${key}]: [${ofKey.join(" ")}]`);
    const ofValue = valueFaults(value);
    if (ofValue.length > 0) throw refused.invalid(`invalid label value [${value}]: [${ofValue.join(" ")}]`);
  }
}

/** What is wrong with a name of a namespace, project or container, in the words of Kubernetes. */
export function labelFaults(name: string): readonly string[] {
  return [...(Buffer.byteLength(name) > 63 ? [tooLong(63)] : []), ...(LABEL.test(name) ? [] : [LABEL_RULE])];
}

function keyFaults(key: string): readonly string[] {
  const parts = key.split("/");
  const [prefix, name] = parts.length === 1 ? [undefined, key] : [parts[0] ?? "", parts[1] ?? ""];
  if (parts.length > 2)
    return [
      `a qualified name ${NAME_RULE.replace("')", "') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')")}`,
    ];
  return [...(prefix === undefined ? [] : prefixFaults(prefix)), ...nameFaults(name)];
}

function prefixFaults(prefix: string): readonly string[] {
  if (prefix === "") return ["prefix part must be non-empty"];
  return [
    ...(Buffer.byteLength(prefix) > 253 ? [`prefix part ${tooLong(253)}`] : []),
    ...(SUBDOMAIN.test(prefix) ? [] : [PREFIX_RULE]),
  ];
}

function nameFaults(name: string): readonly string[] {
  const empty = name === "" ? ["name part must be non-empty"] : [];
  const long = Buffer.byteLength(name) > 63 ? [`name part ${tooLong(63)}`] : [];
  return [...empty, ...long, ...(QUALIFIED.test(name) ? [] : [`name part ${NAME_RULE}`])];
}

function valueFaults(value: string): readonly string[] {
  return [
    ...(Buffer.byteLength(value) > 63 ? [tooLong(63)] : []),
    ...(value === "" || QUALIFIED.test(value) ? [] : [VALUE_RULE]),
  ];
}
