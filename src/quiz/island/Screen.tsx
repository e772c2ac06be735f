import { type Action, type Quiz, viewOf } from '../steps.ts';
import { CheckAnswers } from './CheckAnswers.tsx';
import { Emergency } from './Emergency.tsx';
import type { QuizProps } from './props.ts';
import { QuestionStep } from './QuestionStep.tsx';
import { ResultPage } from './ResultPage.tsx';

interface Props extends QuizProps {
  quiz: Quiz;
  act: (action: Action) => void;
}

/** What stands on the screen. At the start that is the server's own page, so nothing. */
export function Screen(props: Props) {
  const view = viewOf(props.quiz);
  switch (view.at) {
    case 'start':
      return null;
    case 'question':
      return <QuestionStep {...props} id={view.id} />;
    case 'check':
      return <CheckAnswers {...props} />;
    case 'emergency':
      return <Emergency {...props} />;
    case 'result':
      return <ResultPage {...props} />;
  }
}
