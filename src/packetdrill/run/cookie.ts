import type { Obstacle, Script, ScriptSegment } from '../script.ts';
import type { Settings } from '../stack/settings.ts';

/** The Fast Open cookie on a segment; null where there is none, or one is asked for. */
function cookieOn({ options }: ScriptSegment): string | null {
  if (options === null || options === 'unchecked') return null;
  const option = options.find((item) => item.kind === 'FO');
  return option === undefined || option.cookie === '' ? null : option.cookie;
}

/** The cookies that a script has its host give away, or where it gives none, be shown; each with its line. */
function cookiesOf({ events }: Script): readonly { readonly line: number; readonly cookie: string }[] {
  const found = (type: 'expect' | 'inject', withAck: boolean): { line: number; cookie: string }[] =>
    events.flatMap(({ line, action }) => {
      if (action.type !== type || !action.segment.flags.includes('SYN') || action.segment.flags.includes('ACK') !== withAck) return [];
      const cookie = cookieOn(action.segment);
      return cookie === null ? [] : [{ line, cookie }];
    });
  const given = found('expect', true);
  return given.length > 0 ? given : found('inject', false).slice(0, 1);
}

/**
 * The host, giving the cookie that the script says it does: it is made with a key and an address that no script can be checked against.
 * A script in which it gives two is about the keys.
 */
export function withCookie(settings: Settings, script: Script): Settings | Obstacle {
  const [first, ...more] = cookiesOf(script);
  const other = more.find(({ cookie }) => cookie !== first?.cookie);
  if (other !== undefined) return { line: other.line, kind: 'unsupported', reason: 'a second cookie of the same host, made with another key, is not something that the engine has' };
  return first === undefined ? settings : { ...settings, cookie: first.cookie };
}
