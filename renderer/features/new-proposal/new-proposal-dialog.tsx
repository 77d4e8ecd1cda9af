import {
  Badge,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { IpcFailure } from '../../../shared/ipc';
import type { OrganisationValue } from '../../../shared/model';
import { useWords } from '../../i18n';
import {
  createProposal,
  emptyOrganisation,
  navigate,
  saveOrganisation,
  staleNow,
  templatesOf,
  useCallEntries,
  useOrganisations,
  useProgram,
} from '../../state';
import { FailureBar, OrganisationFields, OrientationTree } from '../../ui';

const useStyles = makeStyles({
  content: {
    display: 'grid',
    // A select is as wide as its longest call; the column decides here.
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  select: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
  note: { color: tokens.colorNeutralForeground2 },
  inset: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

const LATER = '';
const NEW = 'new';

interface NewProposalDialogProps {
  /** Chosen already when the person comes from the reading view of a call. */
  callId: string | null;
  onClose: () => void;
}

export const NewProposalDialog = ({ callId, onClose }: NewProposalDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const { calls, templates } = useProgram();
  const entries = useCallEntries();
  const { profiles } = useOrganisations();
  // In the order shown: what can still be handed in, the most urgent first.
  const usable = entries
    .map(({ call: one }) => one)
    .filter((one) => templatesOf(one, templates).length > 0);
  const [chosenCall, setChosenCall] = useState(callId ?? usable[0]?.id ?? calls[0]?.id ?? '');
  const call = calls.find(({ id }) => id === chosenCall);
  const forms = call === undefined ? [] : templatesOf(call, templates);
  const [chosenForm, setChosenForm] = useState('');
  const form = forms.find(({ id }) => id === chosenForm) ?? forms[0];
  /** Another call's form stands in, until somebody has the right one. */
  const isBasis =
    form !== undefined &&
    call?.dossier?.documents.some(
      ({ form: own }) => own.template === form.id && own.standing === 'basis',
    ) === true;
  const [organisation, setOrganisation] = useState(
    (profiles.find(({ isDefault }) => isDefault) ?? profiles[0])?.id ?? LATER,
  );
  const [orientations, setOrientations] = useState<readonly string[]>([]);
  const [choosing, setChoosing] = useState(false);
  const entry = entries.find((one) => one.call.id === chosenCall);
  const title = useRef<HTMLInputElement>(null);
  const newOrganisation = useRef<OrganisationValue>(emptyOrganisation());
  const [nameMissing, setNameMissing] = useState(false);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const [busy, setBusy] = useState(false);

  /** The profile's id; null for "later"; undefined when the new one could not be saved. */
  const organisationId = async (): Promise<string | null | undefined> => {
    if (organisation === LATER) return null;
    if (organisation !== NEW) return organisation;
    if (newOrganisation.current.name.trim() === '') {
      setNameMissing(true);
      return undefined;
    }
    const saved = await saveOrganisation({
      ...newOrganisation.current,
      isDefault: profiles.length === 0,
    });
    if (saved.ok) return saved.value.id;
    setFailure(saved.error);
    return undefined;
  };

  const create = async (): Promise<void> => {
    if (call === undefined || form === undefined || busy) return;
    setBusy(true);
    const profile = await organisationId();
    if (profile !== undefined) {
      const made = await createProposal({
        callId: call.id,
        templateId: form.id,
        title: title.current?.value ?? '',
        organisationId: profile,
        orientations: [...orientations],
      });
      if (made.ok) {
        onClose();
        navigate({ screen: 'proposal', id: made.value.id });
        return;
      }
      setFailure(made.error);
    }
    setBusy(false);
  };

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('create.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            {failure !== null && <FailureBar failure={failure} />}
            <Field label={t('create.call')}>
              <Select
                select={{ className: styles.select }}
                value={chosenCall}
                onChange={(_, data) => {
                  setChosenCall(data.value);
                  setOrientations([]);
                }}
              >
                {entries.map(({ call: { id, number, title: name } }) => (
                  <option key={id} value={id}>
                    {[number, name].filter((part) => part !== null).join(' · ')}
                  </option>
                ))}
              </Select>
            </Field>
            {call !== undefined && (
              <Text size={200} className={styles.note} lang="vi">
                {t('create.deadline')} {call.deadline.wording}.{' '}
                {entry?.report?.state?.sentence ?? ''}
              </Text>
            )}
            {form === undefined ? (
              <FailureBar intent="warning" failure={{ message: t('create.noTemplate') }} />
            ) : (
              <Field
                label={t('create.template')}
                hint={[t('create.templateLimit', { max: form.pageLimit.max }), form.standing]
                  .filter((part) => part !== '')
                  .join('. ')}
              >
                <Select
                  select={{ className: styles.select }}
                  value={form.id}
                  onChange={(_, data) => setChosenForm(data.value)}
                >
                  {forms.map(({ id, title: name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
            {isBasis && (
              <div>
                <Badge appearance="filled" color="warning">
                  {t('calls.toCompare')}
                </Badge>{' '}
                <Text size={200}>{t('create.toCompare')}</Text>
              </div>
            )}
            {call !== undefined && call.orientations.length > 0 && (
              <div className={styles.inset}>
                <Button
                  appearance="transparent"
                  size="small"
                  aria-expanded={choosing}
                  icon={choosing ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
                  onClick={() => setChoosing(!choosing)}
                >
                  {t('create.showOrientations', { count: orientations.length })}
                </Button>
                {choosing && (
                  <OrientationTree
                    orientations={call.orientations}
                    choice={{
                      chosen: orientations,
                      onChoose: (id, chosen) => {
                        const others = orientations.filter((one) => one !== id);
                        setOrientations(chosen ? [...others, id] : others);
                      },
                    }}
                  />
                )}
              </div>
            )}
            <Field label={t('create.name')} hint={t('create.nameHint')}>
              <Input input={{ ref: title }} />
            </Field>
            <Field label={t('create.organisation')} hint={t('create.organisationHint')}>
              <Select
                select={{ className: styles.select }}
                value={organisation}
                onChange={(_, data) => setOrganisation(data.value)}
              >
                {profiles.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
                <option value={NEW}>{t('create.newOrganisation')}</option>
                <option value={LATER}>{t('create.noOrganisation')}</option>
              </Select>
            </Field>
            {organisation === NEW && (
              <div className={styles.inset}>
                <OrganisationFields
                  initialValue={newOrganisation.current}
                  addressNote={staleNow}
                  nameMessage={nameMissing ? t('organisations.nameNeeded') : undefined}
                  onChange={(value) => {
                    newOrganisation.current = value;
                    if (value.name.trim() !== '') setNameMissing(false);
                  }}
                />
              </div>
            )}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabledFocusable={form === undefined || busy}
              onClick={() => void create()}
            >
              {t('create.create')}
            </Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
