/** The least that can be written: fifteen questions, one reducer, no style, no rule. Runs in the browser. */
import { render } from 'preact';
import { useReducer } from 'preact/hooks';
import type { PeerWords } from './words.ts';

interface State {
  /** 0 is the start. */
  place: number;
  ticked: Readonly<Record<string, readonly string[]>>;
}

type Action = { do: 'next' } | { do: 'back' } | { do: 'tick'; id: string; value: string; many: boolean };

function after(state: State, action: Action): State {
  if (action.do === 'next') return { ...state, place: state.place + 1 };
  if (action.do === 'back') return { ...state, place: state.place - 1 };
  const { id, value, many } = action;
  const others = many ? (state.ticked[id] ?? []).filter((other) => other !== value) : [];
  const isTicked = many && state.ticked[id]?.includes(value);
  return { ...state, ticked: { ...state.ticked, [id]: isTicked ? others : [...others, value] } };
}

function Quiz({ words }: { words: PeerWords }) {
  const [{ place, ticked }, act] = useReducer(after, { place: 0, ticked: {} });
  const question = words.questions[place - 1];
  const next = (label: string) => (
    <button type="button" onClick={() => act({ do: 'next' })}>
      {label}
    </button>
  );
  if (place === 0) return next(words.start);
  if (!question) return <p>{JSON.stringify(ticked)}</p>;
  const { id, many, ask, more, options } = question;
  return (
    <>
      <button type="button" onClick={() => act({ do: 'back' })}>
        {words.back}
      </button>
      <fieldset key={id}>
        <legend>
          <h1>{ask}</h1>
        </legend>
        {more.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {options.map(({ value, label }) => (
          <p key={value}>
            <input
              type={many ? 'checkbox' : 'radio'}
              id={value}
              name={id}
              value={value}
              checked={ticked[id]?.includes(value) ?? false}
              onChange={() => act({ do: 'tick', id, value, many })}
            />
            <label for={value}>{label}</label>
          </p>
        ))}
      </fieldset>
      <p>{next(words.next)}</p>
    </>
  );
}

const words: PeerWords = JSON.parse(document.querySelector('#words')?.textContent ?? '');
render(<Quiz words={words} />, document.querySelector('#quiz') as HTMLElement);
