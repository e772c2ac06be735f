import { fill } from '#i18n/fill.ts';
import type { Action, Quiz } from '../steps.ts';
import { AnswerList } from './AnswerList.tsx';
import { Back } from './Back.tsx';
import type { QuizProps } from './props.ts';
import styles from './quiz.module.css';

interface Props extends Pick<QuizProps, 'words'> {
  quiz: Quiz;
  act: (action: Action) => void;
}

/** Every answer, each with a way to change it. */
export function CheckAnswers({ quiz, words, act }: Props) {
  const { check } = words;
  return (
    <div class={styles['step']}>
      <Back label={words.steps.back} />
      <h1 tabIndex={-1}>{check.heading}</h1>
      <p>{check.lead}</p>
      <AnswerList
        quiz={quiz}
        words={words}
        beside={(id, name) => (
          <button type="button" class={styles['change']} onClick={() => act({ do: 'change', id })}>
            {check.change} <span class="visually-hidden">{fill(check.changeWhat, { name })}</span>
          </button>
        )}
      />
      <button type="button" class="button" onClick={() => act({ do: 'show' })}>
        {check.show}
      </button>
    </div>
  );
}
