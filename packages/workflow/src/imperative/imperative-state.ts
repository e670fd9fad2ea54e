import {
  type Binding,
  createTracer,
  type Inherited,
  type Interface,
  interfaceOf,
  type Place,
  type Tracer,
} from "@flytekit-ts/core/graph";
import type { RuntimeType } from "@flytekit-ts/core/types";
import * as errors from "../errors.js";
import { unusedInputs } from "../graph/unused-inputs.js";
import { toTrace } from "../trace/trace-body.js";
import type { FailureNode, Trace } from "../trace/workflow-entity.js";

interface Known {
  /** The sizes of all parts of the state. A state only grows, so equal sizes mean that nothing has changed. */
  readonly size: string;
  /** The trace of everything that has been added. */
  readonly soFar: Trace;
  /** The same, with a fault for each declared output that has no value. Made on first use. */
  whole?: Trace;
  readonly interface: Interface;
}

/** The declaration of an imperative workflow, from which its state starts. */
export interface ImperativeStart {
  readonly name: string;
  readonly interface: Interface;
  readonly definedAt: Place;
  readonly inherited: Inherited;
}

/**
 * The inputs, outputs and nodes of an imperative workflow so far. Nothing else of the workflow changes.
 *
 * I1. It only grows. What was added never changes.
 * I2. `trace` gives the same object until something is added.
 */
export class ImperativeState {
  readonly name: string;
  readonly tracer: Tracer;
  readonly #definedAt: Place;
  readonly #inputs: Map<string, RuntimeType>;
  readonly #outputs: Map<string, RuntimeType>;
  readonly #bindings = new Map<string, Binding>();
  #failureNode: FailureNode | undefined;
  #known: Known | undefined;

  constructor({ name, interface: declared, definedAt, inherited }: ImperativeStart) {
    this.name = name;
    this.#definedAt = definedAt;
    this.tracer = createTracer(name, { inherited });
    this.#inputs = new Map(declared.inputs);
    this.#outputs = new Map(declared.outputs);
  }

  get interface(): Interface {
    return this.#current().interface;
  }

  get failureNode(): FailureNode | undefined {
    return this.#failureNode;
  }

  set failureNode(node: FailureNode) {
    this.#failureNode = node;
  }

  /** @throws `VARIABLE_TWICE` */
  addInput(name: string, type: RuntimeType): void {
    if (this.#inputs.has(name))
      throw errors.VARIABLE_TWICE({ workflow: this.name, variable: `input ${name}` });
    this.#inputs.set(name, type);
  }

  outputType(name: string): RuntimeType | undefined {
    return this.#outputs.get(name);
  }

  /** @throws `VARIABLE_TWICE` */
  addOutput(binding: Binding, type: RuntimeType): void {
    const { var: name } = binding;
    if (this.#bindings.has(name))
      throw errors.VARIABLE_TWICE({ workflow: this.name, variable: `output ${name}` });
    this.#outputs.set(name, type);
    this.#bindings.set(name, binding);
  }

  /** The trace of everything that has been added. Declared outputs may still lack a value. */
  get soFar(): Trace {
    return this.#current().soFar;
  }

  /** The trace of everything that has been added, with a fault for each declared output that has no value yet. */
  trace(): Trace {
    const known = this.#current();
    return (known.whole ??= this.#wholeOf(known.soFar));
  }

  /** What has to be added before the workflow can run, in words. */
  missing(): readonly string[] {
    const { nodes } = this.tracer;
    const outputs = [...this.#bindings.values()];
    const unused = unusedInputs(this.#inputs.keys(), { nodes, outputs, failureNode: undefined });
    const unset = [...this.#outputs.keys()].filter((name) => !this.#bindings.has(name));
    return [
      ...(nodes.length === 0 ? ["it has no node"] : []),
      ...unused.map((name) => `nothing uses its input ${name}`),
      ...unset.map((name) => `its output ${name} has no value`),
    ];
  }

  #current(): Known {
    const { nodes, openConditionals, conditions, faults } = this.tracer;
    const sizes = [this.#inputs.size, this.#outputs.size, this.#bindings.size, nodes.length, faults.length];
    const size = [...sizes, openConditionals.size, conditions.size, this.#failureNode?.id].join(" ");
    if (this.#known?.size === size) return this.#known;
    const outputs = [...this.#outputs.keys()].flatMap((name) => this.#bindings.get(name) ?? []);
    const soFar = Object.freeze({ ...toTrace(this.tracer, outputs), failureNode: this.#failureNode });
    this.#known = {
      size,
      interface: interfaceOf(new Map(this.#inputs), new Map(this.#outputs)),
      soFar,
    };
    return this.#known;
  }

  #wholeOf(soFar: Trace): Trace {
    const missing = [...this.#outputs].filter(([name]) => !this.#bindings.has(name));
    if (missing.length === 0) return soFar;
    const { location } = this.#definedAt;
    const faults = missing.map(
      ([
        output,
        {
          transformer: { words },
        },
      ]) => errors.OUTPUT_MISSING({ workflow: this.name, output, type: words }, { location }),
    );
    return Object.freeze({ ...soFar, faults: Object.freeze([...soFar.faults, ...faults]) });
  }
}
