import {
  Badge,
  Button,
  Input,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { foldText } from '../../../shared/base';
import type { LegalReference } from '../../../shared/model';
import { useWords } from '../../i18n';
import { hashOf, useLibrary } from '../../state';
import { ReferenceDialog } from './reference-dialog';
import { ReferenceRecord } from './reference-record';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(240px, 340px) minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 900px)': { gridTemplateColumns: '1fr' },
  },
  side: { display: 'grid', gap: tokens.spacingVerticalS },
  tools: { display: 'grid', gridTemplateColumns: '1fr auto', gap: tokens.spacingHorizontalS },
  add: { whiteSpace: 'nowrap' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '2px' },
  item: {
    display: 'block',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: tokens.spacingHorizontalS },
  quiet: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

const wordsOf = ({ type, number, title, issuer, variants }: LegalReference): string =>
  foldText([type, number, title, issuer, ...variants].filter(Boolean).join(' '));

const nameOf = ({ type, number, title }: LegalReference): string =>
  `${type} ${number ?? title ?? ''}`.trim();

/** Legal documents as records: what is known of each, and how surely. */
export const References = ({ id }: { id: string | null }) => {
  const t = useWords();
  const styles = useStyles();
  const references = useLibrary((state) => state.references);
  const [filter, setFilter] = useState('');
  const [adding, setAdding] = useState(false);
  const wanted = foldText(filter).split(' ');
  const shown = references.filter((one) => {
    const words = wordsOf(one);
    return wanted.every((word) => words.includes(word));
  });
  const chosen = references.find((one) => one.id === id) ?? shown[0];
  return (
    <div className={styles.root}>
      <div className={styles.side}>
        <div className={styles.tools}>
          <Input
            aria-label={t('library.filterList')}
            placeholder={t('library.filterList')}
            onChange={(_, data) => setFilter(data.value)}
          />
          <Button className={styles.add} icon={<Add20Regular />} onClick={() => setAdding(true)}>
            {t('library.addReference')}
          </Button>
        </div>
        {shown.length === 0 && <Text>{t('library.noneFound')}</Text>}
        <ul className={styles.list} aria-label={t('library.shelf_van-ban')} lang="vi">
          {shown.map((one) => (
            <li key={one.id}>
              <a
                className={mergeClasses(styles.item, one === chosen && styles.selected)}
                href={hashOf({ screen: 'library', shelf: 'van-ban', id: one.id })}
                {...(one === chosen ? { 'aria-current': 'true' as const } : {})}
              >
                <span className={styles.name}>{nameOf(one)}</span>
                {one.conflicts.length > 0 && (
                  <Badge appearance="filled" color="warning">
                    {t('library.conflict')}
                  </Badge>
                )}
                {one.number !== null && <span className={styles.quiet}>{one.title}</span>}
              </a>
            </li>
          ))}
        </ul>
      </div>
      {chosen !== undefined && <ReferenceRecord key={chosen.id} reference={chosen} />}
      {adding && <ReferenceDialog reference={null} onClose={() => setAdding(false)} />}
    </div>
  );
};
