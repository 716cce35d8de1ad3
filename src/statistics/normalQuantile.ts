import { horner } from './horner.js';

/**
 * The quantile of the standard normal law: the x below which a share p of it lies.
 *
 * Use it for critical values and for turning a probability into a z-score; for a small upper tail use
 * `normalUpperQuantile(p)`, because `normalQuantile(1 - p)` has lost the digits of p.
 *
 * @param p - Probability from 0 to 1; 0 and 1 give -Infinity and Infinity, anything else NaN.
 * @returns The quantile, with about 16 significant digits.
 * @remarks Wichura (1988), Algorithm AS 241, routine PPND16, doi:10.2307/2347330.
 * @example
 * ```ts
 * import { normalQuantile } from 'cx-scoring/statistics';
 * normalQuantile(0.975); // ~> 1.95996
 * ```
 */
export function normalQuantile(p: number): number {
  if (p === 0 || p === 1) return (p - 0.5) * Number.POSITIVE_INFINITY;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        horner(
          [
            3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
            67265.7709270087, 33430.57558358813, 2509.0809287301227,
          ],
          r,
        )) /
      horner(
        [
          1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
          28729.085735721943, 5226.495278852854,
        ],
        r,
      )
    );
  }
  // NaN off 0 to 1, where one of them is negative.
  const root = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const r = root - (root > 5 ? 5 : 1.6);
  const x =
    root > 5
      ? horner(
          [
            6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
            0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
          ],
          r,
        ) /
        horner(
          [
            1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
            1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
          ],
          r,
        )
      : horner(
          [
            1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
            0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
          ],
          r,
        ) /
        horner(
          [
            1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
            0.0005475938084995345, 1.0507500716444169e-9,
          ],
          r,
        );
  return q < 0 ? -x : x;
}
