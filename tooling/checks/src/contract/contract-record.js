import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { readText } from "../repo/list-files.js";
import { findBreaks } from "./compare-forms.js";
import { readForms } from "./read-forms.js";

/** The file that holds the number of the contract and the forms that it stands for. */
export const recordFile = "packages/core/contract.txt";
const numberFile = "packages/core/src/brands/contract.ts";

/**
 * The number of the contract, and the forms of what crosses copies.
 *
 * @typedef {{ number: number, forms: import("./compare-forms.js").Forms }} Contract
 */

/**
 * @param {string} root
 * @returns {Contract} As the sources have it.
 */
export function readContract(root) {
  const [, number] = /^export const CONTRACT = (\d+);$/m.exec(readText(root, numberFile)) ?? [];
  if (number === undefined) throw new Error(`${numberFile} has no contract number.`);
  return { number: Number(number), forms: readForms(root) };
}

/**
 * @param {string} text The record.
 * @returns {Contract}
 */
export function parseRecord(text) {
  const [head = "", ...parts] = text.trimEnd().split("\n\n");
  const forms = parts.map((part) => /** @type {const} */ ([/ (\w+)/.exec(part)?.[1] ?? "", part]));
  return { number: Number(/^contract (\d+)$/.exec(head)?.[1]), forms: new Map(forms) };
}

/**
 * @param {Contract} contract
 * @returns {string} The record.
 */
export function recordOf({ number, forms }) {
  return `${[`contract ${number}`, ...forms.values()].join("\n\n")}\n`;
}

/**
 * What is wrong with new forms under the number of the recorded ones.
 *
 * @param {Contract} recorded
 * @param {Contract} now
 * @returns {string[]} One line per problem.
 */
export function findContractFaults(recorded, now) {
  if (recorded.number > now.number)
    return [`The contract number went from ${recorded.number} to ${now.number}.`];
  return recorded.number === now.number ? findBreaks(recorded.forms, now.forms) : [];
}

/**
 * What to do where what crosses copies is not as recorded.
 *
 * @param {string} root
 * @returns {string[]} One line per problem.
 */
export function checkContract(root) {
  const [text, now] = [readText(root, recordFile), readContract(root)];
  if (text === recordOf(now)) return [];
  const faults = findContractFaults(parseRecord(text), now);
  const run = "run: npx --yes pnpm@12.21.0 contract";
  if (faults.length === 0) return [`What crosses copies has grown, or has a new number: ${run}`];
  return [
    ...faults,
    `Another copy could not read this. Keep the form that contract ${now.number} has (a new property must be optional), or raise CONTRACT in ${numberFile}, and then ${run}`,
  ];
}

/**
 * Write the record, unless the forms changed under a number that they had before.
 *
 * @param {string} root
 * @param {boolean} isUnreleased Whether no release has this number yet, so that its forms may still change.
 * @returns {string[]} Why it was not written, one line per problem.
 */
export function writeContract(root, isUnreleased) {
  const now = readContract(root);
  const faults = isUnreleased ? [] : findContractFaults(parseRecord(readText(root, recordFile)), now);
  if (faults.length > 0) return checkContract(root);
  writeFileSync(join(root, recordFile), recordOf(now));
  return [];
}
