declare module 'exercises:*' {
  /** The exercises of each lesson, as src/site/lessons-plugin.ts finds them. */
  const exercises: import('./exercises.ts').LessonExercises;
  export default exercises;
}
