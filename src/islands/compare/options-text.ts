import type { Options } from '../../tcp/option.ts';

/** The options of a segment in the abbreviations of captures, `MSS=1460 WS=7 SACK_PERM`; a dash where there are none. */
export function optionsText({ mss, wscale, sackPermitted, sack, ts, fastOpen }: Options): string {
  const said = [
    mss === undefined ? [] : [`MSS=${String(mss)}`],
    wscale === undefined ? [] : [`WS=${String(wscale)}`],
    sackPermitted === undefined ? [] : ['SACK_PERM'],
    sack === undefined ? [] : [`SACK=${sack.map(({ left, right }) => `${String(left)}–${String(right - 1)}`).join(',')}`],
    ts === undefined ? [] : [`TSval=${String(ts.val)} TSecr=${String(ts.ecr)}`],
    fastOpen === undefined ? [] : [`TFO=${fastOpen}`],
  ];
  return said.flat().join(' ') || '–';
}
