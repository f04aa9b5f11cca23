import { clause } from '../../narration/cite-url.ts';
import { flagsText, segmentText } from '../../narration/segment-text.ts';
import { say } from '../../narration/say.ts';
import type { Words } from '../../narration/sentence.ts';
import type { Observed } from '../../capture/observed.ts';
import type { Remark } from '../../capture/remark.ts';
import { noticedSaid } from '../../capture/remark-said.ts';
import { Icon } from '../Icon.tsx';
import { hostLabel, text } from '../text.ts';

interface Props {
  readonly observed: Observed;
  readonly words: Words;
  /** Shows the segment of this flight. */
  readonly onFlight: (flight: number) => void;
}

/** Everything that does not fit the rules, or that the capture cannot show: each leads to its segment. */
export function Remarks({ observed, words, onFlight }: Props) {
  const { remarks, trace } = observed;
  if (remarks.length === 0) return <p>{text(words, 'capture.remarks.none')}</p>;
  return (
    <ol class="isl-remarks">
      {remarks.map((remark, at) => {
        const flight = trace.flights[remark.flight];
        return (
          <li key={at}>
            <button type="button" onClick={() => onFlight(remark.flight)}>
              {text(words, 'capture.frame', { frame: remark.frame })}
              {flight !== undefined && (
                <span data-host={flight.from}>
                  {hostLabel(words, trace.scenario.hosts[flight.from].name)} <Icon name={flight.from === 'A' ? 'right' : 'left'} /> {flagsText(flight.segment.flags)}
                </span>
              )}
            </button>
            <RemarkText remark={remark} words={words} />
          </li>
        );
      })}
    </ol>
  );
}

/** What a remark says, what the rules would have sent, and the clause. */
export function RemarkText({ remark, words }: { readonly remark: Remark; readonly words: Words }) {
  const { cite, url } = clause(remark.cite);
  return (
    <p class="isl-remark">
      {say(noticedSaid(remark.noticed), words)}{' '}
      {remark.expected.length > 0 && <>{text(words, 'capture.remark.expected', { segments: remark.expected.map(segmentText).join('; ') })} </>}
      <a class="isl-cite" href={url}>
        {cite}
      </a>
    </p>
  );
}
