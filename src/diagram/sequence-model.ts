/** A line of text and the height of its middle, px from the top of the drawing. */
export interface TextLine {
  readonly y: number;
  /** Escaped, as it goes into SVG. */
  readonly text: string;
}

/** A box with text: a host at the top, a note on a life line, or one over both. Heights in px. */
export interface BoxModel {
  readonly kind: 'host' | 'note';
  readonly over: 'A' | 'B' | 'both';
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** An arrow with its label. */
export interface ArrowModel {
  readonly kind: 'arrow';
  readonly y: number;
  readonly rightwards: boolean;
  readonly style: 'sent' | 'again' | 'lost' | 'departing' | 'arriving' | 'injected';
  readonly lines: readonly TextLine[];
}

/** What stands where, from above to below, and how high all of it is, px. */
export interface SequenceModel {
  readonly height: number;
  readonly parts: readonly (BoxModel | ArrowModel)[];
}
