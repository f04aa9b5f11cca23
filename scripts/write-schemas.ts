import { writeFileSync } from 'node:fs';
import { SCHEMAS, schemaText } from '../src/cli/schemas.ts';

// Writes schemas/, for editors and programs. A test says when it has to be run again.
for (const [name, of] of Object.entries(SCHEMAS)) writeFileSync(`schemas/${name}.schema.json`, schemaText(of));
