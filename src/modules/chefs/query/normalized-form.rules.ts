/** On the Korean keyboard, each letter of a syllable with its key; some letters take two. */
const KEYS: Record<string, string> = {
  ...keysOf('ᄀᄁᄂᄃᄄᄅᄆᄇᄈᄉᄊᄋᄌᄍᄎᄏᄐᄑᄒ', 'RRSEEFAQQTTDWWCZXVG'),
  ...keysOf('ᅡᅢᅣᅤᅥᅦᅧᅨᅩᅭᅮᅲᅳᅵ', 'KOIOJPUPHYNBML'),
  ...keysOf('ᆨᆩᆫᆮᆯᆷᆸᆺᆻᆼᆽᆾᆿᇀᇁᇂ', 'RRSEFAQTTDWCZXVG'),
  ...{ ᅪ: 'HK', ᅫ: 'HO', ᅬ: 'HL', ᅯ: 'NJ', ᅰ: 'NP', ᅱ: 'NL', ᅴ: 'ML' },
  ...{
    ᆪ: 'RT',
    ᆬ: 'SW',
    ᆭ: 'SG',
    ᆰ: 'FR',
    ᆱ: 'FA',
    ᆲ: 'FQ',
    ᆳ: 'FT',
    ᆴ: 'FX',
    ᆵ: 'FV',
    ᆶ: 'FG',
    ᆹ: 'QT',
  },
};

/**
 * What `search_form` of the migrations makes of a word, in all locales of databases: those without one
 * know the small letters of ASCII alone.
 */
export function normalizedForms(word: string): string[] {
  const plain = word.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  const lower = (letters: RegExp) => plain.replace(letters, (letter) => letter.toLowerCase());
  const forms = [lower(/./gsu), lower(/[A-Z]/g)].map((form) =>
    form.replace(/[\u1100-\u11ff]/g, (letter) => KEYS[letter] ?? letter),
  );
  return [...new Set(forms)];
}

function keysOf(letters: string, keys: string): Record<string, string> {
  return Object.fromEntries(Array.from(letters, (letter, index) => [letter, keys[index] ?? '']));
}
