import { runCode } from '../code/code.ts';
import { runCommand } from '../command/command.ts';
import { freshRack } from '../../tcp/rack.ts';
import type { Tcb } from '../../tcp/tcb.ts';
import type { Obstacle, Script, ScriptEvent } from '../script.ts';
import { unknownCall } from '../stack/calls.ts';
import { unopened } from '../stack/engine.ts';
import { addConnection, newHost } from '../stack/host.ts';
import type { Settings } from '../stack/settings.ts';
import { freshOptions } from '../stack/sockets.ts';

/** A connection of which everything is known that will ever be. */
function opened({ profile }: Settings): Tcb {
  const tcb = unopened(0);
  const rack = profile.lossDetection === 'by time' ? freshRack(tcb.snd.nxt) : null;
  return { ...tcb, congestion: { ...tcb.congestion, rack } };
}

function reasonAgainst({ action }: ScriptEvent, settings: Settings): string | null {
  const host = newHost(settings);
  switch (action.type) {
    case 'call':
      return unknownCall(action.call);
    case 'command': {
      const outcome = runCommand(action.text, host);
      return outcome.type === 'unsupported' ? outcome.reason : null;
    }
    case 'code': {
      const verdict = runCode(action.text, addConnection(host, opened(settings), freshOptions(host, false)));
      return verdict.type === 'unsupported' ? verdict.reason : null;
    }
    case 'inject':
      return null;
    case 'expect':
      return action.segment.ecn === 'ect1' ? 'ECT(1) is not something that the engine sends' : null;
  }
}

/** The first line that asks for something that the engine does not do, known before anything is run; null: none. */
export function firstObstacle(script: Script, settings: Settings): Obstacle | null {
  for (const event of script.events) {
    const reason = reasonAgainst(event, settings);
    if (reason !== null) return { line: event.line, kind: 'unsupported', reason };
  }
  if (script.obstacle !== null || script.events.length > 0) return script.obstacle;
  return { line: 1, kind: 'unsupported', reason: 'there is nothing in the script to run' };
}
