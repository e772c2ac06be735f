import { type Action, type Quiz, viewOf } from '../steps.ts';
import { CheckAnswers } from './CheckAnswers.tsx';
import type { QuizProps } from './props.ts';
import { QuestionStep } from './QuestionStep.tsx';

interface Props extends Pick<QuizProps, 'words'> {
  quiz: Quiz;
  act: (action: Action) => void;
}

/** A step of the quiz. Start, emergency and result stand in the page from the beginning. */
export function Screen(props: Props) {
  const view = viewOf(props.quiz);
  switch (view.at) {
    case 'question':
      return <QuestionStep {...props} id={view.id} />;
    case 'check':
      return <CheckAnswers {...props} />;
    default:
      return null;
  }
}
