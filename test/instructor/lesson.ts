import { handshake, type Ended, type ProjectCopy } from './project-copy.ts';

/** The lesson that the instructor writes: its name, which is its scenario's too. */
export const SLUG = 'the-answer-is-lost';

/** Its files. */
export const FILES = {
  en: `content/docs/en/${SLUG}.mdx`,
  ko: `content/docs/ko/${SLUG}.mdx`,
  scenario: `content/scenarios/${SLUG}.scenario`,
} as const;

/** What the instructor writes into them. */
export const TEXTS: Readonly<Record<keyof typeof FILES, string>> = {
  en: `---
title: The answer is lost
description: What becomes of a handshake whose SYN,ACK never arrives, told by two timers.
minutes: 10
prerequisites: [three-way-handshake]
---

<Goals>

- Say who repeats what.

</Goals>

## Two timers

<Question>Which side repeats its segment first?</Question>

<Figure scenario="${SLUG}" title="The SYN,ACK is lost" />

Either <Term name="endpoint" /> may, as in [an earlier lesson](../three-way-handshake/).

### One more time

<Exercise scenario="${SLUG}" kind="next-segment" seed={1} />

<Ask id="${SLUG}-end" topic="loss" scenario="${SLUG}" hint="Look at the end.">
Where does the server end?

- [x] ESTABLISHED {expect="server ESTABLISHED"}
  The repeated segment came through.
- [ ] CLOSED {misconception="lost-third-ack-resets"}
  One loss ends nothing.
</Ask>

![Two hosts and a wire between them](./two-hosts.svg)

\`\`\`mermaid
sequenceDiagram
  Client->>Server: SYN
\`\`\`

See [the beginning](#two-timers) again.
`,
  ko: `---
title: 사라진 응답
description: SYN,ACK가 끝내 도착하지 않으면 연결 설정이 어떻게 되는지, 두 타이머로 살펴봅니다.
minutes: 10
prerequisites: [three-way-handshake]
---

<Goals>

- 무엇을 누가 다시 보내는지 말할 수 있습니다.

</Goals>

## 두 타이머

<Question>어느 쪽이 먼저 세그먼트를 다시 보낼까요?</Question>

<Figure scenario="${SLUG}" title="SYN,ACK의 유실" />

[앞 강의](../three-way-handshake/)에서처럼 어느 <Term name="endpoint" />든 그럴 수 있습니다.

### 한 번 더

<Exercise scenario="${SLUG}" kind="next-segment" seed={1} />

<Ask id="${SLUG}-end" topic="loss" scenario="${SLUG}" hint="끝을 보세요.">
서버는 어느 상태로 끝날까요?

- [x] ESTABLISHED {expect="server ESTABLISHED"}
  다시 보낸 세그먼트가 도착했습니다.
- [ ] CLOSED {misconception="lost-third-ack-resets"}
  한 번의 유실로 끝나지는 않습니다.
</Ask>

![두 호스트와 그 사이의 선](./two-hosts.svg)

\`\`\`mermaid
sequenceDiagram
  Client->>Server: SYN
\`\`\`

[처음](#두-타이머)을 다시 보세요.
`,
  scenario: `server listens
client connects

lose server SYN,ACK

expect client ESTABLISHED
expect server ESTABLISHED
`,
};

/** The picture of both pages. */
export const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20" width="80" height="20"><path d="M10 10h60" stroke="#888" /><circle cx="10" cy="10" r="6" fill="#888" /><circle cx="70" cy="10" r="6" fill="#888" /></svg>\n';

/** Makes the lesson as an instructor does, with one command. */
export function newLesson(copy: ProjectCopy): Promise<Ended> {
  return handshake(copy, 'new', 'lesson', SLUG, '--title', 'The answer is lost', '--title-ko', '사라진 응답');
}

/** Writes what is in it, and commits it. */
export function writeLesson({ write, commit }: ProjectCopy): void {
  for (const [key, file] of Object.entries(FILES)) write(file, TEXTS[key as keyof typeof FILES]);
  for (const language of ['en', 'ko']) write(`content/docs/${language}/two-hosts.svg`, PICTURE);
  commit('A lesson about a lost answer');
}
