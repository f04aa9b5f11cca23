import type { Words } from '../../narration/sentence.ts';
import type { Attempt } from '../exercise/attempt.ts';
import { text } from '../text.ts';
import { byTopic } from './by-topic.ts';
import type { LinkedPage } from './mode-props.ts';

interface Props {
  readonly attempts: readonly Attempt[];
  readonly pages: readonly LinkedPage[];
  readonly words: Words;
}

/** How an exam went, topic by topic, and which lessons to read again. */
export function TopicResult({ attempts, pages, words }: Props) {
  return (
    <table class="isl-topic-result">
      <thead>
        <tr>
          {['topic', 'right', 'again'].map((column) => (
            <th key={column} scope="col">
              {text(words, `practice.result.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {byTopic(attempts).map(({ topic, right, all, lessons }) => (
          <tr key={topic}>
            <th scope="row">{text(words, `topic.${topic}`)}</th>
            <td>{text(words, 'practice.result.of', { right, all })}</td>
            <td>
              {lessons.length === 0
                ? text(words, 'practice.result.nothing')
                : lessons
                    .flatMap((lesson) => pages.filter(({ slug }) => slug === lesson))
                    .map(({ slug, title, href }) => (
                      <a key={slug} href={href}>
                        {title}
                      </a>
                    ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
