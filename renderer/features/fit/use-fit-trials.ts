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
import { type AskMost, chooseFits, type FitChoice, type FitTrial, tightest } from './choose-fits';
import { type ShortLastLine, shortLastLines } from './short-last-lines';

/** Choices beyond these are read by nobody. */
const MOST_CHOICES = 6;

export interface StyleTrials {
  /** What to offer: styles that fit, or the one that comes nearest. */
  readonly choices: readonly FitChoice[];
  readonly fits: boolean;
  /** How many styles were tried. */
  readonly tried: number;
  /** Milliseconds from the question to the last answer. */
  readonly took: number;
}

const pair = <T>(items: readonly T[], trials: readonly Trial[]): [T, Trial][] =>
  items.flatMap((item, index): [T, Trial][] => {
    const trial = trials[index];
    return trial === undefined ? [] : [[item, trial]];
  });

const askMost: AskMost = async (trials) => {
  const certainties = await tryCertainty(trials.map(({ style }) => style));
  return certainties?.map(({ max }) => max) ?? null;
};

const tryAll = async (
  styles: readonly Style[],
  limit: number,
  ranges: StyleRanges,
): Promise<Pick<StyleTrials, 'choices' | 'fits'> | null> => {
  const answers = await tryStyles(styles);
  if (answers === null) return null;
  const trials = pair(styles, answers).map(([style, trial]): FitTrial => ({ style, trial }));
  const choices = await chooseFits(trials, limit, ranges, MOST_CHOICES, askMost);
  if (choices === null || choices.length > 0) {
    return choices === null ? null : { choices, fits: true };
  }
  const nearest = tightest(trials);
  return {
    choices: nearest === null ? [] : [{ ...nearest, most: nearest.trial.pages }],
    fits: false,
  };
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
    void tryAll(styles, limit, ranges).then((found) => {
      if (!wanted) return;
      const took = performance.now() - began;
      setTrials(found === null ? 'failed' : { ...found, tried: styles.length, took });
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
