/** Bundle the script of a page, for browsers, into a module that exports it as the text `pageScript`. */
export function bundlePage(entry: string, out: string): Promise<void>;
