import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { IpcFailure } from '../../../shared/ipc';
import { type Call, freshCallId, parseCall, type ShapeFault } from '../../../shared/model';
import { dateWords, useWords } from '../../i18n';
import { navigate, notify, saveCall, useProgram } from '../../state';
import { FailureBar, readDayOrMonth } from '../../ui';
import { leaveDraft } from './call-draft';
import { Card } from './card';
import { DeadlineFields } from './deadline-fields';
import { DossierFields } from './dossier-fields';
import { FormFaults, FormGrid, TextRow } from './form-parts';
import {
  correctionsToText,
  linesOf,
  textOfLines,
  textToCorrections,
  textToUnknowns,
  unknownsToText,
} from './line-lists';
import { orientationsToText, textToOrientations } from './orientation-text';
import { ContactFields, RecipientFields } from './recipient-fields';
import { ReferenceFields, TemplateFields } from './reference-fields';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    maxWidth: '880px',
    marginInline: 'auto',
    padding: `${tokens.spacingVerticalXXL} clamp(16px, 3vw, 40px) ${tokens.spacingVerticalXXXL}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

const LEVELS = ['city', 'national', 'district'] as const;
const LISTS = [
  'addressees',
  'portals',
  'requirements',
  'priorities',
  'cautions',
  'letter',
] as const;
const ROWS: Readonly<Record<(typeof LISTS)[number], number>> = {
  addressees: 3,
  portals: 2,
  requirements: 4,
  priorities: 3,
  cautions: 3,
  letter: 12,
};

interface CallFormProps {
  /** Changed in place while the person types. */
  draft: Call;
  isNew: boolean;
}

/** Everything a call can say, to be entered or mended by hand. */
export const CallForm = ({ draft, isNew }: CallFormProps) => {
  const t = useWords();
  const styles = useStyles();
  const [faults, setFaults] = useState<readonly ShapeFault[]>([]);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const root = useRef<HTMLFormElement>(null);

  const save = async (): Promise<void> => {
    if (busy) return;
    const { calls } = useProgram.getState();
    const year = draft.deadline.date.slice(0, 4);
    const id = isNew
      ? freshCallId(`${draft.number ?? draft.title} ${year}`, new Set(calls.map((call) => call.id)))
      : draft.id;
    const parsed = parseCall({ ...draft, id });
    if (!parsed.ok) {
      setFaults(parsed.error);
      root.current?.scrollIntoView({ block: 'start' });
      return;
    }
    setFaults([]);
    setBusy(true);
    const saved = await saveCall(parsed.value);
    setBusy(false);
    if (!saved.ok) {
      setFailure(saved.error);
      return;
    }
    leaveDraft();
    notify({ intent: 'success', text: t('callForm.saved', { name: saved.value.title }) });
    navigate({ screen: 'calls', id: saved.value.id });
  };

  return (
    <FormFaults.Provider value={faults}>
      <form
        ref={root}
        className={styles.root}
        aria-label={isNew ? t('callForm.newTitle') : t('callForm.editTitle')}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={styles.bar}>
          <Text as="h2" size={500} weight="semibold">
            {isNew ? t('callForm.newTitle') : t('callForm.editTitle')}
          </Text>
          <div className={styles.buttons}>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void save()}>
              {t('common.save')}
            </Button>
            <Button onClick={leaveDraft}>{t('common.cancel')}</Button>
          </div>
        </div>
        {failure !== null && <FailureBar failure={failure} />}
        {faults.length > 0 && (
          <MessageBar intent="error" layout="multiline" politeness="assertive">
            <MessageBarBody>
              <MessageBarTitle>{t('callForm.faults')}</MessageBarTitle>
              {faults.map(({ where, sentence }) => (
                <div key={where + sentence}>{sentence}</div>
              ))}
            </MessageBarBody>
          </MessageBar>
        )}
        <Card title={t('callForm.basics')}>
          <FormGrid>
            <TextRow
              name="title"
              label={t('callForm.title')}
              initial={draft.title}
              rows={2}
              onChange={(text) => {
                draft.title = text;
              }}
            />
            <TextRow
              name="number"
              label={t('calls.number')}
              hint={t('callForm.numberHint')}
              initial={draft.number ?? ''}
              onChange={(text) => {
                draft.number = text.trim() === '' ? null : text;
              }}
            />
            <TextRow
              name="date"
              label={t('calls.date')}
              hint={t('callForm.dateHint')}
              initial={dateWords(draft.date)}
              onChange={(text) => {
                draft.date = readDayOrMonth(text) ?? text;
              }}
            />
            <TextRow
              wide
              name="issuer"
              label={t('calls.issuer')}
              initial={draft.issuer}
              onChange={(text) => {
                draft.issuer = text;
              }}
            />
            <TextRow
              wide
              name="programme"
              label={t('calls.programme')}
              initial={draft.programme}
              onChange={(text) => {
                draft.programme = text;
              }}
            />
            <Field label={t('callForm.level')}>
              <Select
                data-field="level"
                defaultValue={draft.level}
                onChange={(_, data) => {
                  draft.level = LEVELS.find((level) => level === data.value) ?? draft.level;
                }}
              >
                {LEVELS.map((level) => (
                  <option key={level} value={level}>
                    {t(`calls.level_${level}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <TextRow
              name="round"
              label={t('callForm.round')}
              hint={t('callForm.roundHint')}
              initial={draft.round === null ? '' : String(draft.round)}
              onChange={(text) => {
                draft.round = text.trim() === '' ? null : Number(text);
              }}
            />
          </FormGrid>
        </Card>
        <Card title={t('callForm.deadline')}>
          <DeadlineFields deadline={draft.deadline} where="deadline" />
        </Card>
        <Card title={t('calls.recipient')}>
          <RecipientFields call={draft} />
        </Card>
        <Card title={t('calls.contact')}>
          <ContactFields call={draft} />
        </Card>
        <Card title={t('callForm.templates')}>
          <TemplateFields call={draft} />
        </Card>
        <Card title={t('calls.dossier')}>
          <DossierFields call={draft} />
        </Card>
        <Card title={t('calls.orientations')}>
          <TextRow
            name="orientations"
            label={t('callForm.orientations')}
            hint={t('callForm.orientationsHint')}
            rows={8}
            initial={orientationsToText(draft.orientations)}
            onChange={(text) => {
              draft.orientations = textToOrientations(text);
            }}
          />
        </Card>
        <Card title={t('calls.references')}>
          <ReferenceFields call={draft} />
        </Card>
        <Card title={t('callForm.texts')}>
          {LISTS.map((list) => (
            <TextRow
              key={list}
              name={list}
              label={t(`callForm.${list}`)}
              rows={ROWS[list]}
              initial={textOfLines(draft[list])}
              onChange={(text) => {
                draft[list] = linesOf(text);
              }}
            />
          ))}
          <TextRow
            name="unknowns"
            label={t('callForm.unknowns')}
            hint={t('callForm.unknownsHint')}
            rows={3}
            initial={unknownsToText(draft.unknowns)}
            onChange={(text) => {
              draft.unknowns = textToUnknowns(text);
            }}
          />
          <TextRow
            name="corrections"
            label={t('callForm.corrections')}
            hint={t('callForm.correctionsHint')}
            rows={3}
            initial={correctionsToText(draft.corrections)}
            onChange={(text) => {
              draft.corrections = textToCorrections(text);
            }}
          />
          <TextRow
            name="source"
            label={t('calls.source')}
            initial={draft.source}
            onChange={(text) => {
              draft.source = text;
            }}
          />
        </Card>
      </form>
    </FormFaults.Provider>
  );
};
