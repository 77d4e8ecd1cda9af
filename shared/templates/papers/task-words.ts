import { dongAmount, dongInWords, vietnameseNumber } from '../../base';
import { type DossierData, type DossierProposal, emptySummary, type PaperWords } from '../../model';
import { durationWords } from '../answer-words';
import { briefWords } from './brief-words';
import { taskFacts, taskText, taskTime } from './task-facts';

/** Letters of a part of a proposal in its cell of the summary table, so that rows come out level. */
const BRIEF = {
  necessity: 180,
  objectives: 165,
  contents: 165,
  results: 150,
  places: 100,
} as const;
const MILLION = 1_000_000;

const dong = (amount: number | null): string => (amount === null ? '' : dongAmount(amount));
const inWords = (amount: number | null): string =>
  amount === null ? '' : (dongInWords(amount) ?? '');
const millions = (amount: number | null): string =>
  amount === null ? '' : vietnameseNumber(amount / MILLION);

/** '03': numbers below ten carry a nought in official letters. */
export const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** An amount in figures, in words and in millions, under `name`. */
export const amountFields = (name: string, amount: number | null): Record<string, string> => ({
  [name]: dong(amount),
  [`${name}InWords`]: inWords(amount),
  [`${name}Millions`]: millions(amount),
});

/** '24 tháng' does not part at the end of a line. */
const unbroken = (period: string): string =>
  period.replace(/(\d) (?=tháng|năm)/gu, '$1\u00a0').replace(/tháng (?=\d)/gu, 'tháng\u00a0');

type Entry = PaperWords['lists'][string][number];

const entryOf = (of: DossierProposal, at: number, count: number, dossier: DossierData): Entry => {
  const facts = taskFacts(of);
  const own = Object.hasOwn(dossier.summaries, of.id) ? dossier.summaries[of.id] : undefined;
  const { necessity, objectives, contents, results, places, note } = own ?? emptySummary();
  const time = taskTime(of);
  const brief = (typed: string, role: keyof typeof BRIEF): string =>
    typed.trim() === '' ? briefWords(taskText(of, role), BRIEF[role]) : typed;
  return {
    n: String(at + 1),
    title: facts.title,
    organisation: facts.organisation === '' ? dossier.organisation.name : facts.organisation,
    ...amountFields('total', facts.total),
    ...amountFields('state', facts.state),
    ...amountFields('matching', facts.matching),
    period: unbroken(durationWords(time).period ?? ''),
    months: time.months === null ? '' : vietnameseNumber(time.months),
    necessity: brief(necessity, 'necessity'),
    objectives: brief(objectives, 'objectives'),
    contents: brief(contents, 'contents'),
    results: brief(results, 'results'),
    places: brief(places, 'places'),
    note,
    pages: of.pages === null ? '' : twoDigits(of.pages),
    end: at === count - 1 ? '.' : ';',
  };
};

/** A sum is known only when every part of it is. */
const sumOf = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>(
    (sum, amount) => (sum === null || amount === null ? null : sum + amount),
    0,
  );

/** The tasks of a dossier in their order, and what they come to together. */
export const taskWords = (
  proposals: readonly DossierProposal[],
  dossier: DossierData,
): PaperWords => {
  const facts = proposals.map(taskFacts);
  const tasks = proposals.map((of, at) => entryOf(of, at, proposals.length, dossier));
  const [only] = tasks;
  return {
    fields: {
      'tasks.count': twoDigits(proposals.length),
      ...amountFields('tasks.total', sumOf(facts.map(({ total }) => total))),
      ...amountFields('tasks.state', sumOf(facts.map(({ state }) => state))),
      ...amountFields('tasks.matching', sumOf(facts.map(({ matching }) => matching))),
      ...(tasks.length === 1 && only !== undefined
        ? Object.fromEntries(Object.entries(only).map(([name, text]) => [`task.${name}`, text]))
        : {}),
    },
    lists: { tasks, ...(tasks.length > 1 ? { several: tasks } : { single: tasks }) },
  };
};
