/** Light instead of dark, or dark instead of light. Without it the page is as the reader's system is. */
export function toggleTheme(): void {
  const { dataset } = document.documentElement;
  const isDark =
    dataset["theme"] === undefined
      ? matchMedia("(prefers-color-scheme: dark)").matches
      : dataset["theme"] === "dark";
  dataset["theme"] = isDark ? "light" : "dark";
}
