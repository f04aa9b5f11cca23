import { ACK, flagNames, has } from '../../src/tcp/flags.ts';
import { byKey, type Judge } from './judge.ts';
import { leavingFrom } from './leaving.ts';

export const judgeNextSegment: Judge = ({ play }, trace) => {
  const segment = leavingFrom(trace, play.from)[0]?.segment;
  if (segment === undefined) return byKey({});
  const { flags, seq, ack, length } = segment;
  return byKey({ flags: flagNames(flags).join(','), seq: String(seq), ack: has(flags, ACK) ? String(ack) : 'none', length: String(length) });
};
