/**
 * A module loaded once more, as it is when two versions of this package are installed. What it imports in
 * turn is shared.
 */
export async function copyOf<M>(url: string, path: string): Promise<M> {
  return (await import(/* @vite-ignore */ `${new URL(path, url).href}?copy`)) as M;
}
