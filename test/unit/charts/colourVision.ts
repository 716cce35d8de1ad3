type Triple = readonly [number, number, number];

function linear(colour: string): Triple {
  const channel = (start: number): number => {
    const part = parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function toHex(parts: Triple): string {
  const channel = (part: number): string => {
    const held = Math.min(1, Math.max(0, part));
    const shown = held <= 0.0031308 ? held * 12.92 : 1.055 * held ** (1 / 2.4) - 0.055;
    return Math.round(shown * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${parts.map(channel).join('')}`;
}

const times = (matrix: readonly Triple[], [a, b, c]: Triple): Triple =>
  matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Triple;

/** Contrast of the Web Content Accessibility Guidelines 2.2. */
export function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => times([[0.2126, 0.7152, 0.0722]], linear(colour))[0];
  const [dark, light] = [luminance(a), luminance(b)].sort((p, q) => p - q) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** A colour as people with deuteranopia see it: Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113. */
export function deuteranopia(colour: string): string {
  const matrix: readonly Triple[] = [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ];
  return toHex(times(matrix, linear(colour)));
}

/** Difference of two colours: CIE 1976, in which 2.3 can just be seen. */
export function colourDifference(a: string, b: string): number {
  const lab = (colour: string): Triple => {
    const matrix: readonly Triple[] = [
      [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
    ];
    const [x, y, z] = times(matrix, linear(colour)).map((part) =>
      part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116,
    ) as unknown as Triple;
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  };
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
