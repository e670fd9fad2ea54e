import { authorLine, toPath } from "./author-frame.js";
import { type Callee, captureFrames, type Captured, captureStack, IS_BUN, stackOf } from "./capture-stack.js";
import { type DeclaringModule, declaringModule, fileAtTop } from "./declaring-module.js";
import type { Maker, Place, SourceLocation } from "./place.js";
import { placeAround } from "./run-author.js";
import { applySourceMap } from "./source-map.js";

/**
 * Remember the line that called `callee`.
 *
 * The JavaScript engine keeps raw frames and formats them on demand, so this costs about a microsecond. Source
 * maps are applied: by the runtime if it does so, and otherwise by this module.
 *
 * @param inner the function that `callee` has called to come here. On Bun, `callee` has no frame any more if it ended
 * in that call.
 */
export function placeOfCaller(callee: Callee, inner: Callee = placeOfCaller): Place {
  return new LazyPlace(captureStack({ callee, inner }, FRAMES));
}

// More than one frame: in `rows.map(task)` the first caller is the engine and not the author.
const FRAMES = 3;
// Whoever declares a task in functions that the top of a module calls has no more frames than this.
const DEPTH = 16;

/**
 * Remember the line that called `callee` and the module of that line, which a container has to load again.
 *
 * @param inner as for `placeOfCaller`.
 */
export function placeOfDeclaration(callee: Callee, inner: Callee = placeOfDeclaration): Place {
  const called = { callee, inner };
  // The formatted stack would not do: if the runtime applies source maps, it names the source and not the loaded file.
  const frames = captureFrames(called, FRAMES);
  const file = frames && fileAtTop(frames);
  if (file !== undefined) return new DeclaredPlace(captureStack(called, FRAMES), { file });
  const all = captureFrames(called, DEPTH);
  return new DeclaredPlace(captureStack(called, DEPTH), all && declaringModule(all, DEPTH));
}

/** The place for the `module` option of a declaration. */
export function placeOfModule(module: string): Place {
  const file = toPath(module);
  return { location: { file, line: 1, column: 1 }, module: file };
}

// Every node has one, so it is a class: the getter exists once. It has no private members, because printers and
// matchers copy objects and cannot read private members on the copies.
class LazyPlace implements Place {
  readonly captured: Captured;
  readonly around: Place | undefined;
  known: { readonly location: SourceLocation | undefined } | undefined;

  constructor(captured: Captured) {
    this.captured = captured;
    // An author's function that ends in a call, such as `() => square({ x })`, has no frame on Bun either.
    this.around = IS_BUN ? placeAround() : undefined;
    this.known = undefined;
  }

  get location(): SourceLocation | undefined {
    this.known ??= { location: locationIn(this.captured) ?? this.around?.location };
    return this.known.location;
  }
}

class DeclaredPlace extends LazyPlace {
  readonly module: string | undefined;
  readonly maker: DeclaringModule["maker"];

  constructor(captured: Captured, declaring: DeclaringModule | undefined) {
    super(captured);
    this.module = declaring ? declaring.file : authorLine(stackOf(captured))?.file;
    this.maker = declaring?.maker;
  }

  get madeBy(): Maker | undefined {
    if (this.maker === undefined) return undefined;
    const { name, calledBy } = this.maker;
    return { name, calledAt: locationIn(this.captured, calledBy) };
  }
}

function locationIn(captured: Captured, skipped?: number): SourceLocation | undefined {
  const line = authorLine(stackOf(captured), skipped);
  return line && applySourceMap(line);
}
