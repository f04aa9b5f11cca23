import { describe, expect, test } from 'vitest';
import { courseTrace, COURSE_SCENARIOS } from '../../../test/course-traces.ts';
import { diagramWords } from '../../../test/diagram-words.ts';
import { EMPTY_SCENARIO } from '../../simulation/scenario.ts';
import { run } from '../../simulation/run.ts';
import { sequenceDiagram } from '../sequence-diagram.ts';
import { stateDiagram } from '../state-diagram.ts';
import { drawInNode } from './draw-in-node.ts';
import { elementsOf, hasClass, parseSvg, textOf } from './svg-tree.ts';

const en = diagramWords('en');
const ko = diagramWords('ko');
const named = { id: 'fig-1', title: 'A <title> & more', description: 'What "happens"' };

describe('a finished drawing', () => {
  test.each(COURSE_SCENARIOS)('%s: Mermaid accepts it in both languages, and every arrow is in the drawing', async (name) => {
    const trace = courseTrace(name);
    for (const words of [en, ko]) {
      const text = sequenceDiagram(trace, words);
      const svg = await drawInNode(text, named);
      const arrows = text.match(/^[AB][-][^:]*: /gmu)?.length ?? 0;
      const notes = text.match(/^Note /gmu)?.length ?? 0;
      expect(svg.match(/class="hl-arrow /gu)?.length ?? 0).toBe(arrows);
      expect(svg.match(/class="hl-(change|call|gap)/gu)?.length ?? 0).toBe(notes);
      expect(svg).not.toMatch(/<style|<script|foreignObject|<image|href|url\(|on\w+=|style="/u);
      expect(svg.length).toBeLessThan(1000 + 400 * arrows + 150 * notes);
    }
  });

  test('every character of the Mermaid text is in the drawing, in order', async () => {
    const text = sequenceDiagram(courseTrace('syn-lost'), ko);
    const said = text.split('\n').slice(1).filter((line) => line.includes(': ')).flatMap((line) => line.slice(line.indexOf(': ') + 2).split('<br/>'));
    const drawn = elementsOf(parseSvg(await drawInNode(text, named))).filter(({ tag }) => tag === 'text').map(textOf);
    for (const line of said) expect(drawn).toContain(line);
  });

  test('is named for those who do not see it, with ids of its own and everything escaped', async () => {
    const svg = await drawInNode(sequenceDiagram(courseTrace('three-way'), en), named);
    expect(svg).toContain('role="img" aria-labelledby="fig-1-t" aria-describedby="fig-1-d"');
    expect(svg).toContain('<title id="fig-1-t">A &lt;title&gt; &amp; more</title><desc id="fig-1-d">What &quot;happens&quot;</desc>');
    expect([...svg.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id)).toEqual(['fig-1-t', 'fig-1-d']);
  });

  test('keeps its proportions before any style is there', async () => {
    const svg = await drawInNode(sequenceDiagram(courseTrace('four-way'), en), named);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/u.exec(svg) ?? [];
    expect(svg).toContain(`width="${width ?? ''}" height="${height ?? ''}"`);
    expect(width).toBe('328');
  });

  test('a lost segment stops on its way, and halves meet in the middle', async () => {
    const lost = await drawInNode(sequenceDiagram(courseTrace('syn-lost'), en));
    expect(lost).toMatch(/hl-lost hl-a">.*?class="hl-line" d="M55 [\d.]+H185\.8"\/><path class="hl-line hl-cross"/u);
    const halves = await drawInNode(sequenceDiagram(courseTrace('simultaneous-open'), en));
    const kinds = elementsOf(parseSvg(halves)).filter((node) => hasClass(node, 'hl-arrow')).map((node) => /hl-(sent|departing|arriving)/u.exec(node.attributes['class'] ?? '')?.[1]);
    expect(kinds).toEqual(['departing', 'sent', 'arriving', 'departing', 'sent', 'arriving']);
    expect(halves.match(/class="hl-badge"/gu)).toHaveLength(4);
  });

  test.each(['end', '#1;', '<b>&"', '%%{x}%%', '$$x$$'])('shows a host called %j exactly so', async (name) => {
    const { hosts } = EMPTY_SCENARIO;
    const trace = run({ ...EMPTY_SCENARIO, hosts: { ...hosts, A: { ...hosts.A, name } } });
    const texts = elementsOf(parseSvg(await drawInNode(sequenceDiagram(trace, en)))).filter((node) => hasClass(node, 'hl-name')).map(textOf);
    expect(texts).toContain(name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  });

  test('the states: all eleven and a second CLOSED, 21 arrows, the path numbered', async () => {
    for (const words of [en, ko]) {
      const svg = await drawInNode(stateDiagram(courseTrace('four-way'), 'A', words), named);
      const all = elementsOf(parseSvg(svg));
      expect(all.filter((node) => hasClass(node, 'hl-state'))).toHaveLength(12);
      expect(all.filter((node) => hasClass(node, 'hl-way'))).toHaveLength(21);
      expect(all.filter((node) => hasClass(node, 'hl-number')).map(textOf)).toEqual(['1', '2', '3', '4']);
      expect(all.filter((node) => hasClass(node, 'hl-current')).map(textOf)).toEqual(['CLOSED']);
      expect(svg).not.toMatch(/<style|<script|foreignObject|href|url\(/u);
      expect(svg.length).toBeLessThan(7500);
    }
  });
});
