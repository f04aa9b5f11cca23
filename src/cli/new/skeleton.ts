import type { Language } from '../../components/language.ts';

/** A scenario to begin with: a whole connection, so that every kind of question can be asked about it. */
export const SCENARIO = `# Say in a line what happens here
server listens
client connects
client sends 120
client closes
server closes

expect server received 120
expect client CLOSED
expect server CLOSED
`;

/** What the gallery says of a scenario until its author does. */
export const ABOUT: Readonly<Record<Language, string>> = {
  en: 'Say in a sentence or two what one sees here, and why it is worth it.',
  ko: '여기서 무엇을 볼 수 있는지, 왜 볼 만한지 한두 문장으로 적으세요.',
};

/** What a page or a scenario of this name is called until its author says otherwise. */
export function placeholderTitle(name: string): Readonly<Record<Language, string>> {
  const words = name.replaceAll('-', ' ');
  return { en: `${words.charAt(0).toUpperCase()}${words.slice(1)}`, ko: `새 제목 (${name})` };
}

/** A lesson to begin with: each part says what belongs there, in the language of the lesson. */
export function lessonText(language: Language, title: string, scenario: string): string {
  return LESSONS[language](yaml(title), scenario);
}

/** The title as YAML reads it back. */
function yaml(title: string): string {
  return /^[\p{L}][\p{L}\p{N} ,.?!()-]*$/u.test(title) && !/^(?:true|false|null|yes|no|on|off)$/i.test(title) && title.trim() === title ? title : JSON.stringify(title);
}

const LESSONS: Readonly<Record<Language, (title: string, scenario: string) => string>> = {
  en: (title, scenario) => `---
title: ${title}
description: Say in one sentence what a reader learns here. Search engines show it.
minutes: 15
---

<Goals>

- Name what a reader can do afterwards, two to four points.
- Begin each with a verb, such as tell, predict, explain.

</Goals>

Begin with something to try: say what to do in the simulation, and what to look for.

<Simulation scenario="${scenario}" title="Say what can be tried here" />

## A heading for the first idea

<Question>Ask here what the next figure answers.</Question>

<Figure scenario="${scenario}" title="Say what the figure shows">
Say where to look, or leave the caption out.
</Figure>

Explain what the figure answered, in short paragraphs. Each statement about TCP carries its clause <Cite section="3.5" />.

<Exercise scenario="${scenario}" kind="next-segment" seed={1} />

<Recap>

- Say what to remember, two to four points.

</Recap>
`,
  ko: (title, scenario) => `---
title: ${title}
description: 이 강의에서 무엇을 배우는지 한 문장으로 적으세요. 검색 결과에 이 문장이 나옵니다.
minutes: 15
---

<Goals>

- 강의를 마친 독자가 할 수 있게 되는 일을 두 가지에서 네 가지 적으세요.
- “설명할 수 있습니다”, “예측할 수 있습니다”처럼 끝맺으세요.

</Goals>

먼저 해 볼 것으로 시작하세요. 시뮬레이션에서 무엇을 하고 무엇을 눈여겨볼지 적습니다.

<Simulation scenario="${scenario}" title="여기서 해 볼 것을 적으세요" />

## 첫 번째 내용의 제목

<Question>다음 그림이 답할 질문을 적으세요.</Question>

<Figure scenario="${scenario}" title="그림이 보여 주는 것을 적으세요">
그림에서 볼 곳을 적거나, 이 설명을 지우세요.
</Figure>

그림이 무엇을 답했는지 짧은 문단으로 설명하세요. TCP에 관한 설명에는 근거가 되는 조항을 답니다 <Cite section="3.5" />.

<Exercise scenario="${scenario}" kind="next-segment" seed={1} />

<Recap>

- 기억할 것을 두 가지에서 네 가지 적으세요.

</Recap>
`,
};
