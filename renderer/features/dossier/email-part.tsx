import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Copy20Regular } from '@fluentui/react-icons';
import type { DossierEmail } from '../../../shared/ipc';
import { fileSize, useWords } from '../../i18n';
import { notify } from '../../state';
import { copyText } from '../../ui';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  row: {
    display: 'grid',
    gridTemplateColumns: '96px minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
  },
  label: { color: tokens.colorNeutralForeground2, paddingTop: '6px' },
  value: {
    paddingTop: '6px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxHeight: '180px',
    overflowY: 'auto',
  },
  size: { color: tokens.colorNeutralForeground2 },
  large: { color: tokens.colorPaletteRedForeground1 },
});

/** The message that takes the dossier along, part by part to be copied. Nothing is sent. */
export const EmailPart = ({ email }: { email: DossierEmail }) => {
  const t = useWords();
  const styles = useStyles();
  const copy = async (text: string): Promise<void> => {
    const copied = await copyText(text);
    notify(
      copied
        ? { intent: 'success', text: t('dossier.copied') }
        : { intent: 'error', text: t('dossier.notCopied') },
    );
  };
  const part = (name: 'to' | 'subject' | 'body', text: string) => (
    <div className={styles.row} data-email={name}>
      <Text className={styles.label}>{t(`dossier.email_${name}`)}</Text>
      <Text
        className={styles.value}
        // A long body is scrolled by the keyboard, too.
        {...(name === 'body'
          ? { tabIndex: 0, role: 'region', 'aria-label': t('dossier.email_body') }
          : {})}
      >
        {text === '' ? t('dossier.emailNoAddress') : text}
      </Text>
      <Button
        appearance="subtle"
        icon={<Copy20Regular />}
        aria-label={t('dossier.copyPart', { part: t(`dossier.email_${name}`) })}
        disabledFocusable={text === ''}
        onClick={() => text !== '' && void copy(text)}
      >
        {t('dossier.copy')}
      </Button>
    </div>
  );
  return (
    <div className={styles.root}>
      {part('to', email.to)}
      {part('subject', email.subject)}
      {part('body', email.body)}
      <Text className={email.isLarge ? styles.large : styles.size} data-email-size={email.bytes}>
        {t('dossier.emailSize', { count: email.files.length, size: fileSize(email.bytes) })}
        {email.isLarge && ` ${t('dossier.emailLarge')}`}
      </Text>
      <Text className={styles.size}>{t('dossier.emailNotSent')}</Text>
    </div>
  );
};
