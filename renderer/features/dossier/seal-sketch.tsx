import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../i18n';

const useStyles = makeStyles({
  root: {
    width: '100%',
    maxWidth: '260px',
    justifySelf: 'center',
    backgroundColor: '#fff',
    color: '#000',
    forcedColorAdjust: 'none',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Where the seal goes, in millimetres: round, and its right third over the left third of the signature. */
export const SealSketch = ({ position, name }: { position: string; name: string }) => {
  const t = useWords();
  const styles = useStyles();
  return (
    <svg
      className={styles.root}
      viewBox="0 0 90 56"
      role="img"
      aria-label={t('dossier.sealSketch')}
    >
      <g fontFamily="Liberation Serif, Times New Roman, serif" textAnchor="middle" fontSize="5">
        <text x="56" y="8" fontWeight="700">
          {(position || t('dossier.sealSketchPosition')).toUpperCase()}
        </text>
        <text x="56" y="52" fontWeight="700">
          {name || t('dossier.sealSketchName')}
        </text>
      </g>
      <path
        d="M39 33c5-14 9-15 8-4s-5 9 1 1 6-8 6-1 4 4 8-2 5-4 3 2 4 3 10-3"
        fill="none"
        stroke="#1f3fa8"
        strokeWidth="0.9"
        strokeLinecap="round"
      />
      <g fill="none" stroke="#c8102e">
        <circle cx="33" cy="29" r="18" strokeWidth="1" />
        <circle cx="33" cy="29" r="12.5" strokeWidth="0.5" />
        <path
          d="M33 22.5l1.5 4.6h4.8l-3.9 2.8 1.5 4.6-3.9-2.8-3.9 2.8 1.5-4.6-3.9-2.8h4.8z"
          strokeWidth="0.5"
        />
      </g>
      <path d="M51 12v36M39 12v36" stroke="#767676" strokeWidth="0.3" strokeDasharray="1.2 1.2" />
      <text
        x="45"
        y="11"
        fontSize="4"
        textAnchor="middle"
        fill="#444"
        fontFamily="Liberation Sans, Segoe UI, sans-serif"
      >
        1/3
      </text>
    </svg>
  );
};
