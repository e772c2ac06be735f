import type { ComponentChildren } from 'preact';

interface Props {
  heading: string;
  hint?: string;
  isOpen?: boolean;
  children: ComponentChildren;
}

/** A part of the form that opens. What is closed keeps what stands in it. */
export const Part = ({ heading, hint, isOpen, children }: Props) => (
  <details class="part" open={isOpen}>
    <summary>
      <h3>{heading}</h3>
    </summary>
    {hint && <p class="hint">{hint}</p>}
    {children}
  </details>
);
