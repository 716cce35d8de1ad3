import type { ReactElement } from 'react';
import { ScoreForm } from './ScoreForm';

export default function Page(): ReactElement {
  return <ScoreForm />;
}
