import type { Problem } from '../../problem.ts';
import { errorsIn, problemText } from '../../problem-words.ts';
import type { PlannerProps } from '../props.ts';
import { Blocks } from './Blocks.tsx';
import type { FormProps } from './form-props.ts';
import { Jobs } from './Jobs.tsx';
import { Pattern } from './Pattern.tsx';
import { Shifts } from './Shifts.tsx';
import { Ways } from './Ways.tsx';

interface Props extends Pick<PlannerProps, 'words' | 'zones'>, Pick<FormProps, 'entries'> {
  problems: readonly Problem[];
}

/** The reader's own week. Fields keep what is typed by themselves; it is read when it is needed. */
export function WeekForm({ entries, problems, zones, words }: Props) {
  const errors = errorsIn(problems);
  const problemAt = (name: string) => {
    const found = errors.find(({ field }) => field === name);
    return found && problemText(found, words.form);
  };
  const props: FormProps = { entries, words, problemAt };
  return (
    <>
      <Shifts {...props} problems={problems} />
      <Pattern {...props} zones={zones} />
      <Ways {...props} />
      <Blocks {...props} />
      <Jobs {...props} />
    </>
  );
}
