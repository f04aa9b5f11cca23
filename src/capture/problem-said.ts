import type { CaptureFault } from '../wire/file/capture-problem.ts';
import { said, type Said } from './said.ts';

/** Why a file could not be read, or not to its end. */
export function problemSaid(fault: CaptureFault): Said {
  const key = `capture.problem.${fault.type.replaceAll(' ', '-')}`;
  switch (fault.type) {
    case 'foreign':
      return said(`${key}.${fault.file.replaceAll(' ', '-')}`);
    case 'file ends':
      return said(key, { missing: fault.missing });
    case 'record length':
      return said(key, { length: fault.length });
    case 'block ends differ':
      return said(key, { begin: fault.begin, end: fault.end });
    case 'interface':
      return said(key, { number: fault.interface });
    case 'version':
      return said(key, { major: fault.major, minor: fault.minor });
    case 'byte order':
    case 'too many':
    case 'compression':
      return said(key);
  }
}

/** Compressed files that must be unpacked before. */
const PACKED: readonly string[] = ['zip', 'zstd', 'lz4', 'xz', 'bzip2'];

/** What to do about it. */
export function hintSaid(fault: CaptureFault): Said {
  if (fault.type === 'file ends') return said('capture.hint.file-ends');
  if (fault.type !== 'foreign') return said('capture.hint.damaged');
  if (fault.file === 'empty') return said('capture.hint.foreign.empty');
  return said(PACKED.includes(fault.file) ? 'capture.hint.foreign.packed' : 'capture.hint.foreign');
}
