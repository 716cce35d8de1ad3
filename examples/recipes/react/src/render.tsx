import { renderToStaticMarkup } from 'react-dom/server';
import { Scorecard } from './Scorecard.js';

/** The scorecard as HTML: for a server, and for tests without a browser. */
export function render(answers?: readonly (number | null)[]): string {
  return renderToStaticMarkup(answers === undefined ? <Scorecard /> : <Scorecard answers={answers} />);
}
