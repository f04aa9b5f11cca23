/** For fields: what is pressed in them is theirs, and no shortcut of the simulation around them. */
export function keepKeys(event: KeyboardEvent): void {
  event.stopPropagation();
}
