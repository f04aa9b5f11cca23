import { z } from 'astro/zod';

const inEveryLanguage = z.strictObject({ en: z.string().describe('In English.'), ko: z.string().describe('In Korean.') });

/** The form of content/course.json. */
export const COURSE_FORM = z
  .array(
    z.strictObject({
      title: inEveryLanguage.describe('The heading of this part in the menu.'),
      lessons: z.array(z.string()).describe('The names of its pages, content/docs/<language>/<name>.mdx, in the order of reading.'),
      isReference: z.boolean().optional().describe('Whether its pages are for looking something up: then nobody has to have read them.'),
    }),
  )
  .describe('The parts of the course, in the order of the menu.');

/** The form of content/gallery.json. */
export const GALLERY_FORM = z
  .array(
    z.strictObject({
      id: z.string().describe('The name of this group in addresses.'),
      title: inEveryLanguage.describe('What the group is called.'),
      scenarios: z
        .array(
          z.strictObject({
            name: z.string().describe('The name of a file in content/scenarios, without .scenario.'),
            title: inEveryLanguage.describe('A few words: what happens.'),
            about: inEveryLanguage.describe('A sentence or two: what one sees there, and why it is worth it.'),
          }),
        )
        .describe('Its scenarios, simple before strange.'),
    }),
  )
  .describe('The groups of the gallery.');

/** The form of content/misconceptions.json. */
export const MISCONCEPTIONS_FORM = z
  .record(
    z.string(),
    z.strictObject({
      lesson: z.string().describe('The name of the lesson that treats it.'),
      anchor: z.string().describe('The address of the English heading there, without #.'),
      scenario: z.string().describe('The name of a scenario that shows the truth.'),
    }),
  )
  .describe('Where the course treats each misconception.');

/** The form of content/i18n/<language>.json. */
export const MESSAGES_FORM = z.record(z.string(), z.string()).describe('Every sentence of the interface, by its key.');

const said = z.string().trim().min(1);
const inOneLanguage = z.strictObject({
  term: said.describe('The term, as a sentence would have it.'),
  also: z.array(said).optional().describe('Its other names.'),
  definition: said.describe('What it means, in a sentence or two.'),
});

/** The form of content/glossary.json. */
export const GLOSSARY_FORM = z
  .record(
    z.string().regex(/^[a-z\d]+(?:-[a-z\d]+)*$/, 'Use small letters, digits and hyphens, such as "half-open".'),
    z.strictObject({
      en: inOneLanguage.describe('In English.'),
      ko: inOneLanguage.describe('In Korean.'),
      sources: z
        .array(z.union([z.strictObject({ section: said }), z.strictObject({ rfc: z.int().min(1), section: said.optional() }), z.strictObject({ url: z.url(), title: said })]))
        .min(1)
        .describe('Where that stands: a section of RFC 9293, of another RFC, or a page.'),
      lesson: said.describe('The name of the lesson that treats it.'),
    }),
  )
  .describe('Every term of the course, by its name.');
