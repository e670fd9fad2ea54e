const undos = new Set<() => void>();

/**
 * Undo what is half done if the process exits in the middle of it. Gives what takes that back, for when it is done.
 *
 * @param undo It has to be done when it returns: at an exit, nothing is waited for. What it throws is not told.
 */
export function undoAtExit(undo: () => void): () => void {
  // One listener: Node warns of many.
  if (undos.size === 0) process.on("exit", undoAll);
  undos.add(undo);
  return () => {
    undos.delete(undo);
    if (undos.size === 0) process.off("exit", undoAll);
  };
}

function undoAll(): void {
  for (const undo of [...undos].toReversed()) {
    try {
      undo();
    } catch {
      // The process ends for another reason, and nobody hears of this one.
    }
  }
}
