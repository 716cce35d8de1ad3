import { createRoot } from 'react-dom/client';
import { Scorecard } from './Scorecard.js';

const root = document.querySelector('#root');
if (root !== null) createRoot(root).render(<Scorecard />);
