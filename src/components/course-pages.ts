/** An entry of Starlight's sidebar, as far as it matters here. */
type Entry =
  | { readonly type: 'group'; readonly entries: readonly Entry[] }
  | { readonly type: 'link'; readonly label: string; readonly href: string; readonly isCurrent: boolean; readonly attrs: object };

/** A page of the course that has a place in the sidebar. */
export interface CoursePage {
  readonly slug: string;
  readonly title: string;
  readonly href: string;
  /** Whether it is a lesson, which a reader reads through. */
  readonly isLesson: boolean;
  readonly isCurrent: boolean;
}

/** The pages of the course in its order, in the language of the sidebar; src/site/course.ts says in the links which they are. */
export function coursePages(sidebar: readonly Entry[]): readonly CoursePage[] {
  return sidebar.flatMap((entry): readonly CoursePage[] => {
    if (entry.type === 'group') return coursePages(entry.entries);
    const { attrs, label: title, href, isCurrent } = entry;
    if (!('data-page' in attrs) || typeof attrs['data-page'] !== 'string') return [];
    return [{ slug: attrs['data-page'], title, href, isLesson: 'data-lesson' in attrs, isCurrent }];
  });
}
