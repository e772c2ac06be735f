import type { ComponentChildren } from 'preact';
import type { QuestionId } from '../questions.ts';
import { say } from '../say.ts';
import type { Quiz } from '../steps.ts';
import { asked } from '../steps.ts';
import { tickedOptions } from '../ticks.ts';
import type { QuizProps } from './props.ts';
import styles from './quiz.module.css';

interface Props extends Pick<QuizProps, 'words'> {
  quiz: Quiz;
  /** What stands beside an answer: a way to change it, on screen. */
  beside?: (id: QuestionId, name: string) => ComponentChildren;
}

/** Every answer in the order asked. */
export const AnswerList = ({ quiz, words, beside }: Props) => (
  <dl class={styles['answers']}>
    {asked(quiz).map((id) => {
      const { name, options } = words.questions[id];
      const ticked = tickedOptions(quiz.answers, id).map((option) =>
        say(options[option] ?? '', quiz.answers.voice ?? 'self'),
      );
      return (
        <div key={id}>
          <dt>{name}</dt>
          <dd>
            {ticked.length > 1 ? (
              <ul>
                {ticked.map((label) => (
                  <li key={label}>{label}</li>
                ))}
              </ul>
            ) : (
              (ticked[0] ?? words.check.unanswered)
            )}
          </dd>
          {beside && <dd>{beside(id, name)}</dd>}
        </div>
      );
    })}
  </dl>
);
