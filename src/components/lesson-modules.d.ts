declare module 'scenario-uses:*' {
  /** By the scenario's name, as src/site/scenario-uses.ts finds them. */
  const uses: Readonly<Record<string, import('./gallery/scenario-use.ts').ScenarioUse>>;
  export default uses;
}

declare module 'asked-questions:*' {
  /** As src/site/embed/asked-questions.ts finds them. */
  const questions: readonly import('./asked-question.ts').AskedQuestion[];
  export default questions;
}
