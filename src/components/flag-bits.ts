import { FLAG_NAMES, flagsNamed, type FlagName } from '../tcp/flags.ts';

/** One control bit of an octet. */
export interface FlagBit {
  readonly name: FlagName;
  readonly set: boolean;
}

/** The octet of the control bits, drawn. */
export interface FlagOctet {
  /** From the most significant bit, CWR, to the least, FIN, as the header has them from left to right. */
  readonly bits: readonly FlagBit[];
  /** `00010010` */
  readonly binary: string;
  /** `0x12` */
  readonly hex: string;
  /** The names of those that are set, as they were given: `SYN, ACK`. */
  readonly names: string;
}

/** The octet in which the named bits are set (`SYN,ACK`; empty: none); throws at a name that is none. */
export function flagBits(flags: string): FlagOctet {
  const given = flags.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const names = given.map((name) => {
    const known = FLAG_NAMES.find((flag) => flag === name);
    if (known === undefined) throw new Error(`There is no control bit ${name}`);
    return known;
  });
  const octet = flagsNamed(names);
  return {
    bits: FLAG_NAMES.map((name, bit) => ({ name, set: (octet & (1 << bit)) !== 0 })).toReversed(),
    binary: octet.toString(2).padStart(8, '0'),
    hex: `0x${octet.toString(16).padStart(2, '0')}`,
    names: names.join(', '),
  };
}
