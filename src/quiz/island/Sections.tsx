import type { ComponentChildren } from 'preact';
import type { CareCard } from '../care-cards.ts';
import { Numbers } from './Numbers.tsx';
import type { QuizProps } from './props.ts';

/** A list of lines. */
export const List = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

interface SectionProps {
  heading: string;
  items?: readonly string[];
  children?: ComponentChildren;
}

/** A part of the result, left out where it has nothing to say. */
export const Section = ({ heading, items = [], children }: SectionProps) =>
  items.length > 0 || children ? (
    <section>
      <h2>{heading}</h2>
      {children}
      {items.length > 0 && <List items={items} />}
    </section>
  ) : null;

interface CardProps extends Pick<QuizProps, 'lines' | 'reach'> {
  card: CareCard;
}

/** What must not wait. */
export const Card = ({ card: { isDanger, urgency, heading, line, signs, text }, lines, reach }: CardProps) => (
  <section class={isDanger ? 'danger-card' : 'card'}>
    <h2>
      <span class="visually-hidden">{urgency} </span>
      {heading}
    </h2>
    {signs.length > 0 && <List items={signs} />}
    {text && <p>{text}</p>}
    {line && <Numbers line={lines[line]} reach={reach} isFirst={isDanger} />}
  </section>
);
