import type { FieldOnWire } from '../../wire/tcp-header.ts';
import './octets.css';

interface Props {
  readonly octets: Uint8Array;
  /** The field whose octets are marked; null where none is. */
  readonly marked: FieldOnWire | null;
}

/** The octets of a header in hexadecimal, one 32-bit word after the other, each behind the number of its first octet. */
export function Octets({ octets, marked }: Props) {
  const from = marked === null ? 0 : Math.floor(marked.bit / 8);
  const to = marked === null ? 0 : Math.ceil((marked.bit + marked.width) / 8);
  return (
    <ol class="isl-octets">
      {Array.from({ length: octets.length / 4 }, (_none, word) => (
        <li key={word}>
          <span class="isl-octets-at">{word * 4}</span>
          {Array.from(octets.subarray(word * 4, word * 4 + 4), (octet, place) => {
            const Tag = word * 4 + place >= from && word * 4 + place < to ? 'mark' : 'span';
            return <Tag key={place}>{octet.toString(16).padStart(2, '0')}</Tag>;
          })}
        </li>
      ))}
    </ol>
  );
}
