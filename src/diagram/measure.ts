/** What is known of the font where a drawing is made: widths and line height in px. */
export interface Measure {
  /** How wide a text is at that size (px) and weight. */
  readonly width: (text: string, size: number, weight: number) => number;
  /** How high a line is at that size. */
  readonly line: (size: number) => number;
}
