import { fill } from '#i18n/fill.ts';
import { say } from '../say.ts';
import { type Action, asked, type Quiz } from '../steps.ts';
import { tickedOptions } from '../ticks.ts';
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
  const voice = quiz.answers.voice ?? 'self';
  return (
    <div class={styles['step']}>
      <Back label={words.steps.back} />
      <h1 tabIndex={-1}>{check.heading}</h1>
      <p>{check.lead}</p>
      <dl class={styles['answers']}>
        {asked(quiz).map((id) => {
          const { name, options } = words.questions[id];
          const ticked = tickedOptions(quiz.answers, id).map((option) => say(options[option] ?? '', voice));
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
                  (ticked[0] ?? check.unanswered)
                )}
              </dd>
              <dd>
                <button type="button" class={styles['change']} onClick={() => act({ do: 'change', id })}>
                  {check.change} <span class="visually-hidden">{fill(check.changeWhat, { name })}</span>
                </button>
              </dd>
            </div>
          );
        })}
      </dl>
      <button type="button" class="button" onClick={() => act({ do: 'show' })}>
        {check.show}
      </button>
    </div>
  );
}
