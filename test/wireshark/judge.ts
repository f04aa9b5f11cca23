import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { DissectSession, ProtoTree, WiregasmLib, WiregasmLibOverrides } from '@goodtools/wiregasm';

/** What Wireshark finds in a capture of TCP by itself: its display filter `tcp.analysis.<finding>`. */
export const FINDINGS = [
  ...['retransmission', 'fast_retransmission', 'spurious_retransmission', 'out_of_order', 'lost_segment', 'ack_lost_segment', 'duplicate_ack'],
  ...['window_update', 'window_full', 'zero_window', 'zero_window_probe', 'zero_window_probe_ack', 'keep_alive', 'keep_alive_ack', 'reused_ports'],
  ...['tfo_syn', 'tfo_ack', 'tfo_ignored', 'partial_ack'],
] as const;

/** What Wireshark makes of a capture file. */
export interface Judgement {
  /** How many frames it has. */
  readonly frames: number;
  /** For each finding that there is, the numbers of the frames, from 1. */
  readonly findings: ReadonlyMap<string, readonly number[]>;
  /** The frames that a display filter selects. */
  readonly matching: (filter: string) => readonly number[];
  /** What is wrong with a frame's octets, in Wireshark's words; the first of them. */
  readonly complaints: readonly string[];
  /** The line of each frame in Wireshark's list. */
  readonly lines: readonly string[];
}

const FOLDER = fileURLToPath(new URL('../../node_modules/@goodtools/wiregasm/dist/', import.meta.url));
/** What no frame of ours may match: octets that make no sense, or a checksum that is not good; a RST is a warning, a retransmission a note. */
const WRONG = '_ws.malformed || _ws.expert.severity == error || tcp.checksum.status != 1 || (ip && ip.checksum.status != 1) || !tcp';

type Load = (overrides: WiregasmLibOverrides) => Promise<WiregasmLib>;

let loaded: Promise<WiregasmLib> | null = null;

/** Wireshark, told to look at checksums too, which it does not do by itself. */
async function load(): Promise<WiregasmLib> {
  const wiregasm = createRequire(import.meta.url)('@goodtools/wiregasm/dist/wiregasm') as Load;
  const library = await wiregasm({ locateFile: (path) => FOLDER + path, handleStatus: () => undefined, print: () => undefined, printErr: () => undefined });
  library.init();
  for (const protocol of ['tcp', 'ip']) library.setPref(protocol, 'check_checksum', 'TRUE');
  library.applyPreferences();
  return library;
}

function listed<Of>(vector: { readonly size: () => number; readonly get: (place: number) => Of }): readonly Of[] {
  return Array.from({ length: vector.size() }, (_none, place) => vector.get(place));
}

function flat(nodes: ProtoTree['tree']): readonly ProtoTree[] {
  return listed(nodes).flatMap((node) => [node, ...flat(node.tree)]);
}

function judged(session: DissectSession): Judgement {
  const { code, error } = session.load();
  if (code !== 0) throw new Error(`Wireshark cannot open the file: ${error}`);
  const all = listed(session.getFrames('', 0, 0).frames);
  const matching = (filter: string) => listed(session.getFrames(filter, 0, 0).frames).map(({ number }) => number);
  // One question for all of them first: most captures have nothing to find.
  const some = new Set(matching(FINDINGS.map((finding) => `tcp.analysis.${finding}`).join(' || ')));
  const found = some.size === 0 ? [] : FINDINGS.map((finding) => [finding, matching(`tcp.analysis.${finding}`)] as const);
  const wrong = matching(WRONG);
  const complaints = wrong.slice(0, 1).flatMap((number) => flat(session.getFrame(number).tree).map(({ label }) => label));
  return {
    frames: all.length,
    findings: new Map(found.filter(([, frames]) => frames.length > 0)),
    matching,
    complaints,
    lines: all.map(({ columns }) => columns.get(columns.size() - 1)),
  };
}

/** Has Wireshark look at a capture file, and gives what `ask` makes of that; throws where it cannot open the file. */
export async function judge<Answer>(file: Uint8Array, ask: (judgement: Judgement) => Answer): Promise<Answer> {
  loaded ??= load();
  const library = await loaded;
  const path = `${library.getUploadDirectory()}/judged`;
  library.FS.writeFile(path, file);
  const session = new library.DissectSession(path);
  try {
    return ask(judged(session));
  } finally {
    session.delete();
  }
}
