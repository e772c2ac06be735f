import type { Voice } from '../questions.ts';
import { say } from '../say.ts';
import type { QuestionWords, Wording } from '../wording.ts';
import styles from './quiz.module.css';

interface Props {
  id: string;
  many: boolean;
  options: readonly string[];
  words: QuestionWords;
  labels: Pick<Wording['steps'], 'why' | 'tickAll'>;
  voice: Voice;
  /** Begins the ids of the boxes; the names are those of the questions. */
  prefix: string;
  /** The question is a heading: the only one of a screen, or one of many on paper. */
  heading: 'h1' | 'h3';
  /** What is missing, beside the boxes. */
  problem?: string | undefined;
  /** Left out on paper: the browser keeps the ticks. */
  isTicked?: (option: string) => boolean;
  onTick?: (option: string) => void;
}

/** One question with its boxes: a step of the quiz, and a part of the worksheet. */
export function Field(props: Props) {
  const { id, many, options, words, labels, voice, prefix, heading: Heading, problem, isTicked, onTick } = props;
  const name = `${prefix}-${id}`;
  const describedBy = [`${name}-why`, ...(problem ? [`${name}-problem`] : [])].join(' ');
  return (
    <fieldset class={`field ${styles['question']}`} aria-describedby={describedBy}>
      <legend>
        <Heading tabIndex={-1}>{say(words.ask, voice)}</Heading>
      </legend>
      <p class="hint" id={`${name}-why`}>
        {labels.why} {say(words.why, voice)}
      </p>
      {words.list && (
        <ul>
          {words.list.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      {words.hint && <p>{say(words.hint, voice)}</p>}
      {many && <p class="hint">{labels.tickAll}</p>}
      {problem && (
        <p class="field-error" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      <div class={styles['choices']}>
        {options.map((option) => (
          <div class="choice" key={option}>
            <input
              type={many ? 'checkbox' : 'radio'}
              id={`${name}-${option}`}
              name={id}
              value={option}
              {...(isTicked && { checked: isTicked(option), onChange: () => onTick?.(option) })}
            />
            <label for={`${name}-${option}`}>
              {say(words.options[option] ?? '', voice)}
              {words.examples?.[option] && <span class={styles['examples']}>{words.examples[option]}</span>}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
