import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 128 bits that fits into an address. */
export const secret = (): string => randomBytes(16).toString('base64url');

const digest = (text: string) => createHash('sha256').update(text).digest();
/** Whether two secrets are the same, without telling by the time it takes how much of them is. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** Who works at the desk, from the one-time link on. */
export class Session {
  /** Opens the desk once. */
  readonly token = secret();
  #isOpened = false;
  #cookie = secret();
  #by = '';
  /** What the next page says first. */
  #news: string | undefined;

  /** Whether this is the link that opens the desk, and nobody has used it. */
  isOpenable(token: string): boolean {
    return !this.#isOpened && isSame(token, this.token);
  }

  /** Uses the link up; answers with the value of the cookie. */
  open(by: string): string {
    this.#isOpened = true;
    this.#by = by;
    return this.#cookie;
  }

  /** The name that was given, for whoever holds the cookie. */
  holder(cookie: string | undefined): string | undefined {
    return this.#isOpened && cookie !== undefined && isSame(cookie, this.#cookie) ? this.#by : undefined;
  }

  say(news: string): void {
    this.#news = news;
  }

  /** What was to be said; once. */
  takeNews(): string | undefined {
    const news = this.#news;
    this.#news = undefined;
    return news;
  }
}
