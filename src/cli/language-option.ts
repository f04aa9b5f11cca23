import { Option } from 'commander';
import { LANGUAGES } from '../components/language.ts';

/** The option that says in which language a command answers. */
export function languageOption(): Option {
  return new Option('-l, --language <language>', 'in which language').choices([...LANGUAGES]).default('en');
}
