import { useEffect, useState } from 'preact/hooks';

interface Props {
  /** What is to be said; nothing is not. */
  readonly said: string;
  /** Another number where it is to be said even if it is the same as before. */
  readonly turn: number;
}

/** How long before it is said, ms: of what follows each other quickly only the last is worth hearing. */
const REST = 150;

/** What a screen reader says by itself; seen by nobody. */
export function Status({ said, turn }: Props) {
  const [now, setNow] = useState({ said: '', turn });
  useEffect(() => {
    const timer = setTimeout(() => setNow({ said, turn }), REST);
    return () => clearTimeout(timer);
  }, [said, turn]);
  return (
    <p class="sr-only" role="status">
      {now.said !== '' && <span key={now.turn}>{now.said}</span>}
    </p>
  );
}
