import type { TemplateSection } from '../../../shared/model';
import type { CaretPlace } from '../../state';

/** What every kind of answer gets. Its first value it reads itself, once. */
export interface SectionProps {
  readonly section: TemplateSection;
  readonly readOnly: boolean;
  readonly onFocus: () => void;
  readonly onSelection: (place: CaretPlace) => void;
}
