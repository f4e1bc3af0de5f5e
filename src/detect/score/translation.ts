/**
 * Files of translations: what they give to a name such as `password` is the word for it in another language.
 * @module
 */

/** Folders of languages, Android's folders of values, and files named by a language, with or without a country. */
const TRANSLATIONS =
  /(?:^|\/)(?:locales?|i18n|l10n|lang|languages?|translations?)\/|\/values-[a-z]{2,3}(?:-r[A-Z]{2})?\/|_[a-z]{2}(?:_[A-Z]{2})?\.properties$|[_.-][a-z]{2}(?:[_-][A-Z]{2})?\.(?:po|resx|strings|arb|xlf)$/;

/** Whether a value of a file is a word or a sentence there; a password that stands among translations has a digit. */
export function isTranslation(path: string, value: string): boolean {
  return TRANSLATIONS.test(path) && !/\d/.test(value);
}
