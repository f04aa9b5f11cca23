import { z } from 'astro/zod';
import { COURSE_FORM, GALLERY_FORM, GLOSSARY_FORM, MESSAGES_FORM, MISCONCEPTIONS_FORM } from '../check/forms.ts';
import { exercisesShape } from './exercise/exercise-shape.ts';
import { captureShape } from './pcap/capture-shape.ts';
import { traceShape } from './simulate/trace-shape.ts';

/** The JSON Schema files of the project by their names in schemas/: what commands print as JSON, and the files of the course that are JSON, for editors (.vscode/settings.json says which file has which). */
export const SCHEMAS: Readonly<Record<string, () => object>> = {
  trace: () => z.toJSONSchema(traceShape, { reused: 'ref' }),
  exercises: () => z.toJSONSchema(exercisesShape, { reused: 'ref' }),
  capture: () => z.toJSONSchema(captureShape, { reused: 'ref' }),
  course: () => z.toJSONSchema(COURSE_FORM),
  gallery: () => z.toJSONSchema(GALLERY_FORM),
  misconceptions: () => z.toJSONSchema(MISCONCEPTIONS_FORM),
  glossary: () => z.toJSONSchema(GLOSSARY_FORM),
  messages: () => z.toJSONSchema(MESSAGES_FORM),
};

/** The text of a schema's file. */
export function schemaText(of: () => object): string {
  return `${JSON.stringify(of(), null, 2)}\n`;
}
