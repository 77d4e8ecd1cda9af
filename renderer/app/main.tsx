import { createRoot } from 'react-dom/client';
import { startWords } from '../i18n';
import { App } from './app';
import { followEverything, startWindow } from './start-window';

startWords('vi');
followEverything();
void startWindow();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(<App />);
