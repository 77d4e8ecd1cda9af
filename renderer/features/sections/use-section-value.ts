import { useState } from 'react';
import type { SectionKind, TemplateSection, ValueOf } from '../../../shared/model';
import { readValue, useOpenProposal } from '../../state';

/**
 * The value a form starts with, read once. Later changes come from the form itself and are never
 * handed back to it: a keyboard that sends backspaces would otherwise eat letters.
 */
export const useInitialValue = <K extends SectionKind>(
  section: TemplateSection,
  kind: K,
): ValueOf<K> | null =>
  useState(() => readValue(kind, useOpenProposal.getState().values[section.id]))[0];
