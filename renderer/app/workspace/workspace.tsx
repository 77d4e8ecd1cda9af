import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProposalRecord } from '../../../shared/ipc';
import type { Template } from '../../../shared/model';
import { AttachmentsDialog } from '../../features/attachments';
import { FrozenBar } from '../../features/dossier';
import { ExportOutcomes, RegisterDialog } from '../../features/exports';
import { FitDialog } from '../../features/fit';
import { HistoryDialog } from '../../features/history';
import { RenameDialog } from '../../features/proposals';
import { SectionColumn } from '../../features/sections';
import { StyleDialog } from '../../features/style';
import { renameOpenProposal, useOpenProposal } from '../../state';
import { shortcuts, useMedia, useShortcuts } from '../../ui';
import { CommandBar } from './command-bar';
import { SaveFailureBar } from './save-failure-bar';
import { SidePanel } from './side-panel';
import { StatusBar } from './status-bar';
import { useCurrentSection } from './use-current-section';
import { type SideTab, useSidePanel } from './use-side-panel';
import { useWorkspaceActions } from './use-workspace-actions';
import { WorkspacePanes } from './workspace-panes';

const useStyles = makeStyles({
  root: { height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 },
  panes: { flex: 1, minHeight: 0 },
});

interface WorkspaceProps {
  record: ProposalRecord;
}

export const Workspace = ({ record }: WorkspaceProps) => {
  const template = useOpenProposal((state) => state.template);
  return template === null ? null : <OpenWorkspace record={record} template={template} />;
};

type Dialog = 'style' | 'fit' | 'register' | 'rename' | 'history' | 'attached' | null;

/** Everything around the text: commands above, outline and panels beside, status below. */
const OpenWorkspace = ({ record, template }: WorkspaceProps & { template: Template }) => {
  const styles = useStyles();
  const narrow = useMedia('(max-width: 820px)');
  const [dialog, setDialog] = useState<Dialog>(null);
  const { current, setCurrent, step } = useCurrentSection(template, record.view?.section ?? null);
  const side = useSidePanel(narrow);
  const show = (tab: SideTab) => () => side.show(tab);
  const actions = useWorkspaceActions({
    template,
    step,
    show: side.show,
    open: setDialog,
    toggleSide: side.toggle,
  });

  useShortcuts([
    { shortcut: shortcuts.save, run: actions.onSave },
    { shortcut: shortcuts.print, run: actions.onPrint },
    { shortcut: shortcuts.check, run: actions.onCheck },
    { shortcut: shortcuts.previousSection, run: () => step(-1) },
    { shortcut: shortcuts.nextSection, run: () => step(1) },
  ]);

  return (
    <div className={styles.root}>
      <CommandBar {...actions} sideIsOpen={side.isOpen} />
      <SaveFailureBar />
      <FrozenBar id={record.id} />
      <ExportOutcomes />
      <div className={styles.panes}>
        <WorkspacePanes
          narrow={narrow}
          current={current}
          editor={
            <SectionColumn current={current} onCurrent={setCurrent} initialView={record.view} />
          }
          side={
            side.isOpen ? (
              <SidePanel tab={side.tab} section={current} onTab={side.show} onClose={side.close} />
            ) : null
          }
          onCloseSide={side.close}
        />
      </div>
      <StatusBar
        onPreview={show('preview')}
        onFit={actions.onFit}
        onChecks={actions.onCheck}
        onSave={actions.onSave}
        onWords={show('guidance')}
      />
      {dialog === 'style' && <StyleDialog onClose={() => setDialog(null)} />}
      {dialog === 'fit' && <FitDialog onClose={() => setDialog(null)} />}
      {dialog === 'register' && <RegisterDialog onClose={() => setDialog(null)} />}
      {dialog === 'history' && (
        <HistoryDialog proposalId={record.id} template={template} onClose={() => setDialog(null)} />
      )}
      {dialog === 'attached' && (
        <AttachmentsDialog proposalId={record.id} onClose={() => setDialog(null)} />
      )}
      {dialog === 'rename' && (
        <RenameDialog
          title={useOpenProposal.getState().title}
          onClose={() => setDialog(null)}
          onRename={(title) => {
            renameOpenProposal(title);
            return Promise.resolve(null);
          }}
        />
      )}
    </div>
  );
};
