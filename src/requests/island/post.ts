import { type ClientAnswer, readAnswer } from '../client-answer.ts';

/** What sending needs of a browser. */
export interface Means {
  fetch(path: string, init: RequestInit): Promise<Response>;
  wait(milliseconds: number): Promise<void>;
  isOnline(): boolean;
}

/** The pauses before the second and the third try. */
const pauses = [1000, 4000];
/** So long an answer is waited for. */
const patience = 15_000;

/** Sends a form, and sends it again where that can help. The body carries its key, so that it is saved once however often it comes. */
export async function post(body: string, means: Means): Promise<ClientAnswer> {
  let answer = await once(body, means);
  for (const pause of pauses) {
    if (answer.kind === 'saved' || !answer.mayRetry || !means.isOnline()) return answer;
    await means.wait(pause);
    answer = await once(body, means);
  }
  return answer;
}

async function once(body: string, { fetch, wait }: Means): Promise<ClientAnswer> {
  const control = new AbortController();
  void wait(patience).then(() => control.abort());
  try {
    const response = await fetch('/api/v1/requests', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      redirect: 'error',
      signal: control.signal,
      body,
    });
    const { status, headers } = response;
    return readAnswer({ status, type: headers.get('content-type') ?? '', text: await response.text() });
  } catch {
    return { kind: 'nothing', mayRetry: true };
  }
}
