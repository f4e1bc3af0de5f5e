import { describe, expect, it } from 'vitest';
import { isTranslation } from '../../../src/detect/score/translation.ts';

describe('translations', () => {
  it.each([
    ['conf/locale/locale_cs-CZ.ini', 'Heslo'],
    ['lang/da/settings.php', 'Brugeradgangskode'],
    ['assets/base/i18n/da.json', 'Adgangskode'],
    ['app/src/main/res/values-pt-rBR/strings.xml', 'Senha'],
    ['core/src/main/resources/hudson/config_da.properties', 'Bekræft adgangskode'],
  ])('of %s are words', (path, value) => expect(isTranslation(path, value)).toBe(true));

  it.each([
    ['a value with a digit', 'lang/da/settings.php', 'tr0ubadour'],
    ['a file of settings', 'config/database.php', 'Heslo'],
    ['a file of settings for a stage', 'config/application-qa.properties', 'Heslo'],
    ['a program', 'src/language.ts', 'Heslo'],
  ])('are not %s', (_, path, value) => expect(isTranslation(path, value)).toBe(false));
});
