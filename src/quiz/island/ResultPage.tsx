import { fill } from '#i18n/fill.ts';
import { evaluate } from '../evaluate.ts';
import { reportOf } from '../report.ts';
import { say } from '../say.ts';
import type { Action, Quiz } from '../steps.ts';
import { Back } from './Back.tsx';
import { Level } from './Level.tsx';
import type { QuizProps } from './props.ts';
import styles from './quiz.module.css';
import { Card, Section } from './Sections.tsx';
import { Sources } from './Sources.tsx';

interface Props extends QuizProps {
  quiz: Quiz;
  act: (action: Action) => void;
}

/** What may fit, why, and what to do next. Ordered by what cannot wait (writing rules, section 3.7). */
export function ResultPage({ quiz: { answers }, act, ...props }: Props) {
  const { words, locale, lines } = props;
  const text = words.result;
  const voice = answers.voice ?? 'self';
  const result = evaluate(answers);
  const report = reportOf(answers, result, words, { words, locale, voice });
  return (
    <div class={styles['step']}>
      <Back label={words.steps.back} />
      <h1 tabIndex={-1}>{text.title}</h1>
      {report.cards.map((card) => (
        <Card key={card.heading} card={card} {...props} />
      ))}
      <Level report={report} version={result.version} {...props} />
      <Section heading={text.alsoHeading}>
        {report.also.length > 0 && report.also.map((line) => <p key={line}>{line}</p>)}
      </Section>
      <Section heading={text.whyHeading} items={report.because}>
        {report.because.length === 0 && <p>{text.noReason}</p>}
      </Section>
      <Section heading={text.changeHeading} items={report.changes} />
      <Section heading={text.notAskedHeading} items={text.notAsked} />
      <Section heading={text.stepsHeading}>
        <ul>
          <li>
            <a href={text.findTreatment.href} target="_blank" rel="noreferrer">
              {text.findTreatment.label}
            </a>
            . {text.findTreatment.what}
          </li>
          <li>
            <a href={`tel:${lines.treatment.dial}`}>{fill(text.helpline.label, { number: lines.treatment.number })}</a>.{' '}
            {text.helpline.what}
          </li>
          {report.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </Section>
      <Section heading={text.notesHeading} items={report.notes} />
      <Section heading={text.howHeading} items={report.how}>
        {report.how.length > 0 && <p>{text.howLead}</p>}
      </Section>
      <Section
        heading={text.askHeading}
        items={text.ask.map(({ question, good }) => `${say(question, voice)} ${text.goodAnswer} ${say(good, voice)}`)}
      />
      <p class="card">{text.crisis}</p>
      <Sources facts={report.facts} {...props} />
      <p class={styles['actions']}>
        <button type="button" class="button-quiet" onClick={() => print()}>
          {text.print}
        </button>
        <button type="button" class="button-quiet" onClick={() => act({ do: 'forget' })}>
          {text.again}
        </button>
      </p>
    </div>
  );
}
