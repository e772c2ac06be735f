import { fill } from '#i18n/fill.ts';
import { optionsFor } from '../option-order.ts';
import { type QuestionId, questions } from '../questions.ts';
import { say } from '../say.ts';
import type { Action, Quiz } from '../steps.ts';
import { asked } from '../steps.ts';
import { isTicked } from '../ticks.ts';
import { Back } from './Back.tsx';
import { Field } from './Field.tsx';
import type { QuizProps } from './props.ts';
import styles from './quiz.module.css';

interface Props extends Pick<QuizProps, 'words'> {
  quiz: Quiz;
  id: QuestionId;
  act: (action: Action) => void;
}

/** One question on its own screen. */
export function QuestionStep({ quiz, id, words, act }: Props) {
  const { steps } = words;
  const question = questions.find((candidate) => candidate.id === id) ?? questions[0];
  const own = words.questions[id];
  const voice = quiz.answers.voice ?? 'self';
  const options = optionsFor(question, voice);
  const blank = question.many ? steps.blankMany : steps.blankOne;
  const problem = quiz.blanks > 0 ? fill(blank, { unknown: say(own.options['unknown'] ?? '', voice) }) : undefined;
  const goToFirst = (event: Event) => {
    event.preventDefault();
    document.getElementById(`step-${id}-${options[0]}`)?.focus();
  };
  return (
    // A form of this method goes nowhere, even where the script fails: an answer cannot end up in an address.
    <form
      method="dialog"
      autocomplete="off"
      class={styles['step']}
      onSubmit={(event) => {
        event.preventDefault();
        act({ do: 'continue' });
      }}
    >
      <Back label={steps.back} />
      {problem && (
        <div class="error-summary" role="alert" tabIndex={-1} aria-labelledby="step-problem">
          <h2 id="step-problem">{steps.errorHeading}</h2>
          <p>
            <a href={`#step-${id}-${options[0]}`} onClick={goToFirst}>
              {problem}
            </a>
          </p>
        </div>
      )}
      {voice === 'work' && id === 'now' && <p>{steps.workPrivacy}</p>}
      <p class={styles['eyebrow']}>{fill(steps.question, { number: asked(quiz).indexOf(id) + 1 })}</p>
      <Field
        key={id}
        id={id}
        many={question.many}
        options={options}
        words={own}
        labels={steps}
        say={(text) => say(text, voice)}
        prefix="step"
        heading="h1"
        problem={problem}
        isTicked={(option) => isTicked(quiz.answers, id, option)}
        onTick={(option) => act({ do: 'tick', id, option })}
      />
      <button type="submit" class="button">
        {steps.continue}
      </button>
    </form>
  );
}
