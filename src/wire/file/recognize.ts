import type { CaptureFault } from './capture-problem.ts';
import { foreignFile, LOOKED_AT } from './foreign-file.ts';
import type { OctetQueue } from './octet-queue.ts';
import { isPcap, PCAP, pcapRecords, readPcapHeader } from './pcap.ts';
import { isPcapng, pcapngRecords } from './pcapng.ts';
import type { Records } from './records.ts';

/** What a file is by the octets that wait, its first ones: how its records are read, behind the file header, or what is wrong with it; null: more must come. `isEnd`: nothing more does. */
export function recognize(queue: OctetQueue, isEnd: boolean): Records | CaptureFault | null {
  const { length } = queue;
  if (length < PCAP.fileHeader && !isEnd) return null;
  if (length >= 4 && isPcapng(queue)) return pcapngRecords(null, 0);
  if (length >= 4 && isPcap(queue)) {
    if (length < PCAP.fileHeader) return { type: 'file ends', missing: PCAP.fileHeader - length };
    const header = readPcapHeader(queue);
    if ('type' in header) return header;
    queue.consume(PCAP.fileHeader);
    return pcapRecords(header);
  }
  if (length < LOOKED_AT && !isEnd) return null;
  return { type: 'foreign', file: foreignFile(queue.slice(0, Math.min(LOOKED_AT, length))) };
}
