import { sayDuration } from '../../diagram/duration.ts';
import { figureRows, type FigureRow } from '../../diagram/figure-rows.ts';
import { hostName } from '../../diagram/host-name.ts';
import type { Words as DiagramWords } from '../../diagram/words.ts';
import { say } from '../../narration/say.ts';
import { sentence, type Words } from '../../narration/sentence.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Exercise } from '../exercise.ts';
import type { HostRecord, SequenceFigure } from '../figure.ts';
import { message } from './said.ts';
import { element, text, type Xml } from './xml.ts';

/** What a question shows, as tables, which every platform shows and every reader can read: a ladder with a column for each host, octets four by four, records. */
export function figureXml({ figure }: Exercise, trace: Trace | null, words: Words): readonly Xml[] {
  switch (figure.type) {
    case 'sequence':
      return trace === null ? [] : [ladder(trace, figure, words)];
    case 'octets':
      return [octets(figure.octets)];
    case 'records':
      return figure.records.flatMap((record) => recordXml(record, words));
    // The walk's options name every state.
    case 'states':
    case 'none':
      return [];
  }
}

function ladder(trace: Trace, figure: SequenceFigure, words: Words): Xml {
  const say: DiagramWords = (key, params = {}) => message(key, words, params);
  const heads = (['A', 'B'] as const).map((host) => element('th', {}, hostName(trace, host, say)));
  const rows = figureRows(trace, say, figure).map((row) => element('tr', {}, ...cells(row)));
  return element('table', {}, element('thead', {}, element('tr', {}, heads[0] ?? '', element('th', {}), heads[1] ?? '')), element('tbody', {}, ...(rows.length === 0 ? [element('tr', {}, element('td', { colspan: 3 }, '–'))] : rows)));
}

function cells(row: FigureRow): readonly Xml[] {
  switch (row.kind) {
    case 'gap':
      return [element('td', { colspan: 3 }, row.text)];
    case 'note': {
      const note = element('td', {}, ...lines(row.lines.map((line) => line.replace(/ ↓$/, ' →'))));
      const empty = element('td', {});
      return row.host === 'A' ? [note, empty, empty] : [empty, empty, note];
    }
    case 'arrow': {
      const isLost = row.arrow === '-x';
      const sign = row.from === 'A' ? (isLost ? '→ ✗' : row.way === 'departing' ? '→ …' : row.way === 'arriving' ? '… →' : '→') : isLost ? '✗ ←' : row.way === 'departing' ? '… ←' : row.way === 'arriving' ? '← …' : '←';
      const empty = element('td', {});
      return [empty, element('td', {}, sign, ' ', ...lines(row.lines)), empty];
    }
  }
}

function lines(of: readonly string[]): readonly Xml[] {
  return of.flatMap((line, at) => (at === 0 ? [text(line)] : [element('br', {}), text(line)]));
}

function octets(of: readonly number[]): Xml {
  const starts = of.flatMap((_octet, at) => (at % 4 === 0 ? [at] : []));
  const rows = starts.map((start) => element('tr', {}, element('th', {}, String(start)), ...of.slice(start, start + 4).map((octet) => element('td', {}, element('code', {}, octet.toString(16).padStart(2, '0'))))));
  return element('table', {}, element('tbody', {}, ...rows));
}

function recordXml({ host, rows }: HostRecord, words: Words): readonly Xml[] {
  const units: DiagramWords = (key, params = {}) => message(key, words, params);
  const title = say(sentence('attempt.figure.record', { host }), words);
  if (rows.length === 0) return [element('p', {}, title, ': ', message('attempt.figure.record.none', words))];
  const head = (['time', 'way', 'segment'] as const).map((column) => element('th', {}, message(`attempt.figure.record.${column}`, words)));
  const body = rows.map(({ at, way, segment }) => element('tr', {}, element('td', {}, sayDuration(at, units)), element('td', {}, message(`attempt.figure.record.${way}`, words)), element('td', {}, segment)));
  return [element('table', {}, element('caption', {}, title), element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body))];
}
