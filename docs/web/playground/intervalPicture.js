// The value within its interval, on the whole range of the metric: an SVG without styles of its own, since the page forbids them.
const { document } = globalThis;
const NAMESPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 640;
const MARGIN = 24;

function shape(tag, attributes, text = '') {
  const made = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

/** Draws `{ value, interval, range }`; `label` is what it says in words, `format` writes a number of the axis. */
export function intervalPicture({ value, interval, range }, label, format) {
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} 64`, role: 'img', 'aria-label': label, class: 'interval' });
  const { minimum, maximum } = range;
  const at = (own) => MARGIN + ((own - minimum) / (maximum - minimum)) * (WIDTH - 2 * MARGIN);
  svg.append(shape('line', { x1: at(minimum), x2: at(maximum), y1: 24, y2: 24, class: 'axis' }));
  for (const tick of [0, 0.25, 0.5, 0.75, 1]) {
    const own = minimum + tick * (maximum - minimum);
    svg.append(shape('line', { x1: at(own), x2: at(own), y1: 18, y2: 30, class: 'axis' }));
    svg.append(shape('text', { x: at(own), y: 52, 'text-anchor': 'middle' }, format(own)));
  }
  if (interval !== null) {
    const { lower, upper } = interval;
    svg.append(
      shape('rect', {
        x: at(lower),
        y: 17,
        width: Math.max(1, at(upper) - at(lower)),
        height: 14,
        rx: 7,
        class: 'band',
      }),
    );
  }
  if (value !== null) svg.append(shape('circle', { cx: at(value), cy: 24, r: 8, class: 'point' }));
  return svg;
}
