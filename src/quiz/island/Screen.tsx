import { type Action, type Quiz, viewOf } from '../steps.ts';
import { CheckAnswers } from './CheckAnswers.tsx';
import { Emergency } from './Emergency.tsx';
import type { QuizProps } from './props.ts';
import { QuestionStep } from './QuestionStep.tsx';

interface Props extends QuizProps {
  quiz: Quiz;
  act: (action: Action) => void;
}

/** What stands on the screen. Start and result are the server's own page. */
export function Screen(props: Props) {
  const view = viewOf(props.quiz);
  switch (view.at) {
    case 'question':
      return <QuestionStep {...props} id={view.id} />;
    case 'check':
      return <CheckAnswers {...props} />;
    case 'emergency':
      return <Emergency {...props} />;
    default:
      return null;
  }
}
