import { expect, test } from 'vitest';
import { parseYaml } from '#facts/build/read.ts';
import { printed } from '#facts/finding.ts';
import { parseManuscript } from '#guides/build/manuscripts.ts';
import { checkLanguage, type Text } from '#guides/language.ts';
import { textOfManuscript, textOfMarkdown, textsOfYaml } from '#guides/texts-of.ts';
import type { Locale } from '#i18n/locale.ts';

const page = (words: string, locale: Locale = 'en'): Text => ({
  file: 'a-page',
  locale,
  isPage: true,
  words: [{ words, line: 1 }],
});
const failing = (words: string, locale?: Locale) =>
  checkLanguage([page(words, locale)]).failures.map(({ found }) => found);
const warned = (words: string, locale?: Locale) =>
  checkLanguage([page(words, locale)]).warnings.map(({ found }) => found);

test.each([
  ['Many recovering addicts work.', 'recovering addicts'],
  ['He was an alcoholic.', 'alcoholic'],
  ['The drunk next door.', 'The drunk'],
  ['Care for drug users.', 'drug users'],
  ['What alcoholism does.', 'alcoholism'],
  ['Care for substance abuse.', 'substance abuse'],
  ['He abused alcohol.', 'abused alcohol'],
  ['Drug dependence is common.', 'Drug dependence'],
  ['People struggling with drugs.', 'struggling with'],
  ['Do not fall victim to it.', 'fall victim'],
  ['She wants to stay clean.', 'stay clean'],
  ['The urine came back dirty.', 'urine came back dirty'],
  ['He lives for the next high.', 'the next high'],
  ['You hit rock bottom.', 'rock bottom'],
  ['A severe addiction.', 'severe addiction'],
  ['She fell off the wagon.', 'fell off the wagon'],
  ['Your drug of choice.', 'drug of choice'],
  ['Illegal substance addiction is hard.', 'Illegal substance addiction'],
  ['Opioid replacement exists.', 'Opioid replacement'],
  ['Help a loved one.', 'loved one'],
  ['Back in the real world.', 'real world'],
  ['It’s easy to start.', 'It’s easy'],
  ['Call now and ask.', 'Call now'],
  ['Only 3 beds are open.', 'Only 3 beds'],
  ['Recovery is guaranteed.', 'guaranteed'],
  ['He committed suicide.', 'committed suicide'],
  ['Noncompliant people.', 'Noncompliant'],
  ['She is in denial.', 'in denial'],
  ['He sabotages it.', 'sabotages'],
  ['Your call is 100% confidential.', '100% confidential'],
  ['The quiz is anonymous.', 'anonymous'],
  ['We are HIPAA compliant.', 'HIPAA compliant'],
  ['Use our secure form.', 'secure form'],
  ['We never share your number.', 'We never share'],
  ['For more, click here.', 'click here'],
])('"%s" must be written in other words', (words, found) => expect(failing(words)).toEqual([found]));

test.each([
  ['Los adictos trabajan.', 'adictos'],
  ['La drogadicción es común.', 'drogadicción'],
  ['Mi tío es alcohólico.', 'alcohólico'],
  ['El alcoholismo duele.', 'alcoholismo'],
  ['Un borracho en la calle.', 'Un borracho'],
  ['El abuso de drogas.', 'abuso de drogas'],
  ['La dependencia del alcohol.', 'dependencia del alcohol'],
  ['Personas que sufren de adicción.', 'sufren de adicción'],
  ['Quien lucha contra la adicción.', 'lucha contra la adicción'],
  ['Las víctimas de las drogas.', 'víctimas de las drogas'],
  ['Quiere mantenerse limpio.', 'mantenerse limpio'],
  ['Una prueba sucia.', 'prueba sucia'],
  ['Antes de tocar fondo.', 'tocar fondo'],
  ['Una adicción severa.', 'adicción severa'],
  ['Su droga de elección.', 'droga de elección'],
  ['La terapia de sustitución.', 'terapia de sustitución'],
  ['Un programa para pacientes externos.', 'pacientes externos'],
  ['En el mundo real.', 'mundo real'],
  ['Es fácil empezar.', 'Es fácil'],
  ['Llame ya.', 'Llame ya'],
  ['No espere más.', 'No espere más'],
  ['Resultado garantizado.', 'garantizado'],
  ['Intentó cometer suicidio.', 'cometer suicidio'],
  ['Está en negación.', 'en negación'],
  ['Eso sabotea el plan.', 'sabotea'],
  ['Es 100 % confidencial.', '100 % confidencial'],
  ['El cuestionario es anónimo.', 'anónimo'],
  ['Nunca compartimos su número.', 'Nunca compartimos'],
  ['Para más, haga clic aquí.', 'haga clic aquí'],
  ['Pregunte por tu plan.', 'tu'],
])('"%s" se escribe de otra manera', (words, found) => expect(failing(words, 'es')).toEqual([found]));

test.each([
  'The National Institute on Drug Abuse and the Substance Abuse and Mental Health Services Administration say so.',
  'The National Institute on Alcohol Abuse and Alcoholism, Alcoholics Anonymous and a DOT Substance Abuse Professional.',
  'Beware of a program that says “call now” or "100% confidential".',
  'Call 911 now. Keep your kitchen clean. Alcoholic drinks cost money. Drunk driving is a crime.',
  'Nicotine replacement is a medicine. Addiction care is covered.',
])('official names, quoted sales lines and other meanings stay: %s', (words) => expect(failing(words)).toEqual([]));

test.each([
  'Llame ahora al 911. Las bebidas alcohólicas cuestan. Alcohólicos Anónimos es gratis.',
  'Puede decir: «Te quiero y me preocupa tu salud». También: “¿Quieres hablar?”',
  'La Administración de Servicios de Abuso de Sustancias y Salud Mental (SAMHSA) lo dice.',
  'Tome té. Él está limpiando la casa.',
])('lo que es nombre, cita o tiene otro sentido se queda: %s', (words) => expect(failing(words, 'es')).toEqual([]));

test.each<[words: string, locale: Locale, found: string[]]>([
  ['A relapse can happen. A return to use is also called relapse (relapse).', 'en', ['relapse']],
  ['Rehab, rehab, rehab and rehab.', 'en', ['rehab', 'rehab']],
  ['Detox comes first. Withdrawal care (detox) takes days.', 'en', ['Detox']],
  ['Withdrawal care (detox) takes days. Then detox ends.', 'en', []],
  ['Patients and clients come.', 'en', ['Patients', 'clients']],
  ['She is addicted.', 'en', ['is addicted']],
  ['Una recaída no es un fracaso. Volver a consumir (recaída) pasa.', 'es', ['recaída']],
  ['La desintoxicación dura días.', 'es', ['desintoxicación']],
  ['La desintoxicación supervisada dura días. La desintoxicación acaba.', 'es', []],
  ['El paciente estuvo internado.', 'es', ['paciente', 'internado']],
])('a person decides about: %s', (words, locale, found) => {
  expect(warned(words, locale)).toEqual(found);
  expect(failing(words, locale)).toEqual([]);
});

test('a finding names file, line and field, also where the words break over a line', () => {
  const source = `---
title: Help for addicts
description: A page.
summary: [One., Two., Three.]
---

Fine words.
Care for substance
abuse.
`;
  const { manuscript } = parseManuscript('content/guides/en/x.mdx', source);
  expect(checkLanguage([textOfManuscript(manuscript)]).failures.map(printed)).toMatchInlineSnapshot(`
    [
      "content/guides/en/x.mdx:2 title words to avoid "addicts". Write "person with a substance use disorder" or "person in recovery".",
      "content/guides/en/x.mdx:8 words to avoid "substance abuse". Write "substance use" or "substance use disorder".",
    ]
  `);
});

const inYaml = (file: string, source: string) =>
  checkLanguage(textsOfYaml(parseYaml(file, source))).failures.map(printed);

test('a fact is read in the language of each of its texts', () => {
  expect(
    inYaml('content/facts/x.yaml', 'claim:\n  en: For addicts.\n  es: Para adictos.\nsources: [drug-abuse]\n'),
  ).toMatchInlineSnapshot(`
    [
      "content/facts/x.yaml:2 claim.en words to avoid "addicts". Write "person with a substance use disorder" or "person in recovery".",
      "content/facts/x.yaml:3 claim.es words to avoid "adictos". Escriba "persona con un trastorno por consumo de sustancias" o "persona en recuperación".",
    ]
  `);
});

test('texts of the interface, consent texts and the operator’s words are read too', () => {
  expect(inYaml('content/ui/es.yaml', 'list:\n  - Escribe tu nombre\n')).toEqual([
    'content/ui/es.yaml:2 list.0 words to avoid "tu". Use "usted".',
  ]);
  expect(inYaml('content/site.yaml', 'operator:\n  name: Adictos and Addicts\n')).toHaveLength(2);
  const consent = textOfMarkdown('content/consent/2026-11-22.en.md', 'One line.\n\nThis is 100% confidential.');
  expect(checkLanguage([consent]).failures).toMatchObject([{ line: 3, found: '100% confidential' }]);
});

test('the title of a source is its own', () => {
  expect(inYaml('content/quiz/x.yaml', '- source:\n    title: Drug Abuse Today\n')).toEqual([]);
});
