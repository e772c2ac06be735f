import { fill } from '#i18n/fill.ts';
import type { Report } from '../report.ts';
import type { QuizProps } from './props.ts';
import styles from './quiz.module.css';
import { List } from './Sections.tsx';

interface Props extends Pick<QuizProps, 'words' | 'rulesDay'> {
  report: Report;
  version: string;
}

/** What may fit, and how far that can be trusted. */
export const Level = ({
  report: { eyebrow, level, medical, andThen, confidence },
  words,
  version,
  rulesDay,
}: Props) => (
  <section class={styles['level']}>
    <p class={styles['eyebrow']}>{eyebrow}</p>
    <h2>{level.heading}</h2>
    <p class="lead">{level.means}</p>
    {level.time && <p>{level.time}</p>}
    {medical.map(({ heading, text }) => (
      <div key={heading}>
        <h3>{heading}</h3>
        <List items={text} />
      </div>
    ))}
    {andThen && (
      <>
        <h3>{andThen.heading}</h3>
        <p>
          {words.andThen.lead} {andThen.means} {andThen.time}
        </p>
      </>
    )}
    {confidence && <p>{confidence}</p>}
    <p class="muted">
      {words.result.notDiagnosis} {fill(words.result.notReviewed, { version, date: rulesDay })}
    </p>
  </section>
);
