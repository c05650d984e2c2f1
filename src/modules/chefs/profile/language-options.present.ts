import type { Translator } from '../../../platform/i18n/translations.js';

export function profileViewHelpers({ language, tStored }: Translator) {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const optionsOf = (codes: string[]) =>
    codes.map((value) => ({ value, label: names.of(value) ?? value }));
  return {
    languageList: (codes: string[]) =>
      optionsOf(codes)
        .map(({ label }) => label)
        .join(', '),
    languageOptions: optionsOf,
    sortedLanguageOptions: (codes: string[]) =>
      optionsOf(codes).sort((a, b) => a.label.localeCompare(b.label, language)),
    cuisineExamples: (cuisines: string[]) =>
      (cuisines.length > 0 ? cuisines.slice(0, 3) : ['Korean']).map(tStored).join(', '),
  };
}
