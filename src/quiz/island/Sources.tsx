import type { QuizProps } from './props.ts';
import styles from './quiz.module.css';

interface Props extends Pick<QuizProps, 'words' | 'claims' | 'factsPath'> {
  facts: readonly string[];
}

/** The facts behind a result. They open beside it, because leaving the page would end it. */
export const Sources = ({ facts, words: { result }, claims, factsPath }: Props) => (
  <details class={styles['sources']}>
    <summary>{result.sourcesHeading}</summary>
    <p>{result.newTab}</p>
    <ul>
      {facts.map((id) => (
        <li key={id}>
          <a href={`${factsPath}#${id}`} target="_blank" rel="noopener">
            {claims[id]}
          </a>
        </li>
      ))}
    </ul>
  </details>
);
