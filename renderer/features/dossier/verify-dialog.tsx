import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { Verification } from '../../../shared/ipc';
import { useWords } from '../../i18n';
import { askDossier } from '../../state';
import { signTime } from './day-text';
import { DossierDialog } from './dossier-dialog';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  roots: { display: 'grid', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  reasons: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

interface VerifyDialogProps {
  report: Verification;
  /** The same file, looked at once more. */
  onReport: (report: Verification) => void;
  onClose: () => void;
}

/** What the signatures of a file are worth. Nothing looks good that the program cannot know. */
export const VerifyDialog = ({ report, onReport, onClose }: VerifyDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const { signatures } = report;
  const isGood = report.intact && report.coversWholeFile;
  const isTrusted = isGood && report.trust === 'trusted';
  const verdict = (): string => {
    if (signatures.length === 0) return t('dossier.verifyNone');
    if (isTrusted) return t('dossier.verifyGood');
    if (isGood) return t('dossier.verifyIntact');
    return signatures.some((one) => one.verdict === 'changed')
      ? t('dossier.verifyChanged')
      : t('dossier.verifyUnclear');
  };
  const intent = isTrusted
    ? ('success' as const)
    : isGood || signatures.length === 0
      ? ('info' as const)
      : ('error' as const);
  const addRoot = async (): Promise<void> => {
    const answer = await askDossier('sign.addRoot', undefined);
    if (answer.ok) onReport(answer.value);
  };
  return (
    <DossierDialog title={t('dossier.verifyTitle')} action={null} onClose={onClose}>
      <MessageBar intent={intent} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{report.fileName}</MessageBarTitle>
          <span data-verdict={isGood ? 'intact' : 'not-intact'}>{verdict()}</span>
        </MessageBarBody>
      </MessageBar>
      {signatures.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a signature's place in the file is its name.
        <dl key={index} className={styles.facts}>
          <dt>{t('dossier.signer')}</dt>
          <dd>{one.signer ?? t('dossier.unknown')}</dd>
          <dt>{t('dossier.issuer')}</dt>
          <dd>{one.issuer ?? t('dossier.unknown')}</dd>
          <dt>{t('dossier.signedAt')}</dt>
          <dd>{one.signedAt === null ? t('dossier.unknown') : signTime(one.signedAt)}</dd>
          <dt>{t('dossier.certificatePeriod')}</dt>
          <dd>
            {one.certificateFrom === null ? '?' : signTime(one.certificateFrom)} –{' '}
            {one.certificateUntil === null ? '?' : signTime(one.certificateUntil)}
          </dd>
          <dt>{t('dossier.trust')}</dt>
          <dd data-trust={one.trust}>{t(`dossier.trust_${one.trust}`)}</dd>
        </dl>
      ))}
      {report.reasons.length > 0 && (
        <ul className={styles.reasons}>
          {report.reasons.map((reason) => (
            <li key={reason}>
              <Text>{reason}</Text>
            </li>
          ))}
        </ul>
      )}
      {signatures.length > 0 && (
        <div className={styles.roots}>
          <Text className={styles.quiet}>
            {report.roots.length === 0
              ? t('dossier.rootsNone')
              : t('dossier.rootsGiven', { names: report.roots.join(', ') })}
          </Text>
          <div>
            <Button onClick={() => void addRoot()}>{t('dossier.addRoot')}</Button>
          </div>
        </div>
      )}
    </DossierDialog>
  );
};
