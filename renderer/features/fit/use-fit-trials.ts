import { useEffect, useState } from 'react';
import type { Style, StyleRanges } from '../../../shared/model';
import {
  type Trial,
  tryCertainty,
  tryShortenings,
  tryStyles,
  useOpenProposal,
  usePageCount,
} from '../../state';
import { candidateStyles } from './candidate-styles';
import { type FitChoice, mayNeedMore } from './rank-fits';
import { type ShortLastLine, shortLastLines } from './short-last-lines';

export interface StyleTrials {
  readonly choices: readonly FitChoice[];
  /** Milliseconds from the question to the last answer. */
  readonly took: number;
}

const pair = <T>(items: readonly T[], trials: readonly Trial[]): [T, Trial][] =>
  items.flatMap((item, index): [T, Trial][] => {
    const trial = trials[index];
    return trial === undefined ? [] : [[item, trial]];
  });

const tryAll = async (styles: readonly Style[], limit: number): Promise<FitChoice[] | null> => {
  const trials = await tryStyles(styles);
  if (trials === null) return null;
  const choices = pair(styles, trials).map(
    ([style, trial]): FitChoice => ({ style, trial, most: trial.pages }),
  );
  const unsure = choices.filter((choice) => mayNeedMore(choice, limit));
  const certainties = await tryCertainty(unsure.map(({ style }) => style));
  if (certainties === null) return null;
  const most = new Map(unsure.map((choice, index) => [choice, certainties[index]?.max]));
  return choices.map((choice) => ({ ...choice, most: most.get(choice) ?? choice.most }));
};

/** What each legal typography would give for the text as it is; null while it is being tried. */
export const useStyleTrials = (
  form: Style,
  ranges: StyleRanges,
  limit: number,
): StyleTrials | 'failed' | null => {
  const [trials, setTrials] = useState<StyleTrials | 'failed' | null>(null);
  useEffect(() => {
    const now = useOpenProposal.getState().style;
    if (now === null) return;
    let wanted = true;
    const began = performance.now();
    const styles = candidateStyles(now, form, ranges);
    void tryAll(styles, limit).then((choices) => {
      if (!wanted) return;
      setTrials(choices === null ? 'failed' : { choices, took: performance.now() - began });
    });
    return () => {
      wanted = false;
    };
  }, [form, ranges, limit]);
  return trials;
};

export interface LineToSave extends ShortLastLine {
  readonly trial: Trial;
}

/** Paragraphs that would lose a line, each with what that would give, the most helpful first. */
export const useLinesToSave = (): readonly LineToSave[] | null => {
  const pages = usePageCount((state) => state.pageList?.pages ?? null);
  const [lines, setLines] = useState<readonly LineToSave[] | null>(null);
  useEffect(() => {
    if (pages === null) return;
    let wanted = true;
    const found = shortLastLines(pages);
    const { lines: now } = usePageCount.getState();
    void tryShortenings(found.map(({ shortening }) => shortening)).then((answers) => {
      if (!wanted || answers === null) return;
      const saving = pair(found, answers)
        .map(([line, trial]) => ({ ...line, trial }))
        .filter(({ trial }) => trial.lines < now);
      setLines(saving.sort((a, b) => a.trial.fill - b.trial.fill || a.count - b.count));
    });
    return () => {
      wanted = false;
    };
  }, [pages]);
  return lines;
};
