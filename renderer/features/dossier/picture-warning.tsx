import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { SigningPicturesRecord } from '../../../shared/ipc';
import { useDossier } from '../../state';

interface PictureWarningProps {
  /** Left out: the one that came with the pictures. */
  warning?: SigningPicturesRecord['warning'] | undefined;
}

/** That a picture is no signature. Stands wherever such a picture is shown, chosen or written. */
export const PictureWarning = ({ warning }: PictureWarningProps) => {
  const kept = useDossier((state) => state.pictures?.warning);
  const said = warning ?? kept;
  if (said === undefined) return null;
  return (
    <MessageBar intent="warning" layout="multiline" data-picture-warning>
      <MessageBarBody>
        {said.message} {said.hint}
      </MessageBarBody>
    </MessageBar>
  );
};
