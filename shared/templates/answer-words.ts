import { dongAmount, dongInWords, monthNumber, officialMonth, vietnameseNumber } from '../base';
import type { AnswerField, DurationValue, MoneyValue, OrganisationValue } from '../model';

/** What is printed for a field; a field that is missing or empty has no words. */
export type AnswerWords = Partial<Readonly<Record<AnswerField, string>>>;

const monthWords = (text: string): string => {
  const month = monthNumber(text);
  return month === null ? text : officialMonth(month);
};

/** '18 tháng, từ tháng 7 năm 2023 đến tháng 12 năm 2024'; what nobody filled in is left out. */
export const durationWords = ({ from, to, months }: DurationValue): AnswerWords => {
  const span = [
    from === null || from === '' ? '' : `từ ${monthWords(from)}`,
    to === null || to === '' ? '' : `đến ${monthWords(to)}`,
  ].filter((part) => part !== '');
  const count = months === null ? [] : [`${vietnameseNumber(months)} tháng`];
  return { period: [...count, span.join(' ')].filter((part) => part !== '').join(', ') };
};

const amountWords = (amount: number | null): string => (amount === null ? '' : dongAmount(amount));

export const moneyWords = ({ total, state, matching }: MoneyValue): AnswerWords => ({
  total: amountWords(total),
  totalInWords: total === null ? '' : (dongInWords(total) ?? ''),
  state: amountWords(state),
  matching: amountWords(matching),
});

export const organisationWords = (value: OrganisationValue): AnswerWords => ({
  name: value.name,
  address: value.address,
  taxCode: value.taxCode ?? '',
  'contact.name': value.contact.name,
  'contact.position': value.contact.position,
  'contact.phone': value.contact.phone,
  'contact.email': value.contact.email,
});
