import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number of the United States or its territories in E.164, checked once at the edge. */
export type Phone = string & { readonly __brand: 'Phone' };

/** Why a number cannot be called. */
export type PhoneProblem = 'unknown' | 'not-us' | 'not-callable';

/** The fifty states and the territories: all share the country code 1 and US prices. */
const callableCountries: readonly string[] = ['US', 'PR', 'GU', 'VI', 'AS', 'MP'];
/** Services that a number must never be made of (N11, 988) or that bill the caller (900, 976). */
const service = /^(\d11|988|900|976)/;
const serviceAlone = /^\+?1?(\d11|988)$/;

/**
 * Reads a number in any way people write it. Refuses short codes, service numbers, premium numbers and other countries.
 * Numbering plan: libphonenumber's full metadata; N11 and 900/976 are refused beyond it.
 */
export function readPhone(written: string): { ok: true; phone: Phone } | { ok: false; problem: PhoneProblem } {
  if (serviceAlone.test(written.replace(/[\s().-]/g, ''))) return { ok: false, problem: 'not-callable' };
  const parsed = parsePhoneNumberFromString(written, { defaultCountry: 'US', extract: false });
  if (!parsed || parsed.ext) return { ok: false, problem: 'unknown' };
  const { nationalNumber: digits } = parsed;
  if (parsed.countryCallingCode !== '1') return { ok: false, problem: parsed.isValid() ? 'not-us' : 'unknown' };
  // In the full metadata of this country code a number is valid where it has a type; asked once, because it tries one pattern after the other.
  const type = parsed.getType();
  if (digits.length === 10 && (service.test(digits) || service.test(digits.slice(3)) || type === 'PREMIUM_RATE')) {
    return { ok: false, problem: 'not-callable' };
  }
  if (parsed.country && !callableCountries.includes(parsed.country)) return { ok: false, problem: 'not-us' };
  if (!type) return { ok: false, problem: 'unknown' };
  return { ok: true, phone: parsed.number as string as Phone };
}
