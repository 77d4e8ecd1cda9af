import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { DossierRecord, PaperPages } from '../../../shared/ipc';
import {
  type PlacedPicture,
  type SigningPictureKind,
  sealDiameterSchema,
} from '../../../shared/model';
import { call } from '../../bridge';
import { useWords } from '../../i18n';
import { startPaperFace } from '../../preview';
import { choosePicture, removePicture, setSealDiameter, useDossier } from '../../state';
import { DossierDialog } from './dossier-dialog';
import { PaperSheet } from './paper-sheet';
import { PictureWarning } from './picture-warning';

const useStyles = makeStyles({
  rows: { display: 'grid', gap: tokens.spacingVerticalM },
  row: {
    display: 'grid',
    gridTemplateColumns: '120px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  thumb: {
    width: '120px',
    height: '72px',
    objectFit: 'contain',
    backgroundColor: '#fff',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  none: {
    boxSizing: 'border-box',
    width: '120px',
    height: '72px',
    display: 'grid',
    placeItems: 'center',
    color: tokens.colorNeutralForeground3,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { display: 'grid' },
  quiet: { color: tokens.colorNeutralForeground3 },
  diameter: { width: '120px' },
  frame: {
    position: 'relative',
    overflow: 'hidden',
    justifySelf: 'center',
    maxWidth: '100%',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  paper: { position: 'absolute' },
});

/** CSS pixels of a twip: 96 and 1440 go into an inch, so this is the real size. */
const PIXELS = 96 / 1440;
/** Twips around the pictures. */
const AROUND = { x: 1400, y: 700 };

const boxOf = (pictures: readonly PlacedPicture[]) => {
  const left = Math.min(...pictures.map(({ x }) => x)) - AROUND.x;
  const top = Math.min(...pictures.map(({ y }) => y)) - AROUND.y;
  const right = Math.max(...pictures.map(({ x, width }) => x + width)) + AROUND.x;
  const bottom = Math.max(...pictures.map(({ y, height }) => y + height)) + AROUND.y;
  return { left, top, width: right - left, height: bottom - top };
};

/** The place of signature and seal on the letter, cut out of the page as it will be printed. */
const RealSize = ({ pages }: { pages: PaperPages }) => {
  const t = useWords();
  const styles = useStyles();
  const pictures = pages.furniture.pictures ?? [];
  const number = pictures[0]?.page;
  const page = pages.pageList.pages.find((one) => one.number === number);
  if (page === undefined) return null;
  const box = boxOf(pictures.filter((one) => one.page === number));
  return (
    <div
      className={styles.frame}
      role="img"
      aria-label={t('dossier.picturesPreview')}
      style={{ width: box.width * PIXELS, height: box.height * PIXELS }}
      data-real-size
    >
      <div className={styles.paper} style={{ left: -box.left * PIXELS, top: -box.top * PIXELS }}>
        <PaperSheet page={page} furniture={pages.furniture} width={page.width * PIXELS} />
      </div>
    </div>
  );
};

interface PicturesDialogProps {
  record: DossierRecord;
  onClose: () => void;
}

/** Pictures of signature and seal: chosen, seen in their place in real size, taken away again. */
export const PicturesDialog = ({ record, onClose }: PicturesDialogProps) => {
  const t = useWords();
  const styles = useStyles();
  const pictures = useDossier((state) => state.pictures);
  const [pages, setPages] = useState<PaperPages | null>(null);
  const { lead, data } = record;
  const printable = record.papers.filter(({ printable: is, enclosed }) => is && enclosed);
  const paper = (printable.find(({ kind }) => kind === 'cover-letter') ?? printable[0])?.id;
  const hasAny = pictures !== null && (pictures.signature !== null || pictures.seal !== null);
  useEffect(() => {
    startPaperFace();
    let isCurrent = true;
    setPages(null);
    // Depends on the pictures themselves: another one is another preview.
    if (pictures === null || paper === undefined || !hasAny) return;
    void call('dossier.pages', { id: lead, paper, pictures: true }).then((answer) => {
      if (isCurrent && answer.ok) setPages(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [lead, paper, pictures, hasAny]);
  const row = (kind: SigningPictureKind) => {
    const kept = pictures?.[kind] ?? null;
    const name = t(`dossier.picture_${kind}`);
    return (
      <div className={styles.row} data-kept={kept === null ? 'none' : kind} data-kind={kind}>
        {kept === null ? (
          <span className={styles.none}>{t('dossier.noPicture')}</span>
        ) : (
          <img className={styles.thumb} alt={name} src={`data:image/png;base64,${kept.png}`} />
        )}
        <span className={styles.words}>
          <Text weight="semibold">{name}</Text>
          {kept !== null && (
            <Text size={200} className={styles.quiet}>
              {t('dossier.pictureSize', { width: kept.width, height: kept.height })}
            </Text>
          )}
          {kept?.notes.map((note) => (
            <Text key={note} size={200}>
              {note}
            </Text>
          ))}
        </span>
        <span className={styles.buttons}>
          <Button onClick={() => void choosePicture(lead, kind)}>
            {t(`dossier.choose_${kind}`)}
          </Button>
          {kept !== null && (
            <Button onClick={() => void removePicture(lead, kind)}>
              {t(`dossier.remove_${kind}`)}
            </Button>
          )}
        </span>
      </div>
    );
  };
  const seal = pictures?.seal ?? null;
  return (
    <DossierDialog wide title={t('dossier.picturesTitle')} action={null} onClose={onClose}>
      <PictureWarning />
      <Text>{t('dossier.picturesIntro')}</Text>
      <div className={styles.rows}>
        {row('signature')}
        {!data.organisation.individual && row('seal')}
      </div>
      {seal !== null && (
        <Field label={t('dossier.sealDiameter')} hint={t('dossier.sealDiameterHint')}>
          <Input
            className={styles.diameter}
            data-field="seal.diameter"
            inputMode="decimal"
            contentAfter="mm"
            defaultValue={String(seal.diameter).replace('.', ',')}
            onChange={(_, { value }) => {
              const read = sealDiameterSchema.safeParse(Number(value.trim().replace(',', '.')));
              if (read.success) void setSealDiameter(lead, read.data);
            }}
          />
        </Field>
      )}
      {pages !== null && <RealSize pages={pages} />}
      {pages !== null && (
        <Text size={200} className={styles.quiet}>
          {t('dossier.realSize')}
        </Text>
      )}
    </DossierDialog>
  );
};
