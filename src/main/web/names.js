/** Names for the API's codes. */

let countries = null;

/** A region, or an expression of regions, in words: "World − United States". */
export function regionName(code, companies = []) {
  if (code === '*') {
    return 'Every region';
  }
  return code.split(/([+-])/)
    .map((term) => (term === '-' ? ' − ' : term === '+' ? ' + ' : termName(term, companies)))
    .join('');
}

function termName(code, companies) {
  const name = companies
    .flatMap((company) => [...company.regions, ...company.metrics.flatMap((metric) => metric.regions)])
    .find((region) => region.id === code || region.aliases?.includes(code))?.name;
  return name ?? (code === 'WORLD' ? 'World' : country(code)) ?? code;
}

/** The browser's name of a country. Its names are loaded when first needed, since that takes long. */
function country(code) {
  if (!/^[A-Z]{2}$/.test(code)) {
    return undefined;
  }
  countries ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return countries.of(code);
}

/** The name of a metric, as defined by the first of the companies that has it. */
export function metricName(id, companies = []) {
  return companies.flatMap((company) => company.metrics).find((metric) => metric.id === id)?.name ?? id;
}

/** Words that names of metrics begin with and that are never names themselves. */
const COMMON = /^(Active|Average|Daily|Gross|Memberships|Monthly|Net|Operating|Orders|Paid|Profit|Revenue|Sales|Streaming|Subscribers|Total|Users)(?!\S)/;

/** The name of a metric inside a sentence: as it is written, but a common word takes a small letter. */
export function inSentence(name) {
  return name.replace(COMMON, (word) => word.toLowerCase());
}

/** How long ago something was: "3 hours ago". */
export function ago(time, now = Date.now()) {
  const seconds = Math.max(0, (now - new Date(time).getTime()) / 1000);
  const [unit, size] = [['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]]
    .find(([, length]) => seconds >= length) ?? ['second', 1];
  const count = Math.round(seconds / size);
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
