/** The views of a run. */
export const VIEWS = ['ladder', 'diagram', 'segments', 'story', 'mermaid'] as const;

/** The name of a view. */
export type View = (typeof VIEWS)[number];

/** The view of that name; the ladder where there is none. */
export function viewNamed(name: string): View {
  return VIEWS.find((view) => view === name) ?? 'ladder';
}
