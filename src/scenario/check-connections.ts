import { connectionsOf, isSame, portsOf, type Ports } from '../simulation/connections.ts';
import type { Action, HostId } from '../simulation/scenario.ts';
import type { Said } from './assemble.ts';
import { digits } from './leaf/number.ts';
import { isWord, problemAt, type Line } from './line.ts';
import { listed } from './nearest.ts';
import type { Problem } from './problem.ts';

/** What the statement does; null where it does nothing itself. */
export function actionOf({ statement }: Said): Action | null {
  return statement.type === 'act' || statement.type === 'intervention' ? statement.action : null;
}

/** The places where the line names a connection: the token of the port, the one after it, and the port. */
function namedIn(line: Line): readonly { readonly from: number; readonly to: number; readonly port: number }[] {
  return line.tokens.flatMap((_token, at) => {
    const port = isWord(line, at, 'on') && isWord(line, at + 1, 'connection') ? digits(line, at + 2) : null;
    return port === null ? [] : [{ from: at + 2, to: port.next, port: port.value }];
  });
}

/** A port from which nobody connects. */
function unnamed(line: Line, names: readonly number[]): readonly Problem[] {
  return namedIn(line)
    .filter(({ port }) => !names.includes(port))
    .map(({ from, to, port }) => problemAt(line, from, to, 'unknown-connection', { port: String(port), choices: listed(names.map(String)) }));
}

/** A port that would name two connections. */
function repeated(said: readonly Said[], established: boolean): readonly Problem[] {
  const known: { readonly opened: Ports; readonly line: number }[] = connectionsOf({ script: [], interventions: [], established }).flatMap((opened) => (established ? [{ opened, line: 0 }] : []));
  return said.flatMap((it) => {
    const action = actionOf(it);
    if (action?.type !== 'connect' || (action.from === undefined && action.to === undefined && known.length > 0)) return [];
    const opened = portsOf(action);
    const other = known.find((one) => one.opened.name === opened.name);
    known.push({ opened, line: it.line.number });
    if (other === undefined || isSame(other.opened, opened)) return [];
    const { line } = it;
    const start = line.tokens.findIndex((_token, at) => isWord(line, at, 'connects'));
    return [problemAt(line, start, line.tokens.length, 'repeated-port', { port: String(opened.name), nearest: String(opened.name === 65_535 ? 49_152 : opened.name + 1) })];
  });
}

/** An `accepts` of a host that never listens with a backlog on that port. */
function unheard(said: readonly Said[]): readonly Problem[] {
  const listening = said.flatMap((it) => actionOf(it) ?? []).filter((action) => action.type === 'listenOn');
  const listens = (host: HostId, port: number | undefined) => listening.some((one) => one.host === host && (port === undefined || one.port === port));
  return said.flatMap((it) => {
    const action = actionOf(it);
    if (action?.type !== 'accept' || listens(action.host, action.port)) return [];
    const { line } = it;
    const start = line.tokens.findIndex((_token, at) => isWord(line, at, 'accepts'));
    return [problemAt(line, start, line.tokens.length, 'nothing-to-accept', { port: String(action.port ?? 80) })];
  });
}

/** What is wrong with the connections of a text, where every line could be read: which of them is meant has to be clear. */
export function checkConnections(said: readonly Said[]): readonly Problem[] {
  const established = said.some(({ statement }) => statement.type === 'setting' && statement.setting.type === 'established');
  const script = said.flatMap(({ statement }) => (statement.type === 'act' ? [{ when: statement.when, action: statement.action }] : []));
  const interventions = said.flatMap(({ statement }) => (statement.type === 'intervention' ? [statement] : []));
  const names = connectionsOf({ script, interventions, established }).map(({ name }) => name);
  return [...said.flatMap(({ line }) => unnamed(line, names)), ...repeated(said, established), ...unheard(said)];
}
