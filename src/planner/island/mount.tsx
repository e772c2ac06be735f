import { render } from 'preact';
import { fill } from '#i18n/fill.ts';
import { calendarFile } from '../calendar-file.ts';
import { type Entries, type ListName, readForm, situationOf } from '../entries.ts';
import type { Preset } from '../presets.ts';
import { errorsIn } from '../problem-words.ts';
import { seriesOf } from '../series.ts';
import {
  afterAdding,
  afterAsking,
  afterChange,
  afterPreset,
  afterReading,
  afterRemoving,
  afterUndo,
  begun,
} from '../sitting.ts';
import { verdictOf } from '../verdict.ts';
import { Errors } from './form/Errors.tsx';
import { WeekForm } from './form/WeekForm.tsx';
import type { PlannerProps } from './props.ts';
import { chosenOf, Result } from './result/Result.tsx';
import { newId, save } from './save.ts';
import { settingNow, zonesWith } from './setting.ts';

/** Lays the planner over the example that stands in the page. The parts of the page are those of `Planner.astro`. */
export function mount(page: HTMLElement, props: PlannerProps): void {
  const { words, tracks, presets } = props;
  const { names, filled } = words.form.presets;
  const [example] = presets as readonly [Preset];
  const part = <Kind extends HTMLElement>(selector: string) => page.querySelector(selector) as Kind;
  const byId = (id: string) => document.getElementById(id);
  const form = part<HTMLFormElement>('form');
  const kept = part('[data-kept]');
  const { title } = document;
  const setting = settingNow();
  const zones = zonesWith(setting.zone, props.zones);
  let sitting = begun(example, setting, tracks);

  function show(): void {
    const { plan, asked, filledIn, replaced } = sitting;
    const errors = errorsIn(sitting.problems);
    render(<Errors errors={errors} words={words} />, part('[data-errors]'));
    render(<WeekForm key={sitting.form} {...sitting} zones={zones} words={words} />, part('[data-entries]'));
    render(<Result {...props} {...sitting} entries={asked} hasErrors={errors.length > 0} />, part('[data-result]'));
    part('[data-status]').textContent = filledIn
      ? `${fill(filled, { name: names[filledIn] })} ${verdictOf(plan, words)[0]}`
      : '';
    part('[data-filled]').hidden = !filledIn;
    part('[data-undo]').hidden = !replaced;
    part('[data-calendar]').hidden = plan.options.length === 0;
    document.title = errors.length > 0 ? words.form.errors.titlePrefix + title : title;
  }

  function become(next: typeof sitting): void {
    sitting = next;
    show();
  }

  const read = (): Entries => {
    const typed = new FormData(form);
    return readForm((field) => typed.getAll(field).map(String), sitting.entries);
  };

  function forget(): void {
    form.reset();
    kept.textContent = '';
    become(begun(example, setting, tracks, sitting.form + 1));
  }

  function ask(): void {
    become(afterAsking(sitting, read(), tracks));
    const errors = errorsIn(sitting.problems);
    for (const { field } of errors) byId(field)?.closest('details')?.setAttribute('open', '');
    const target = part(errors.length > 0 ? '.error-summary' : '#fits');
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  }

  function add(list: ListName): void {
    become(afterAdding(sitting, read(), list));
    byId(`${list}.${sitting.entries.ids[list].length - 1}`)?.focus();
  }

  function remove(list: ListName, row: number): void {
    become(afterRemoving(sitting, read(), list, row));
    byId(list)?.focus();
  }

  function undo(): void {
    become(afterUndo(sitting));
    part('[data-preset]').focus();
  }

  function saveCalendar(): void {
    const option = chosenOf(sitting.plan, sitting.chosen);
    const track = tracks.find(({ id }) => id === option?.track);
    if (!track) return;
    const { title, file, saved } = words.keep.calendar;
    const weeks = Number(part<HTMLSelectElement>('[data-weeks]').value);
    const series = seriesOf(situationOf(sitting.asked), track, weeks);
    save(file, calendarFile(series, { title, now: new Date(), newId }));
    kept.textContent = fill(saved, { file });
  }

  function press(button: HTMLElement): void {
    const { preset: id, add: longer, remove: shorter, row } = button.dataset;
    const does = (name: string) => name in button.dataset;
    const preset = presets.find((candidate) => candidate.id === id);
    if (preset) become(afterPreset(sitting, read(), preset, tracks));
    if (longer) add(longer as ListName);
    if (shorter) remove(shorter as ListName, Number(row));
    if (does('undo')) undo();
    if (does('print')) print();
    if (does('save')) saveCalendar();
    if (does('wipe')) {
      forget();
      kept.textContent = words.keep.wiped;
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  form.addEventListener('input', () => {
    if (!sitting.isStale) become(afterChange(sitting));
  });
  page.addEventListener('change', ({ target }) => {
    const { id, value } = target as HTMLSelectElement;
    if (id === 'rotation.length') become(afterReading(sitting, read()));
    if (id === 'timetable') become({ ...sitting, chosen: value });
  });
  page.addEventListener('click', (event) => {
    const target = event.target as Element;
    const button = target.closest('button');
    if (button) press(button);
    const mend = target.closest<HTMLAnchorElement>('.error-summary a');
    if (!mend) return;
    event.preventDefault();
    byId(mend.hash.slice(1))?.focus();
  });
  // Going to another page takes the entries along, also from the copy that the browser keeps for its back button.
  addEventListener('pagehide', forget);
  // "Leave this site" tells the document beforehand.
  document.addEventListener('leave', forget);
  show();
  page.dataset['ready'] = '';
}
