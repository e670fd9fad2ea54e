/** The accuracy of each year as a chart of SVG: for a deck. */
export function barChart(scores: readonly { readonly year: number; readonly accuracy: number }[]): string {
  const bars = scores.map(({ year, accuracy }, row) => {
    const y = row * 30;
    const percent = (100 * accuracy).toFixed(1);
    return (
      `<text x="0" y="${y + 16}">${year}</text>` +
      `<rect x="50" y="${y}" width="${4 * 100 * accuracy}" height="22" fill="#4a7ebb"></rect>` +
      `<text x="${60 + 4 * 100 * accuracy}" y="${y + 16}">${percent} %</text>`
    );
  });
  return `<svg width="540" height="${scores.length * 30}" role="img">${bars.join("")}</svg>`;
}
