import type { Line, Reach } from './props.ts';
import styles from './quiz.module.css';

interface Props {
  reach: Reach;
  line: Line;
  /** Stands out: the first thing to do. */
  isFirst?: boolean;
}

/** A line to call or text. */
export const Numbers = ({ line: { number, dial, text, textHref }, reach, isFirst }: Props) => (
  <div class={styles['numbers']}>
    <a class={isFirst ? `button ${styles['first']}` : 'button'} href={`tel:${dial}`}>
      {reach.call} {number}
    </a>
    {text && (
      <a class="button-quiet" href={textHref}>
        {reach.text} {text}
      </a>
    )}
  </div>
);
