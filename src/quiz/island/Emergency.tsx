import { say } from '../say.ts';
import { alarms, type Quiz } from '../steps.ts';
import { Back } from './Back.tsx';
import { Numbers } from './Numbers.tsx';
import type { QuizProps } from './props.ts';
import styles from './quiz.module.css';

interface Props extends Pick<QuizProps, 'words' | 'reach' | 'lines'> {
  quiz: Quiz;
}

/** Someone may be in danger: whom to call and what to do meanwhile. Nothing to fill in, nothing to read elsewhere. */
export function Emergency({ quiz, words, reach, lines }: Props) {
  const [flag = 'E-CHECK'] = alarms(quiz);
  const { emergency } = words;
  const { heading, lead, first } = emergency.flags[flag];
  const voice = quiz.answers.voice ?? 'self';
  const danger = (
    <li key="911">
      <Numbers line={lines.emergency} reach={reach} isFirst />
      <p>{emergency.emergencyLine}</p>
    </li>
  );
  const crisis = (
    <li key="988">
      <Numbers line={lines.crisis} reach={reach} isFirst={first === '988'} />
      <p>{emergency.crisisLine}</p>
    </li>
  );
  return (
    <div class={styles['step']}>
      <Back label={emergency.back} />
      <section class="danger-card" aria-labelledby="emergency">
        <h1 id="emergency" tabIndex={-1}>
          {heading}
        </h1>
        <p class="lead">{say(lead, voice)}</p>
        <ul class={`plain-list ${styles['lines']}`}>{first === '911' ? [danger, crisis] : [crisis, danger]}</ul>
        <h2>{emergency.meanwhileHeading}</h2>
        <ul>
          {emergency.meanwhile[first === '911' ? 'danger' : 'crisis'].map((step) => (
            <li key={step}>{say(step, voice)}</li>
          ))}
        </ul>
      </section>
      <ul class="plain-list">
        {(['poison', 'violence'] as const).map((line) => (
          <li key={line}>
            {emergency[line]}: <a href={`tel:${lines[line].dial}`}>{lines[line].number}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
