import type { Words } from '../src/diagram/words.ts';
import { courseWords } from './course-traces.ts';

/** The words of a language as diagrams take them; throws where a key is missing or a parameter was not given. */
export function diagramWords(language: 'en' | 'ko'): Words {
  const messages = courseWords(language);
  return (key, params = {}) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`${language}.json has no "${key}"`);
    return message.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
      const value = params[name];
      if (value === undefined) throw new Error(`"${key}" needs "${name}"`);
      return String(value);
    });
  };
}
