import { IN_ORDER, type Exploration, type Faults } from './exploration.ts';

/** What is on its way to one host: segments by their numbers, and the faults that the wire may still make. */
export interface Toward extends Faults {
  /** In order; on a lossy wire, where all stay that were ever sent, by number. */
  readonly segments: readonly number[];
}

/** What the wire can do next with a segment. */
export interface Passing {
  readonly what: 'arrives' | 'lost' | 'copied';
  readonly segment: number;
  readonly left: Toward;
}

/** How a wire carries. */
export interface Carrier {
  readonly empty: Toward;
  readonly put: (toward: Toward, sent: readonly number[]) => Toward;
  readonly passings: (toward: Toward) => readonly Passing[];
  /** Whether timers that send again wait until nothing is under way: nobody is that impatient on a wire that loses little. */
  readonly patient: boolean;
}

const NOTHING: Toward = { segments: [], ...IN_ORDER };

/** All that was ever sent: any of it may arrive at any time, any number of times, or never. */
const LOSSY: Carrier = {
  empty: NOTHING,
  put: (toward, sent) => {
    const fresh = sent.filter((segment) => !toward.segments.includes(segment));
    return fresh.length === 0 ? toward : { ...toward, segments: [...new Set([...toward.segments, ...fresh])].sort((a, b) => a - b) };
  },
  passings: (toward) => toward.segments.map((segment) => ({ what: 'arrives', segment, left: toward })),
  patient: false,
};

/** A queue. Losing, copying or delivering what is not in front would come to the same as doing so later. */
function passingsOf({ segments, ...faults }: Toward): readonly Passing[] {
  const [front, ...behind] = segments;
  if (front === undefined) return [];
  const passings: Passing[] = [{ what: 'arrives', segment: front, left: { segments: behind, ...faults } }];
  if (faults.lose > 0) passings.push({ what: 'lost', segment: front, left: { ...faults, segments: behind, lose: faults.lose - 1 } });
  if (faults.duplicate > 0) passings.push({ what: 'copied', segment: front, left: { ...faults, segments: [...segments, front], duplicate: faults.duplicate - 1 } });
  if (faults.overtake > 0) {
    const overtake = faults.overtake - 1;
    behind.forEach((segment, index) => passings.push({ what: 'arrives', segment, left: { ...faults, segments: segments.toSpliced(index + 1, 1), overtake } }));
  }
  return passings;
}

/** The wire of an exploration, in one direction. */
export function carrierOf(wire: Exploration['wire']): Carrier {
  if (wire === 'lossy') return LOSSY;
  return {
    empty: { ...NOTHING, ...wire },
    put: (toward, sent) => (sent.length === 0 ? toward : { ...toward, segments: [...toward.segments, ...sent] }),
    passings: passingsOf,
    patient: true,
  };
}
