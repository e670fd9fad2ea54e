import type { TypeLike } from "@flytekit-ts/core";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { resolveType, type RuntimeType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../../errors.js";
import type { Abortable, ClusterAccess } from "../../values/cluster-access.js";
import { receivedValues } from "../../values/received-values.js";
import { toDate } from "../../watching/state/times.js";
import { ownType } from "../handle/execution-data.js";
import { parseFlyteUrl } from "./parse-flyte-url.js";

/** What is at a `flyte://` address. */
export type FlyteData =
  /** All inputs or outputs of a node, by name: as values of the types that they came with, and as literals. */
  | {
      readonly kind: "values";
      readonly values: Readonly<Record<string, unknown>>;
      readonly literals: ReadonlyMap<string, idl.Literal>;
    }
  /** One of them. */
  | { readonly kind: "value"; readonly value: unknown; readonly literal: idl.Literal }
  /** Links to a deck, or to what is too large to be sent. Who has a link can read what it leads to until it expires. */
  | { readonly kind: "links"; readonly links: readonly string[]; readonly expiresAt: Date | undefined };

/** Options of `remote.get`. */
export interface GetOptions extends Abortable {
  /** The type of the one value that the address names. */
  readonly type?: TypeLike | undefined;
}

const KNOWN: ReadonlySet<string> = new Set(["type", "signal"]);

/** What is at an address; with `type`, the one value there. @throws `FLYTE_URL_INVALID`, `EXECUTION_VALUES_UNREADABLE` */
export async function getData(url: string, options: GetOptions, access: ClusterAccess): Promise<unknown> {
  assertOptions(options, KNOWN, "remote.get");
  const { type, signal } = options;
  const { variable } = parseFlyteUrl(url);
  if (type !== undefined && variable === undefined)
    throw errors.FLYTE_URL_INVALID({ url, problem: "a type was given, and it names no single value" });
  const given = type === undefined ? undefined : resolveType(type, "the type of remote.get");
  const { data } = await access.connection.dataProxy.getData({ flyteUrl: url }, { signal });
  const read = async (
    literals: ReadonlyMap<string, idl.Literal>,
  ): Promise<Readonly<Record<string, unknown>>> => {
    const types = new Map(
      [...literals].map(([name, each]): [string, RuntimeType] => [name, given ?? ownType(name, each)]),
    );
    return receivedValues(types, literals, { what: `What is at ${url}`, access, signal });
  };
  switch (data?.$case) {
    case "literalMap": {
      const { literals } = data.value;
      return { kind: "values", values: await read(literals), literals } satisfies FlyteData;
    }
    case "literal": {
      const name = variable ?? "value";
      const value = (await read(new Map([[name, data.value]])))[name];
      return given === undefined
        ? ({ kind: "value", value, literal: data.value } satisfies FlyteData)
        : value;
    }
    case "preSignedUrls":
      return {
        kind: "links",
        links: data.value.signedUrl,
        expiresAt: toDate(data.value.expiresAt),
      } satisfies FlyteData;
    default:
      throw errors.EXECUTION_VALUES_UNREADABLE({
        what: `What is at ${url}`,
        problem: "the cluster gave nothing",
      });
  }
}
