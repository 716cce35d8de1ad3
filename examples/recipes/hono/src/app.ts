import { computeNps, formatResult, isCxError } from 'cx-scoring';
import { Hono } from 'hono';

/** The body of the request: answers from 0 to 10, `null` where a contact did not answer. */
interface Body {
  readonly answers?: unknown;
  readonly confidence?: number;
}

/** Scores what it is sent and keeps nothing. A function of its own, so that tests call it without a server. */
export const app: Hono = new Hono();

app.post('/nps', async (context) => {
  const { answers, confidence = 0.95 } = await context.req.json<Body>();
  if (!Array.isArray(answers)) return context.json({ code: 'bad-request', message: '"answers" is a list' }, 400);
  const result = computeNps(answers as (number | null)[], { confidence });
  return context.json({ result, words: formatResult(result, { locale: 'en', digits: 1 }) });
});

// The library names the function, the field and the rule; its codes never change, so a client may branch on them.
app.onError((error, context) => {
  if (isCxError(error)) return context.json({ code: error.code, message: error.message }, 422);
  if (error instanceof SyntaxError) return context.json({ code: 'bad-request', message: 'the body is no JSON' }, 400);
  console.error(error);
  return context.json({ code: 'internal', message: 'Internal error' }, 500);
});
