import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ABOUT, componentTypes } from './component-types.ts';
import { COMPONENTS } from './components.ts';

const TYPES = componentTypes({ scenarios: ['abort', 'three-way'], terms: ['time-wait'] });

/** What TypeScript says of these uses of components, each on a line of its own: the codes and texts of its errors by line, from 1. */
function saidOf(lines: readonly string[]): readonly string[] {
  const files: Readonly<Record<string, string>> = {
    'types.d.ts': TYPES,
    'page.tsx': `declare const { ${Object.keys(COMPONENTS).join(', ')} }: MDXProvidedComponents; export default [\n${lines.map((line) => `${line},`).join('\n')}\n];`,
  };
  const host = ts.createCompilerHost({});
  const read = host.getSourceFile.bind(host);
  const own = (name: string) => Object.entries(files).find(([file]) => name.endsWith(`/probe/${file}`))?.[1];
  host.getSourceFile = (name, target, ...rest) => {
    const text = own(name);
    return text === undefined ? read(name, target, ...rest) : ts.createSourceFile(name, text, target);
  };
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (name) => own(name) !== undefined || fileExists(name);
  const roots = Object.keys(files).map((file) => `${process.cwd()}/probe/${file}`);
  const options: ts.CompilerOptions = { noEmit: true, strict: true, exactOptionalPropertyTypes: true, skipLibCheck: true, types: [], jsx: ts.JsxEmit.ReactJSX, jsxImportSource: 'preact', module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2023 };
  const program = ts.createProgram(roots, options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file?.fileName.endsWith('page.tsx') === true ? file.getLineAndCharacterOfPosition(start ?? 0).line : file?.fileName;
    return `${String(line)}: ${ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0] ?? ''}`;
  });
}

describe('the types of components for editors', () => {
  it('know each component, and say what it is', () => {
    expect(Object.keys(ABOUT).toSorted()).toEqual(Object.keys(COMPONENTS).toSorted());
    expect(TYPES).toContain('/** A question that the engine makes of a run, and judges. */\n  Exercise: (props: {\n    /** The name of a file in content/scenarios, without .scenario. */\n    scenario: CourseScenario;\n');
  });

  it('take what the check takes, and refuse what it refuses', () => {
    expect(
      saidOf([
        '<Figure scenario="abort" title="An abort">Words</Figure>',
        '<Figure scenario="abrot" title="An abort" />',
        '<Figure scenario="abort" />',
        '<Figure scenario="abort" title="x" view="sates" />',
        '<Exercise scenario="three-way" kind="state" seed={3} />',
        '<Exercise scenario="three-way" kind="state" seed="3" />',
        '<Simulation script="client connects" title="x" controls="step" />',
        '<Simulation scenario="abort" title="x" />',
        '<Simulation scenario="abort" script="client connects" title="x" />',
        '<Simulation title="x" />',
        '<Term name="time-wait" />',
        '<Recap>One <Cite section="3.5" /></Recap>',
      ]),
    ).toEqual([
      '2: Type \'"abrot"\' is not assignable to type \'CourseScenario\'. Did you mean \'"abort"\'?',
      expect.stringMatching(/^3: Type '\{ scenario: "abort"; \}' is not assignable/),
      '4: Type \'"sates"\' is not assignable to type \'"sequence" | "states"\'. Did you mean \'"states"\'?',
      "6: Type 'string' is not assignable to type 'number'.",
      expect.stringMatching(/^9: /),
      expect.stringMatching(/^10: /),
    ]);
  });
});
