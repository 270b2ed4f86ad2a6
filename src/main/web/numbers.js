/**
 * Formats numbers. They are kept as texts, since a JavaScript number can't hold 34 digits. A figure
 * is shortened to two significant digits of the distance between its bounds. Bounds are rounded
 * outward, so that they remain true.
 */

const MINUS = '−';
const SIGNS = { USD: '$', EUR: '€', GBP: '£', JPY: '¥', INR: '₹', KRW: '₩' };
const SCALES = [
  [12, 'tn'],
  [9, 'bn'],
  [6, 'm'],
];
/** The most significant digits shown of a published figure, and of any other. */
const MOST_DIGITS = 9;
const USUAL_DIGITS = 5;

/** Parses JSON; keeps its numbers as texts, as written. */
export function parse(json) {
  return JSON.parse(json, (key, value, context) =>
    typeof value === 'number' ? (context?.source ?? plain(value)) : value);
}

function plain(number) {
  return number.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 17 });
}

/** A decimal number: digits × 10^-scale. */
function decimal(text) {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) {
    return null;
  }
  const digits = BigInt(whole + fraction);
  return { digits: sign ? -digits : digits, scale: fraction.length };
}

/** Rounds to a number of decimals, which may be below zero: 'floor', 'ceiling' or 'nearest'. */
function round({ digits, scale }, decimals, how) {
  if (scale <= decimals) {
    return { digits, scale };
  }
  const unit = 10n ** BigInt(scale - decimals);
  const floor = (digits - (((digits % unit) + unit) % unit)) / unit;
  const rest = digits - floor * unit;
  const up = how === 'ceiling' ? rest > 0n : how === 'nearest' ? rest * 2n >= unit : false;
  const rounded = up ? floor + 1n : floor;
  return decimals < 0
    ? { digits: rounded * 10n ** BigInt(-decimals), scale: 0 }
    : { digits: rounded, scale: decimals };
}

/** A decimal number as text, with thousands separators and without trailing zeros. */
function written({ digits, scale }) {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  return (negative ? MINUS : '') + whole + (fraction ? '.' + fraction : '');
}

/** The power of ten by which a figure is shown, with its abbreviation. */
function scaleOf(figure) {
  const size = Math.max(...[figure.value, figure.low, figure.high]
    .filter((text) => text !== undefined)
    .map((text) => Math.abs(Number(text))));
  return SCALES.find(([power]) => size >= 10 ** power) ?? [0, ''];
}

/** How many decimals of a figure are shown, before it is scaled. */
function decimalsOf(figure) {
  const size = Math.abs(Number(figure.value)) || Math.abs(Number(figure.high)) || 1;
  const first = Math.floor(Math.log10(size));
  const width = Number(figure.high) - Number(figure.low);
  const wanted = width > 0 ? 1 - Math.floor(Math.log10(width)) : USUAL_DIGITS - 1 - first;
  const most = figure.origin === 'reported' ? MOST_DIGITS : USUAL_DIGITS;
  return Math.min(wanted, most - 1 - first);
}

function scaled(text, power, decimals, how) {
  const number = decimal(text);
  if (number === null) {
    return text;
  }
  const { digits, scale } = round(number, decimals, how);
  return written({ digits, scale: scale + power });
}

/** The part of a unit that follows a number: 45m users, $2.36 per user; empty for $106m. */
export function unitBehind(unit) {
  const [money, per] = unit.split('/');
  if (unit === '%' || unit === '1') {
    return '';
  }
  if (!isCurrency(money) || isCurrency(per)) {
    return unit;
  }
  return [SIGNS[money] ? '' : money, per ? `per ${per}` : ''].filter(Boolean).join(' ');
}

function isCurrency(word) {
  return /^[A-Z]{3}$/.test(word ?? '');
}

/** A number with its unit: $106m, 34%, ×1.903, 45m users. */
function inUnit(number, word, unit, bare) {
  const negative = number.startsWith(MINUS) ? MINUS : '';
  const size = number.slice(negative.length) + word + (unit === '%' ? '%' : '');
  const [money, per] = unit.split('/');
  const sign = unit === '1' ? '×' : isCurrency(per) ? '' : SIGNS[money] ?? '';
  const behind = bare ? '' : unitBehind(unit);
  return (unit === '1' ? sign + negative : negative + sign) + size + (behind && ` ${behind}`);
}

/**
 * Formats a figure: its value with its unit, and its bounds if they differ from each other.
 *
 * @param exact whether to show every digit
 * @param signed whether to show a plus before a positive value
 * @param bare whether to leave out the unit after the number, since it is shown elsewhere
 */
export function told(figure, { exact = false, signed = false, bare = false } = {}) {
  const [power, word] = exact ? [0, ''] : scaleOf(figure);
  const decimals = exact ? Infinity : decimalsOf(figure);
  const number = scaled(figure.value, power, decimals, 'nearest');
  const value = (signed && Number(figure.value) > 0 ? '+' : '') + inUnit(number, word, figure.unit ?? '', bare);
  if (figure.low === undefined || figure.low === figure.high) {
    return { value, bounds: null };
  }
  const low = scaled(figure.low, power, decimals, 'floor') + word;
  const high = scaled(figure.high, power, decimals, 'ceiling') + word;
  return { value, bounds: `${low} to ${high}` };
}

/** A number without a unit: 1,234. */
export function count(text) {
  return written(decimal(String(text)) ?? { digits: 0n, scale: 0 });
}
