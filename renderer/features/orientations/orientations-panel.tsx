import { Badge, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useShallow } from 'zustand/react/shallow';
import { findOrientation, type Orientation } from '../../../shared/model';
import { useWords } from '../../i18n';
import {
  answerOrientation,
  chooseOrientation,
  isEmptySection,
  useCompliance,
  useOpenProposal,
} from '../../state';
import { FailureBar, OrientationTree, shortHeading } from '../../ui';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    height: '100%',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXL}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  answers: {
    marginInlineStart: '32px',
    marginBottom: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  label: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  parts: { display: 'grid' },
});

/** Parts that can answer an orientation: written ones, not sums and dates. */
const ANSWERING: ReadonlySet<string> = new Set(['richText', 'text']);

/** Which orientations of the call the proposal answers, and in which of its parts. */
export const OrientationsPanel = () => {
  const t = useWords();
  const styles = useStyles();
  const { template, call, readOnly } = useOpenProposal(
    useShallow((state) => ({
      template: state.template,
      call: state.call,
      readOnly: state.readOnly,
    })),
  );
  const sections = (template?.sections ?? []).filter(({ kind }) => ANSWERING.has(kind));
  const empty = useOpenProposal(
    useShallow(({ values }) =>
      sections
        .filter((section) => {
          const value = values[section.id];
          return value === undefined || isEmptySection(section, value);
        })
        .map(({ id }) => id),
    ),
  );
  const { compliance, failure } = useCompliance();
  if (template === null || call === null) return null;
  if (failure !== null) return <FailureBar failure={failure} />;
  if (compliance === null) return null;
  const { chosen, answers } = compliance;
  const answersOf = (id: string): readonly string[] => answers[id] ?? [];
  const isAnswered = (id: string): boolean => answersOf(id).some((one) => !empty.includes(one));
  const known = chosen.filter((id) => findOrientation(call.orientations, id) !== null);

  const under = ({ id }: Orientation) => (
    <fieldset
      className={styles.answers}
      style={{ border: 'none', marginBlockStart: 0, minWidth: 0 }}
      aria-label={t('orientations.answeredBy')}
    >
      <span className={styles.label}>
        {t('orientations.answeredBy')}
        {answersOf(id).length === 0 && (
          <Badge appearance="tint" color="warning">
            {t('orientations.missing')}
          </Badge>
        )}
      </span>
      <div className={styles.parts}>
        {sections.map((section) => {
          const ticked = answersOf(id).includes(section.id);
          const hint =
            ticked && empty.includes(section.id) ? ` (${t('orientations.emptyPart')})` : '';
          return (
            <Checkbox
              key={section.id}
              size="medium"
              disabled={readOnly}
              label={`${section.numeral}. ${shortHeading(section.heading)}${hint}`}
              checked={ticked}
              data-answers={section.id}
              onChange={(_, data) => answerOrientation(id, section.id, data.checked === true)}
            />
          );
        })}
      </div>
    </fieldset>
  );

  return (
    <div className={styles.root}>
      <div>
        <Text as="h3" size={400} weight="semibold" block>
          {t('orientations.title')}
        </Text>
        <Text className={styles.quiet}>
          {call.orientations.length === 0 ? t('orientations.none') : t('orientations.intro')}
        </Text>
      </div>
      {known.length > 0 && (
        <Text weight="semibold" role="status">
          {t('orientations.chosen', {
            answered: known.filter(isAnswered).length,
            chosen: known.length,
          })}
        </Text>
      )}
      <OrientationTree
        orientations={call.orientations}
        choice={{ chosen, onChoose: chooseOrientation, readOnly, under }}
      />
    </div>
  );
};
