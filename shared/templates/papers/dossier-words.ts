import { dayNumber, nfc, officialDate, shortDate } from '../../base';
import type { Call, DossierData, PaperWords, Signer } from '../../model';

const USUAL_SUBJECT = 'đề xuất nhiệm vụ khoa học và công nghệ';
const BLANK_DATE = 'ngày ….. tháng ….. năm 20…..';

/** 'Hải Phòng, ngày 05 tháng 3 năm 2024', with places to write on for what is not known. */
export const placeAndDate = (place: string, date: string | null): string =>
  `${place.trim() === '' ? '……………' : place.trim()}, ${date === null ? BLANK_DATE : officialDate(date)}`;

/** '15/4/2023'; 'tháng 3/2024' where the source has no day. */
const writtenDate = (date: string): string => {
  const [year = '', month = '', day] = date.split('-');
  return day === undefined
    ? `tháng ${Number(month)}/${year}`
    : `ngày ${shortDate(dayNumber(date))}`;
};

/** A telephone number does not part at the end of a line. */
const unbroken = (text: string): string => text.trim().replaceAll(' ', '\u00a0');

const lowerFirst = (text: string): string => {
  const [first = '', second = ''] = text;
  // 'KH&CN', 'ISO': letters in a row are an abbreviation.
  return second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
    ? text
    : `${first.toLowerCase()}${text.slice(first.length)}`;
};

/** The call as a letter cites it, with the notice it relays. */
const citationOf = (call: Call): string => {
  const own = [
    call.number === null ? 'văn bản' : `Văn bản số ${call.number}`,
    writtenDate(call.date),
    `của ${call.issuer}`,
    `về việc ${lowerFirst(call.title)}`,
  ].join(' ');
  const relayed = call.references
    .filter(({ role }) => role === 'relays')
    .map(({ wording }) => wording);
  return [...relayed, own].join(' và ');
};

const signerFields = (signer: Signer, individual: boolean): Record<string, string> => {
  const { authority, body, position, name } = signer;
  const standsIn = authority !== '' && authority !== 'Q.';
  const own = authority === 'Q.' ? `Q. ${position}` : position;
  return {
    'signer.authority': standsIn && body.trim() !== '' ? `${authority} ${body}`.toUpperCase() : '',
    'signer.position': (own.trim() === '' && individual ? 'Người đề xuất' : own).toUpperCase(),
    'signer.title': position,
    'signer.name': name,
    'signer.blank':
      name.trim() === '' ? (individual ? 'Ký, ghi rõ họ tên' : 'Ký, ghi rõ họ tên, đóng dấu') : '',
  };
};

/** 'NKMH-QLCL', the part of a letter's sign behind the stroke. */
const symbolOf = ({ shortName, department }: DossierData['organisation']): string =>
  [shortName, department]
    .map((part) => part.replace(/\s+/gu, '').toUpperCase())
    .filter((part) => part !== '')
    .join('-');

/** '05': a number below ten carries a nought. */
const letterNumber = (number: string): string => {
  const plain = number.trim();
  return /^\d$/u.test(plain) ? `0${plain}` : plain;
};

const listed = (texts: readonly string[]): PaperWords['lists'][string] => {
  const known = texts
    .map((text) =>
      nfc(text)
        .trim()
        .replace(/[;.]+$/u, ''),
    )
    .filter((text) => text !== '');
  return known.map((text, at) => ({ text, end: at === known.length - 1 ? '.' : ';' }));
};

/** What the dossier and the call know, whatever the paper. */
export const dossierWords = (call: Call, dossier: DossierData): PaperWords => {
  const { organisation, letter, signer, contact, recipient } = dossier;
  const named = letter.addressees.filter((text) => text.trim() !== '');
  const addressees = named.length > 0 ? named : [recipient.name];
  const known = listed(addressees);
  const about = letter.about.trim();
  return {
    fields: {
      'org.name': organisation.name,
      'org.parent': organisation.parent,
      'org.address': organisation.address,
      'org.place': organisation.place,
      'org.taxCode': organisation.taxCode,
      'org.phone': unbroken(organisation.phone),
      'org.email': organisation.email,
      'org.unit': organisation.individual ? '' : organisation.name,
      'letter.number': letterNumber(letter.number),
      'letter.symbol': symbolOf(organisation),
      'letter.placeDate': placeAndDate(organisation.place, letter.date),
      'letter.day': letter.date === null ? BLANK_DATE : officialDate(letter.date),
      'letter.about': about === '' ? USUAL_SUBJECT : about,
      'letter.archive': organisation.individual
        ? ''
        : `: ${['VT', organisation.department.trim()].filter((part) => part !== '').join(', ')}`,
      'addressee.one': known.length === 1 ? (known[0]?.['text'] ?? '') : '',
      'addressee.many': known.length > 1 ? 'nhiều' : '',
      ...signerFields(signer, organisation.individual),
      'contact.name': contact.name,
      'contact.position': contact.position,
      'contact.phone': unbroken(contact.phone),
      'contact.email': contact.email,
      'recipient.name': recipient.name,
      'recipient.address': recipient.address,
      'recipient.email': recipient.email,
      'call.title': call.title,
      'call.programme': call.programme,
      'call.issuer': call.issuer,
      'call.citation': citationOf(call),
      'call.deadline': call.deadline.wording,
    },
    lists: {
      addressees: known.length > 1 ? known : [],
      copiesTo: listed(letter.copiesTo),
    },
  };
};
