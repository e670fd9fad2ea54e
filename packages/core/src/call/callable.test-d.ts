/** Calling an entity: which arguments may be left out, what else a call takes, and entities of any kind. */
import { expectTypeOf } from "vitest";
import type { FlyteType, FlytePromise, Ref, VoidPromise } from "../types/infer.js";
import type { CallOptions } from "./call-options.js";
import type { Callable } from "./callable.js";
import type { Entity } from "../entity/entity.js";

type Int = FlyteType<number, "int">;
type WithDefault = FlyteType<number, "int", number | undefined>;

declare const required: Callable<{ x: Int }, Int>;
declare const defaulted: Callable<{ x: WithDefault }, Int>;
declare const empty: Callable<{}, undefined>;
declare const int: FlytePromise<number, "int">;
declare const attribute: Ref<"int", number>;

expectTypeOf(required({ x: int })).toEqualTypeOf<FlytePromise<number, "int">>();
required({ x: 3 }, { id: "mine" });
required({ x: attribute });
// @ts-expect-error x is required
required();
// @ts-expect-error nothing stands for an argument
required(undefined);
// @ts-expect-error arguments have names
required(3);
// @ts-expect-error x is required here, too
required({});
// @ts-expect-error there is no y
required({ x: 3, y: 4 });

defaulted();
defaulted({});
defaulted({ x: undefined });
defaulted(undefined, { id: "mine" });
// @ts-expect-error what may be left out is still checked
defaulted({ x: "3" });
// @ts-expect-error options come second
defaulted({ id: "mine" });

expectTypeOf(empty()).toEqualTypeOf<VoidPromise>();
empty({});
empty({}, { id: "mine" });
// @ts-expect-error there are no inputs
empty({ x: 3 });
// @ts-expect-error options come second
empty({ id: "mine" });
// @ts-expect-error there is no third argument
empty({}, {}, {});

expectTypeOf(required).parameter(1).toEqualTypeOf<CallOptions<{ readonly o0?: string }> | undefined>();

// Any entity at all.
expectTypeOf<Callable<{ x: Int }, Int>>().toExtend<Callable<any, any>>();
expectTypeOf<Callable<{}, undefined>>().toExtend<Callable<any, any>>();
expectTypeOf<Callable<{ x: Int }, { a: Int; b: Int }>>().toExtend<Callable<any, any>>();
expectTypeOf<Callable<any, any>>().toExtend<Entity>();
expectTypeOf<Entity>().not.toExtend<Callable<any, any>>();
expectTypeOf<Callable<{ x: Int }, Int>>().not.toExtend<Callable<{ x: FlyteType<number, "float"> }, Int>>();
expectTypeOf<Callable<{ x: Int }, Int>>().not.toExtend<Callable<{ x: Int }, FlyteType<number, "float">>>();
