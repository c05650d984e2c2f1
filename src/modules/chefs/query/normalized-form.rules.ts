/** On the Korean keyboard, each letter of a syllable with its keys: first, middle and last letters in Unicode's order. */
const KEYS: Record<string, string> = {
  ...keysOf(0x1100, 'R,R,S,E,E,F,A,Q,Q,T,T,D,W,W,C,Z,X,V,G'),
  ...keysOf(0x1161, 'K,O,I,O,J,P,U,P,H,HK,HO,HL,Y,N,NJ,NP,NL,B,M,ML,L'),
  ...keysOf(0x11a8, 'R,R,RT,S,SW,SG,E,F,FR,FA,FQ,FT,FX,FV,FG,A,Q,QT,T,T,D,W,C,Z,X,V,G'),
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

function keysOf(first: number, keys: string): Record<string, string> {
  const named = keys.split(',');
  return Object.fromEntries(named.map((key, index) => [String.fromCodePoint(first + index), key]));
}
