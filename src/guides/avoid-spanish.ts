import type { Avoided, Language } from './avoid.ts';

const fail = (words: string, instead: string): Avoided => ({ words, instead, level: 'fail' });
const warn = (words: string, instead: string): Avoided => ({ words, instead, level: 'warn' });
/** What someone else says. A guide may quote it: a sales line to beware of, a script for a talk at home. */
const quotable = (words: string, instead: string): Avoided => ({ words, instead, level: 'fail', mayBeQuoted: true });

const personFirst = 'Escriba "persona con un trastorno por consumo de sustancias" o "persona en recuperación".';
const unproven = 'Nada prueba esta promesa. Diga exactamente qué pasa.';

const avoided: readonly Avoided[] = [
  fail('(?:ex[- ]?)?(?:drog)?adict[oa]s?|toxicóman[oa]s?|drogodependientes?|yonquis?', personFirst),
  fail('drogadicción|drogodependencia|farmacodependencia', 'Escriba "trastorno por consumo de sustancias".'),
  fail('(?<!bebidas? )(?<!hepatitis )alcohólic[oa]s?', 'Escriba "persona con un trastorno por consumo de alcohol".'),
  fail('alcoholismo', 'Escriba "trastorno por consumo de alcohol".'),
  fail('(?:un|el|los|unos) borrach[oa]s?', personFirst),
  fail('abuso de(?:l)? (?:sustancias|drogas|alcohol|opioides)', 'Escriba "consumo de sustancias".'),
  fail('abus(?:a|an|ar|ó|aron|ando) de(?:l)? (?:sustancias|drogas|alcohol)', 'Escriba "consumir".'),
  fail('dependencia (?:de(?:l)?|al?) (?:las drogas|drogas|alcohol|sustancias)', 'Escriba "trastorno por consumo".'),
  fail(
    'sufr(?:e|en|ir|ía|ió|iendo|ido) (?:de|por|una?) (?:la |el |su |una? )?(?:adicci|trastorno|problema)\\p{L}*',
    'Escriba "tiene" o "vive con".',
  ),
  fail(
    '(?:luch|batall)(?:a|an|ar|ando) (?:con|contra) (?:la |el |su |una? )?(?:adicci|consumo|alcohol|droga|enfermedad)\\p{L}*',
    'Escriba "tiene" o "vive con".',
  ),
  fail('víctimas? de(?:l)? (?:la |las )?(?:adicci|alcohol|droga)\\p{L}*', 'Escriba "persona que consume".'),
  fail(
    '(?:est(?:ar|á|án|uvo|oy|aba)|mantener(?:se)?|mantenga|quedar(?:se)?|seguir|sigue|permanecer) limpi[oa]s?|limpi[oa]s? y sobri[oa]s?',
    'Escriba "no consume" o "está en remisión".',
  ),
  fail(
    '(?:pruebas?|orina|muestras?|resultados?|análisis) (?:limpi|suci)[oa]s?',
    'Escriba "resultado negativo" o "positivo".',
  ),
  fail('limpieza del cuerpo', 'Escriba "desintoxicación supervisada".'),
  fail(
    'toc(?:ar|a|an|ó|ado|ando) fondo|romper el (?:ciclo|círculo)|garras de|cadenas de la adicción',
    'Diga qué pasa, o quítelo.',
  ),
  fail(
    '(?:fuerte|severa|grave) adicción|adicci(?:ón|ones) (?:fuertes?|severas?|graves?)',
    'Escriba "trastorno grave por consumo de sustancias", solo si lo dijo un profesional.',
  ),
  warn('(?<!\\()reca(?:ída|ídas|er|e|en|yó|ído)', 'Escriba "volver a consumir"; una vez: "(recaída)".'),
  fail('drogas? de (?:elección|preferencia|su elección)', 'Escriba "la sustancia", o nómbrela.'),
  fail(
    '(?:terapia|tratamiento) de (?:reemplazo|sustitución)(?! (?:con|de) nicotina)',
    'Escriba "medicina para el trastorno por consumo de opioides".',
  ),
  warn('asistid[oa] con medicamentos', 'Escriba "medicinas para el trastorno por consumo de opioides (o alcohol)".'),
  warn('vida sobria|sobriedad', 'Escriba "recuperación", o "sin beber ni consumir".'),
  {
    words: 'desintoxica\\p{L}*|detox',
    instead: 'La primera vez escriba "desintoxicación supervisada".',
    level: 'warn',
    firstAs: 'desintoxicación (?:supervisada|médica)|\\(desintoxicación',
  },
  { words: 'rehab|rehabilitación', instead: 'Escriba "tratamiento".', level: 'warn', perPage: 2 },
  fail('pacientes externos|programa de pacientes', 'Escriba "programa ambulatorio".'),
  warn('pacientes?|clientes?', 'Para quien lee escriba "usted"; para otros, "las personas del programa".'),
  warn('internad[oa]s?|internamiento|internación|internarse', 'Escriba "residencial" o "con hospitalización".'),
  fail('mundo (?:real|normal|tradicional)|volver a la normalidad', 'Escriba "trabajo", "casa" o "vida diaria".'),
  quotable(
    'no se preocupe|es (?:muy )?fácil(?! de)|lo mejor de (?:los )?dos mundos|la (?:decisión|opción) correcta',
    'Escriba el dato, con su límite.',
  ),
  quotable(
    'llame (?:ya|ahora)(?! (?:mismo )?al? (?:911|988))|no espere más|solo quedan \\d+|(?:cupos|plazas) limitad[oa]s',
    'Escriba "Puede pedir una llamada. Sin prisa."',
  ),
  quotable('garantizad[oa]s?|(?:puede|va a) curar(?:se|lo|la)?', 'Nadie puede prometer un resultado.'),
  fail('com(?:eter|etió|ete|etieron) suicidio', 'Escriba "morir por suicidio".'),
  fail('en (?:fase de )?negación', 'Escriba "no lo ve así".'),
  fail('sabote(?:a|an|ar|ó|ando)', 'Escriba "lo hace más difícil".'),
  quotable(
    '(?:100 ?%|totalmente|completamente|absolutamente) (?:confidencial|privad[oa]|anónim[oa]|segur[oa])(?:es|s)?',
    unproven,
  ),
  quotable('anónim[oa](?:s|mente)?', unproven),
  quotable('cumple(?:n)? con (?:la )?(?:ley )?hipaa|formulario seguro|nunca compartimos', unproven),
  fail('haga clic aquí', 'Un enlace dice adónde lleva: nombre la página.'),
  quotable('tú|tus?|ti|contigo|eres|puedes|tienes|quieres|debes|vosotr[oa]s|vuestr[oa]s?', 'Use "usted".'),
];

/** Spanish: what to avoid, and the names that stay. */
export const spanish: Language = {
  avoided,
  officialNames: [
    'Instituto Nacional (?:sobre|de) (?:el )?Abuso de Drogas',
    'Instituto Nacional (?:sobre|de) (?:el )?Abuso de(?:l)? Alcohol y (?:el )?Alcoholismo',
    'Administración de Servicios de(?:l)? Abuso de Sustancias y (?:de )?Salud Mental',
    'Profesional(?:es)? en Abuso de Sustancias',
    '(?:Alcohólicos|Narcóticos|Cocainómanos) Anónimos',
  ],
};
