import type { Problem } from '../../problem.ts';
import { problemText } from '../../problem-words.ts';
import type { PlannerWords } from '../props.ts';

interface Props {
  errors: readonly Problem[];
  words: Pick<PlannerWords, 'form'>;
}

/** All that has to be changed, each with the way to its field. */
export const Errors = ({ errors, words: { form } }: Props) =>
  errors.length > 0 && (
    <div class="error-summary" role="alert" tabIndex={-1} aria-labelledby="problem">
      <h2 id="problem">{form.errors.heading}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{problemText(error, form)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
