import type { Field } from '../../exercise/field.ts';
import type { AnswerProps } from './answer-props.ts';
import { ChoiceQuestion } from './ChoiceQuestion.tsx';
import { ManyQuestion } from './ManyQuestion.tsx';
import { MatchQuestion } from './MatchQuestion.tsx';
import { NumberQuestion } from './NumberQuestion.tsx';
import { OrderQuestion } from './OrderQuestion.tsx';
import { PathQuestion } from './PathQuestion.tsx';

/** Where a field is answered, as its type asks for. */
export function AnswerField({ field, ...rest }: AnswerProps<Field>) {
  switch (field.type) {
    case 'choice':
      return <ChoiceQuestion field={field} {...rest} />;
    case 'many':
      return <ManyQuestion field={field} {...rest} />;
    case 'order':
      return <OrderQuestion field={field} {...rest} />;
    case 'number':
      return <NumberQuestion field={field} {...rest} />;
    case 'match':
      return <MatchQuestion field={field} {...rest} />;
    case 'path':
      return <PathQuestion field={field} {...rest} />;
  }
}
