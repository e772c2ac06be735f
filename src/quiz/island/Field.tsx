import { type ComponentChildren, Fragment } from 'preact';
import type { Spoken } from '../say.ts';
import type { QuestionWords, Wording } from '../wording.ts';
import styles from './quiz.module.css';

interface Props {
  id: string;
  many: boolean;
  options: readonly string[];
  words: QuestionWords;
  labels: Pick<Wording['steps'], 'why' | 'tickAll'>;
  /** One voice in the quiz; on paper every voice, for the reader to choose. */
  say: (text: Spoken) => ComponentChildren;
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
  const { id, many, options, words, labels, say, prefix, heading: Heading, problem, isTicked, onTick } = props;
  const name = `${prefix}-${id}`;
  const describedBy = [`${name}-why`, ...(problem ? [`${name}-problem`] : [])].join(' ');
  return (
    <fieldset class={`field ${styles['question']}`} aria-describedby={describedBy}>
      <legend>
        <Heading tabIndex={-1}>{say(words.ask)}</Heading>
      </legend>
      <p class="hint" id={`${name}-why`}>
        {labels.why} {say(words.why)}
      </p>
      {words.list && (
        <ul>
          {words.list.map((item) => (
            <li key={item}>{say(item)}</li>
          ))}
        </ul>
      )}
      {words.hint && <p>{say(words.hint)}</p>}
      {many && <p class="hint">{labels.tickAll}</p>}
      {problem && (
        <p class="field-error" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      {/* All boxes are siblings: a style sheet can count siblings, and that is how the worksheet reads the signs. */}
      <div class={styles['choices']}>
        {options.map((option) => (
          <Fragment key={option}>
            <input
              type={many ? 'checkbox' : 'radio'}
              id={`${name}-${option}`}
              name={id}
              value={option}
              {...(isTicked && { checked: isTicked(option), onChange: () => onTick?.(option) })}
            />
            <label for={`${name}-${option}`}>
              {say(words.options[option] ?? '')}
              {words.examples?.[option] && <span class={styles['examples']}>{say(words.examples[option])}</span>}
            </label>
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}
