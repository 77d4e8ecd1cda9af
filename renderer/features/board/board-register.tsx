import { RegisterView } from '../dossier';

/** The register of all dossiers. */
export const BoardRegister = ({ onClose }: { onClose: () => void }) => (
  <RegisterView id={null} onClose={onClose} />
);
