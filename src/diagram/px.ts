/** The number in the fewest characters, to a tenth of a px. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
