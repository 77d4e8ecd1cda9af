import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import en from './en.json';
import vi from './vi.json';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof vi };
  }
}

/** Both languages are in the program; nothing is loaded later, so a word is never missing. */
export const startWords = (language: Language): void => {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    // React escapes what it shows; escaping here as well would show '&quot;'.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = language;
};

export const changeLanguage = (language: Language): void => {
  if (i18next.language === language) return;
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
};

export type Words = TFunction;
/** The words of the window; components using it follow a change of language. */
export const useWords = (): Words => useTranslation().t;
/** For code outside components; asks anew at each call. */
export const words = (): Words => i18next.t;
