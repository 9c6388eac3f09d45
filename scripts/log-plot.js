// A plot of lines over two logarithmic axes, as the text of an SVG file: pure, and the same for the same figures.

/**
 * @typedef {object} Point
 * @property {number} x above 0
 * @property {number} y above 0
 * @property {boolean} [isOpen] drawn hollow: the plot's note says what that means
 */

/**
 * @typedef {object} Series
 * @property {string} name
 * @property {readonly Point[]} points by x; none where nothing was measured
 */

/**
 * @typedef {object} LogPlot
 * @property {string} title
 * @property {string} description one sentence, for those who cannot see the plot
 * @property {string} xTitle with its unit
 * @property {string} yTitle with its unit
 * @property {string} [note] a line below the axis
 * @property {readonly Series[]} series 8 at most: there are no more colours that can be told apart
 */

const SIZE = { width: 900, height: 430 };
const AREA = { left: 78, top: 46, right: 540, bottom: 350 };
const LEGEND = { left: AREA.right + 24, row: 24 };
const MARKER = 4.5;
const NAME_CHARACTERS_MAX = 50;

/** Colours of lines on a light and on a dark ground; each has a form of its own, too. */
const COLOURS = [
  { light: '#1f6fc9', dark: '#5aa2f0' },
  { light: '#c2510c', dark: '#f08a4b' },
  { light: '#12805c', dark: '#3fbf92' },
  { light: '#8a6100', dark: '#d8a72c' },
  { light: '#b83280', dark: '#ea7fb7' },
  { light: '#5b4bc4', dark: '#a99bf5' },
  { light: '#b3261e', dark: '#f2776f' },
  { light: '#50616e', dark: '#a3b3bf' },
];

const GROUND = { light: '#ffffff', dark: '#15191e' };
const TEXT = { light: '#1f2328', dark: '#d5dbe1' };
const GRID = { light: '#dde2e7', dark: '#323a42' };

/** Around (0, 0). */
const FORMS = [
  `M-${MARKER} 0a${MARKER} ${MARKER} 0 1 0 ${2 * MARKER} 0a${MARKER} ${MARKER} 0 1 0 -${2 * MARKER} 0Z`,
  'M-4 -4H4V4H-4Z',
  'M0 -5L5 4H-5Z',
  'M0 -5.5L5.5 0L0 5.5L-5.5 0Z',
  'M0 5L5 -4H-5Z',
  'M-5 -1.6H-1.6V-5H1.6V-1.6H5V1.6H1.6V5H-1.6V1.6H-5Z',
  'M-5 -3L0 -5L5 -3V3L0 5L-5 3Z',
  'M-5 -2.5H5V2.5H-5Z',
];

/** @param {LogPlot} plot */
export function drawLogPlot({ title, description, xTitle, yTitle, note, series }) {
  if (series.length > COLOURS.length) throw new RangeError(`"${title}" has more than ${COLOURS.length} lines.`);
  const points = series.flatMap((each) => each.points);
  if (points.length === 0) throw new RangeError(`"${title}" has nothing to draw.`);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const xAxis = logAxis(xs, AREA.left, AREA.right);
  const yAxis = logAxis(ys, AREA.bottom, AREA.top);
  const middle = { x: (AREA.left + AREA.right) / 2, y: (AREA.top + AREA.bottom) / 2 };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<style>@media (prefers-color-scheme: dark) { ${darkRules(series.length)} }</style>`,
    `<rect class="ground" width="${SIZE.width}" height="${SIZE.height}" rx="6" fill="${GROUND.light}"/>`,
    `<g class="grid" stroke="${GRID.light}">`,
    ...xAxis.ticks.map((tick) => `<path d="M${at(xAxis.place(tick))} ${AREA.top}V${AREA.bottom}"/>`),
    ...yAxis.ticks.map((tick) => `<path d="M${AREA.left} ${at(yAxis.place(tick))}H${AREA.right}"/>`),
    '</g>',
    `<path class="axis" d="M${AREA.left} ${AREA.top}V${AREA.bottom}H${AREA.right}" stroke="${TEXT.light}" fill="none"/>`,
    ...series.map((each, index) => line(each, index, xAxis, yAxis)),
    `<g class="text" fill="${TEXT.light}" font-family="system-ui, sans-serif" font-size="12">`,
    `<text x="${AREA.left}" y="26" font-size="15" font-weight="600">${escaped(title)}</text>`,
    ...xAxis.ticks.map((tick) => label(xAxis.place(tick), AREA.bottom + 18, 'middle', shortNumber(tick))),
    ...yAxis.ticks.map((tick) => label(AREA.left - 8, yAxis.place(tick) + 4, 'end', shortNumber(tick))),
    label(middle.x, AREA.bottom + 40, 'middle', xTitle),
    `<text transform="translate(22 ${at(middle.y)}) rotate(-90)" text-anchor="middle">${escaped(yTitle)}</text>`,
    ...(note === undefined ? [] : [label(AREA.left, AREA.bottom + 64, 'start', note)]),
    ...inOrderOfTheirEnds(series).map(({ name }, place) =>
      label(LEGEND.left + 34, legendRow(place) + 4, 'start', name),
    ),
    '</g>',
    ...inOrderOfTheirEnds(series).map(({ index }, place) => sample(index, legendRow(place))),
    '</svg>',
    '',
  ].join('\n');
}

/** @param {number} x @param {number} y @param {'start' | 'middle' | 'end'} anchor @param {string} text */
function label(x, y, anchor, text) {
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}">${escaped(shortened(text))}</text>`;
}

/** A number in few characters: `0.1`, `100`, `10k`, `1M`. */
export function shortNumber(/** @type {number} */ value) {
  if (value >= 1e9) return `${Number((value / 1e9).toPrecision(3))}G`;
  if (value >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (value >= 1e4) return `${Number((value / 1e3).toPrecision(3))}k`;
  return `${Number(value.toPrecision(3))}`;
}

/**
 * Whole decades around the values; with fewer than two, 2 and 5 between them are marked as well.
 *
 * @param {readonly number[]} values
 * @param {number} from where the axis begins in the picture
 * @param {number} to
 */
function logAxis(values, from, to) {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  const steps = high - low < 2 ? [1, 2, 5] : [1];
  const ticks = [];
  for (let decade = low; decade <= high; decade += 1) {
    for (const step of decade === high ? [1] : steps) ticks.push(Number((step * 10 ** decade).toPrecision(6)));
  }
  return {
    ticks,
    place: (/** @type {number} */ value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
  };
}

/**
 * @param {Series} series
 * @param {number} index
 * @param {ReturnType<typeof logAxis>} xAxis
 * @param {ReturnType<typeof logAxis>} yAxis
 */
function line({ name, points }, index, xAxis, yAxis) {
  const places = points.map(({ x, y }) => `${at(xAxis.place(x))} ${at(yAxis.place(y))}`);
  return [
    seriesGroup(index),
    ...(places.length === 0 ? [] : [`<path d="M${places.join('L')}" fill="none"/>`]),
    ...points.map(({ x, y, isOpen = false }, place) => {
      const drawn = isOpen ? `class="open" fill="${GROUND.light}"` : 'stroke="none"';
      const told = escaped(`${name}: ${shortNumber(y)} at ${shortNumber(x)}`);
      return `<path d="${FORMS[index]}" ${drawn} transform="translate(${places[place]})"><title>${told}</title></path>`;
    }),
    '</g>',
  ].join('');
}

/** In the legend. @param {number} index @param {number} y */
function sample(index, y) {
  const form = `<path d="${FORMS[index]}" stroke="none" transform="translate(${LEGEND.left + 13} ${y})"/>`;
  return `${seriesGroup(index)}<path d="M${LEGEND.left} ${y}h26"/>${form}</g>`;
}

/** @param {number} index */
function seriesGroup(index) {
  const colour = COLOURS[index]?.light;
  return `<g class="series-${index}" fill="${colour}" stroke="${colour}" stroke-width="2">`;
}

/** The highest last value first: names stand in the order in which the lines end. @param {readonly Series[]} series */
function inOrderOfTheirEnds(series) {
  const endOf = (/** @type {Series} */ { points }) => points.at(-1)?.y ?? 0;
  return series.map((each, index) => ({ ...each, index })).sort((left, right) => endOf(right) - endOf(left));
}

/** @param {number} place */
function legendRow(place) {
  return AREA.top + 10 + place * LEGEND.row;
}

/** Stronger than the attributes, which are those of a light ground. @param {number} count */
function darkRules(count) {
  return [
    `.ground, .open { fill: ${GROUND.dark} } .text { fill: ${TEXT.dark} }`,
    `.grid { stroke: ${GRID.dark} } .axis { stroke: ${TEXT.dark} }`,
    ...COLOURS.slice(0, count).map(({ dark }, index) => `.series-${index} { fill: ${dark}; stroke: ${dark} }`),
  ].join(' ');
}

/** @param {string} name */
function shortened(name) {
  return name.length > NAME_CHARACTERS_MAX ? `${name.slice(0, NAME_CHARACTERS_MAX - 1)}…` : name;
}

/** Tenths are as fine as a screen shows. @param {number} place */
function at(place) {
  return `${Number(place.toFixed(1))}`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
