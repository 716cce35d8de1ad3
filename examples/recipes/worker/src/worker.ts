import { computeNps, formatResult, isCxError } from 'cx-scoring';

/** Scores `?answers=10,9,8` at the edge. Nothing of Node is needed: no compatibility flag. */
const worker = {
  fetch(request: Request): Response {
    const { searchParams } = new URL(request.url);
    const answers = (searchParams.get('answers') ?? '').split(',').filter((part) => part !== '');
    const locale = searchParams.get('locale') === 'fr' ? 'fr' : 'en';
    try {
      const result = computeNps(answers.map(Number));
      return Response.json({ result, words: formatResult(result, { locale, digits: 1 }) });
    } catch (error) {
      if (!isCxError(error)) throw error;
      return Response.json({ code: error.code, message: error.message }, { status: 422 });
    }
  },
};

export default worker;
