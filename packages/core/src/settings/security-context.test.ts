import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { SecretMountType } from "../literals/idl-enums.js";
import { type SecurityOptions, toSecurityContext } from "./security-context.js";

const lower = (options: unknown) => toSecurityContext(options as SecurityOptions, "task a");

const hole: unknown[] = [];
hole.length = 1;

describe("toSecurityContext", () => {
  it("is nothing where nobody asks for anything", () => {
    expect([lower({}), lower({ secrets: [], runAs: undefined })]).toEqual([undefined, undefined]);
  });

  it("keeps secrets in their order, with the ways in which they are given", () => {
    const secrets = [
      { group: "grp", key: "token" },
      { group: "grp", key: "only", mount: "file" },
      { key: "alone", mount: "env", variable: "TOKEN", version: "3" },
      { group: "all" },
    ];
    const empty = { group: "", groupVersion: "", key: "", mountRequirement: SecretMountType.ANY, envVar: "" };
    expect(lower({ secrets })).toEqual({
      runAs: undefined,
      tokens: [],
      secrets: [
        { ...empty, group: "grp", key: "token" },
        { ...empty, group: "grp", key: "only", mountRequirement: SecretMountType.FILE },
        {
          ...empty,
          key: "alone",
          mountRequirement: SecretMountType.ENV_VAR,
          envVar: "TOKEN",
          groupVersion: "3",
        },
        { ...empty, group: "all" },
      ],
    });
  });

  it("says whom the task acts as", () => {
    const nobody = { iamRole: "", k8sServiceAccount: "", oauth2Client: undefined, executionIdentity: "" };
    expect(lower({ runAs: { serviceAccount: "runner" } })?.runAs).toEqual({
      ...nobody,
      k8sServiceAccount: "runner",
    });
    expect(lower({ runAs: { iamRole: "role" } })?.runAs).toEqual({ ...nobody, iamRole: "role" });
    expect(lower({ runAs: {} })).toEqual({ runAs: nobody, secrets: [], tokens: [] });
  });

  it.each([
    [{ secrets: "token" }, "The option `secrets` of task a takes a list of secrets, but was given a string"],
    [{ secrets: null }, "The option `secrets` of task a takes a list of secrets, but was given null"],
    [{ secrets: { key: "token" } }, "takes a list of secrets, but was given an object"],
    [
      { secrets: ["token"] },
      "OPTIONS_NOT_AN_OBJECT: The options of secrets[0] of task a must be one object, but a string was given",
    ],
    [{ secrets: [{ key: "a" }, undefined] }, "The options of secrets[1] of task a must be one object"],
    [{ secrets: hole }, "The options of secrets[0] of task a must be one object, but nothing was given"],
    [{ secrets: [{ name: "token" }] }, "OPTION_UNKNOWN: There is no option `name` for secrets[0] of task a"],
    [{ secrets: [{}] }, "The option `secrets[0]` of task a takes a group or a key, but was given an object"],
    [
      { secrets: [{ key: "" }] },
      'The option `secrets[0].key` of task a takes a string that is not empty, but was given ""',
    ],
    [{ secrets: [{ group: 5 }] }, "The option `secrets[0].group` of task a takes a string"],
    [{ secrets: [{ key: "a", version: 3 }] }, "The option `secrets[0].version` of task a takes a string"],
    [
      { secrets: [{ key: "a", variable: null }] },
      "The option `secrets[0].variable` of task a takes a string",
    ],
    [
      { secrets: [{ key: "a", mount: "disk" }] },
      'The option `secrets[0].mount` of task a takes "env" or "file", but was given "disk"',
    ],
    [{ secrets: [{ key: "a", mount: null }] }, 'takes "env" or "file", but was given null'],
    [{ runAs: "runner" }, "The options of runAs of task a must be one object, but a string was given"],
    [{ runAs: null }, "The options of runAs of task a must be one object, but null was given"],
    [{ runAs: { role: "x" } }, "OPTION_UNKNOWN: There is no option `role` for runAs of task a"],
    [{ runAs: { serviceAccount: 5 } }, "The option `runAs.serviceAccount` of task a takes a string"],
    [{ runAs: { iamRole: "" } }, "The option `runAs.iamRole` of task a takes a string that is not empty"],
  ])("refuses %o", (options, text) => {
    expect(refusal(() => lower(options))).toContain(text);
  });
});
