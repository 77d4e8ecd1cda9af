import { RichTextEditor, type RichTextEditorHandle } from '../../editor';
import { editSection } from '../../state';
import type { SectionProps } from './section-props';
import { useInitialValue } from './use-section-value';

/** The editors that are shown, by section, so that others can move the caret into them. */
export const richTextHandles = new Map<string, RichTextEditorHandle>();

const keepHandle = (section: string) => (handle: RichTextEditorHandle | null) => {
  if (handle === null) richTextHandles.delete(section);
  else richTextHandles.set(section, handle);
};

export const RichTextSection = ({ section, readOnly, onFocus, onSelection }: SectionProps) => {
  const initial = useInitialValue(section, 'richText');
  if (initial === null) return null;
  return (
    <RichTextEditor
      ref={keepHandle(section.id)}
      sectionId={section.id}
      initialValue={initial}
      label={`${section.numeral}. ${section.heading}`}
      readOnly={readOnly}
      onChange={(doc) => editSection(section.id, doc)}
      onFocus={onFocus}
      onSelection={(path, offset) => onSelection({ path, offset })}
    />
  );
};
