import { writeFileSync } from 'node:fs';
import type { Language } from '../../components/language.ts';
import { messagesIn } from '../../components/words.ts';
import { passing } from '../../narration/passing.ts';
import { HOST_IDS, type HostId } from '../../simulation/scenario.ts';
import type { Trace } from '../../simulation/trace.ts';
import { captureFile } from '../../wire/capture-file.ts';
import { Misuse } from '../command.ts';

/** How a run is to be saved as a capture. */
export interface CaptureOptions {
  /** The file; one that ends in `.pcap` is written as pcap, any other as pcapng; `-` is the standard output. */
  readonly pcap: string;
  /** The name of the host where the capture is taken; the left one where none is given. */
  readonly view?: string;
  readonly ipv6?: boolean;
}

function hostNamed({ scenario: { hosts } }: Trace, name: string | undefined): HostId {
  const found = HOST_IDS.find((id) => name === undefined || hosts[id].name.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new Misuse(`There is no host “${String(name)}” in this scenario: a capture can be taken at ${HOST_IDS.map((id) => hosts[id].name).join(' or ')}.`);
  return found;
}

/** Writes the capture of a run. */
export function saveCapture(trace: Trace, { pcap, view, ipv6 = false }: CaptureOptions, language: Language): void {
  const format = pcap.toLowerCase().endsWith('.pcap') ? 'pcap' : 'pcapng';
  const file = captureFile(trace, { view: hostNamed(trace, view), format, ip: ipv6 ? 6 : 4, remark: passing(trace, messagesIn(language)) });
  if (pcap === '-') {
    process.stdout.write(file);
    return;
  }
  try {
    writeFileSync(pcap, file);
  } catch (error) {
    throw new Misuse(`${pcap} cannot be written: ${error instanceof Error ? error.message : ''}`);
  }
}
