/** What a scenario of the course is used for. */
export interface ScenarioUse {
  /** The slugs of the lessons that have it, in the order of the course. */
  readonly lessons: readonly string[];
  /** The ids of the misconceptions that it treats, sorted. */
  readonly misconceptions: readonly string[];
}
