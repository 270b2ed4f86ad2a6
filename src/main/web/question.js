/**
 * The questions that can be asked, and their addresses. A question is an object with a `comparison`
 * and texts by the names of the API's parameters. Lists are separated by commas, as in addresses.
 */

import { inSentence } from './names.js';

const MONEY = ['currency', 'fx', 'asOf'];

/** The comparisons, with the fields of each. */
export const COMPARISONS = {
  growth: {
    name: 'Growth',
    about: 'One quarter compared with another.',
    fields: ['company', 'metric', 'region', 'period', 'base', ...MONEY],
  },
  regions: {
    name: 'Regions',
    about: 'Regions, or companies, side by side.',
    fields: ['company', 'metric', 'region', 'period', 'against', ...MONEY],
  },
  share: {
    name: 'Share',
    about: 'Each region’s share of a whole, and how it changed.',
    fields: ['company', 'metric', 'region', 'period', 'whole', 'base', ...MONEY],
  },
  contribution: {
    name: 'Contribution',
    about: 'What each region added to the growth of the whole.',
    fields: ['company', 'metric', 'region', 'period', 'whole', 'base', ...MONEY],
  },
  drivers: {
    name: 'Drivers',
    about: 'Did more users bring the growth, or more from each user? Needs a ratio.',
    fields: ['company', 'metric', 'region', 'period', 'base', ...MONEY],
  },
  revisions: {
    name: 'Revisions',
    about: 'How later publications changed the figures of a quarter.',
    fields: ['company', 'metric', 'region', 'period', 'from', 'to', ...MONEY],
  },
  check: {
    name: 'Check',
    about: 'Published figures compared with what other figures imply.',
    fields: ['company', 'metric', 'region', 'period', ...MONEY],
  },
  series: {
    name: 'Over time',
    about: 'Quarter by quarter.',
    fields: ['company', 'metric', 'region', 'transform', 'whole', 'startPeriod', 'endPeriod', ...MONEY],
  },
};

/** The required fields. A check requires only the company; without other fields it checks everything. */
const NEEDED = ['company', 'metric', 'region', 'period'];

/** The required fields that a question lacks. */
export function lacks(question) {
  const needed = question.comparison === 'check' ? ['company'] : NEEDED;
  return COMPARISONS[question.comparison].fields
    .filter((field) => needed.includes(field) && !question[field]);
}

/** The items of a list. */
export function items(list) {
  return list ? list.split(',') : [];
}

/** Reads a query as the API does: percent-decoded, with a plus as a plus. */
export function read(search) {
  const question = {};
  for (const pair of search.replace(/^\?/, '').split('&')) {
    const [name, ...value] = pair.split('=').map(decoded);
    const text = value.join('=');
    if (text) {
      question[name] = question[name] ? `${question[name]},${text}` : text;
    }
  }
  if (!Object.hasOwn(COMPARISONS, question.comparison ?? '')) {
    question.comparison = 'growth';
  }
  return known(question);
}

/** Whether a query contains a question, and not only tracking parameters. */
export function isAsked(search) {
  return /[?&]comparison=/.test(search) || Object.keys(read(search)).length > 1;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A question with only the fields of its comparison, in their order, and how the page shows it. */
export function known(question) {
  const fields = ['comparison', ...COMPARISONS[question.comparison].fields, 'digits'];
  return Object.fromEntries(
    fields.filter((field) => question[field]).map((field) => [field, question[field]]));
}

/** A query string: readable, and safe inside single quotes in a shell. */
function query(fields) {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join('&');
}

function encoded(value) {
  return encodeURIComponent(value)
    .replace(/%2C/g, ',')
    .replace(/%3A/g, ':')
    .replace(/%2B/g, '+')
    .replace(/'/g, '%27');
}

/** The page's address for a question. */
export function address(question) {
  return '/?' + query(known(question));
}

/** The API's address for a question. */
export function asked(question, more = {}) {
  const { comparison, digits, ...fields } = known(question);
  const path = comparison === 'series' ? '/v1/series' : `/v1/comparisons/${comparison}`;
  return `${path}?${query({ ...fields, ...more })}`;
}

/** The question that an address of the API asks. */
export function questionAt(path) {
  const [way, search] = path.split('?');
  return read(`comparison=${way.split('/').at(-1)}&${search}`);
}

/** An address of the API with more parameters, such as another format. */
export function inForm(path, form) {
  return `${path}&${query(form)}`;
}

const AT_ARTICLE = { company: 'twitter', period: '2017-Q4' };

/** The questions behind a news article of 2018-03-01, with which this API began. */
export const ARTICLE = [
  {
    words: 'How did Twitter’s revenue in Japan grow?',
    question: { comparison: 'growth', metric: 'revenue', region: 'JP', ...AT_ARTICLE },
  },
  {
    words: 'How did its users in Japan grow?',
    question: { comparison: 'growth', metric: 'users', region: 'JP', ...AT_ARTICLE },
  },
  {
    words: 'Is $2.36 per user in Japan right?',
    question: { comparison: 'check', metric: 'revenue-per-user', region: 'JP', ...AT_ARTICLE },
  },
  {
    words: 'How does a user in Japan compare with one in the US?',
    question: {
      comparison: 'regions', metric: 'revenue-per-user', region: 'JP,US', against: 'US', ...AT_ARTICLE,
    },
  },
  {
    words: 'And with one anywhere outside the US?',
    question: {
      comparison: 'regions', metric: 'revenue-per-user', region: 'JP,WORLD-US', against: 'WORLD-US',
      ...AT_ARTICLE,
    },
  },
  {
    words: 'Did it grow through users, or through revenue per user?',
    question: { comparison: 'drivers', metric: 'revenue-per-user', region: 'JP', ...AT_ARTICLE },
  },
  {
    words: 'And in euros, at the article’s rate?',
    question: {
      comparison: 'growth', metric: 'revenue', region: 'JP', currency: 'EUR', fx: '1.2294', ...AT_ARTICLE,
    },
  },
  {
    words: 'How many users did Twitter take back later?',
    question: { comparison: 'revisions', company: 'twitter', metric: 'users', region: 'WORLD', period: '2017-Q2' },
  },
];

const AT_NETFLIX = { company: 'netflix', period: '2024-Q1' };

/** Questions about Netflix's regions; `told` names a metric that it must tell. */
export const NETFLIX = [
  {
    words: 'Which regions bring Netflix the most for each membership?',
    told: 'paid-memberships',
    question: {
      comparison: 'regions', metric: 'revenue-per-membership', region: 'UNITED_STATES_AND_CANADA,EMEA,LATAM,APAC', ...AT_NETFLIX,
    },
  },
  {
    words: 'How much of Netflix’s streaming revenue does each region bring?',
    question: { comparison: 'share', metric: 'revenue-streaming', region: '*', base: 'yoy', ...AT_NETFLIX },
  },
  {
    words: 'Which regions drove Netflix’s growth?',
    question: { comparison: 'contribution', metric: 'revenue-streaming', region: '*', ...AT_NETFLIX },
  },
  {
    words: 'Did it grow in Asia-Pacific through members, or through revenue for each?',
    told: 'paid-memberships',
    question: { comparison: 'drivers', metric: 'revenue-per-membership', region: 'APAC', ...AT_NETFLIX },
  },
];

/** The questions that a first visit asks: the first about a company that is there. */
export const OPENINGS = [
  {
    comparison: 'series', company: 'netflix', metric: 'revenue-streaming', region: 'UNITED_STATES_AND_CANADA,EMEA,LATAM,APAC',
  },
  ARTICLE[0].question,
];

/** The most regions in an example, so that their lines share one field of the chart. */
const MOST_PARTS = 6;
/** The most regions that an example names; if there are more, it asks for all. */
const MOST_LISTED = 12;

/**
 * Example questions about a company, as far as its figures answer them.
 *
 * @param other another company, to compare with; may be left out
 * @param rates whether exchange rates are known
 */
export function starters(company, { other, rates = false } = {}) {
  const metric = mainMetric(company);
  if (!metric) {
    return [];
  }
  const figures = figuresOf(company, metric);
  const words = { name: company.name, its: possessive(company.name), what: inSentence(metric.name) };
  const about = { company: company.id, metric: metric.id };
  return [
    ...overTime(words, about, figures),
    ...ofWhole(words, about, figures, rates && isConverted(metric)),
    ...ofParts(words, about, figures),
    ...people(company, metric),
    ...drivers(words, company, metric),
    ...trust(words, company, about, figures),
    ...withOther(words, about, figures, other),
  ];
}

/** The metric to ask about: flows before others, then the one with the most regions. */
function mainMetric({ metrics }) {
  const kinds = ['flow', 'stock', 'ratio'];
  return metrics.filter((one) => one.regions.length > 0)
    .toSorted((one, two) => kinds.indexOf(one.kind) - kinds.indexOf(two.kind) || two.regions.length - one.regions.length)[0];
}

/** The newest quarter of a metric, the regions it tells, and whether a year before is known, too. */
function figuresOf({ regions: defined }, { kind, regions }) {
  const last = regions.map((region) => region.last).reduce((one, two) => (one > two ? one : two));
  const now = regions.filter((region) => region.last === last);
  const parts = now.filter((region) => region.id !== 'WORLD');
  const isSum = defined.some((region) => region.id === 'WORLD' && region.members);
  const world = now.find((region) => region.id === 'WORLD');
  const whole = world ?? { ...now[0], ...(isSum ? { id: 'WORLD' } : {}) };
  const all = whole.id === 'WORLD' || parts.length < 2 ? whole.id : parts.slice(0, MOST_PARTS).map((region) => region.id).join(',');
  return {
    kind, last, whole, all, checks: world && parts.length > 1, parts: parts.map((region) => region.id), grows: whole.first <= yearBefore(last), before: yearBefore(last),
  };
}

/** Whether a metric is money in another currency than the euro. */
function isConverted({ dimension, unit }) {
  return dimension === 'money' && unit !== 'EUR';
}

function possessive(name) {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

function yearBefore(period) {
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
}

function overTime({ its, what }, about, { parts, whole, last }) {
  const region = parts.length > 1 ? parts.slice(0, MOST_PARTS).join(',') : whole.id;
  return whole.first === last ? [] : [{
    words: `How did ${its} ${what} develop?`,
    question: { comparison: 'series', ...about, region },
  }];
}

function ofWhole({ its, what }, about, { all, last, grows }, rates) {
  return grows ? [{
    words: `How fast did ${its} ${what} grow?`,
    question: { comparison: 'growth', ...about, region: all, period: last },
  }, ...(rates ? [{
    words: `And how fast in euros?`,
    question: { comparison: 'growth', ...about, region: all, period: last, currency: 'EUR' },
  }] : [])] : [];
}

function ofParts({ its, what }, about, { kind, parts, whole, last, grows }) {
  if (parts.length < 2) {
    return [];
  }
  const asked = { ...about, region: '*', period: last };
  const regions = {
    words: kind === 'flow' ? `Where does ${its} ${what} come from?` : `Where are ${its} ${what}?`,
    question: { comparison: 'regions', ...about, region: parts.length > MOST_LISTED ? '*' : parts.join(','), period: last },
  };
  return kind === 'ratio' || whole.id !== 'WORLD' ? [regions] : [
    regions,
    {
      words: `Which regions make up more of ${its} ${what} than before?`,
      question: { comparison: 'share', ...asked, ...(grows ? { base: 'yoy' } : {}) },
    },
    ...(grows ? [{
      words: `Which regions drove ${its} growth?`,
      question: { comparison: 'contribution', ...asked },
    }] : []),
  ];
}

/** Where the users or members are, if the company tells more than money. */
function people(company, { kind }) {
  const stock = company.metrics.find((one) => one.kind === 'stock' && one.regions.length > 1);
  if (!stock || kind === 'stock') {
    return [];
  }
  const { parts, last } = figuresOf(company, stock);
  const about = { company: company.id, metric: stock.id, region: parts.slice(0, MOST_PARTS).join(',') };
  const what = inSentence(stock.name);
  return parts.length < 2 ? [] : [
    { words: `Where are ${possessive(company.name)} ${what}?`, question: { comparison: 'regions', ...about, period: last } },
    { words: `Where does ${company.name} gain ${what}?`, question: { comparison: 'series', ...about } },
  ];
}

function drivers({ name }, company) {
  const ratio = company.metrics.find((one) => one.numerator && one.regions.length > 0);
  const named = (id) => inSentence(company.metrics.find((one) => one.id === id)?.name ?? id);
  if (!ratio) {
    return [];
  }
  const { last, whole } = figuresOf(company, ratio);
  return [{
    words: `Did ${name} grow through ${named(ratio.denominator)} or through ${inSentence(ratio.name)}?`,
    question: { comparison: 'drivers', company: company.id, metric: ratio.id, region: whole.id, period: last },
  }];
}

function trust({ name, its, what }, { metrics }, about, { checks, all, last, grows, before }) {
  const hasRatio = metrics.some((one) => one.numerator && one.regions.length > 0);
  const checked = hasRatio ? { company: about.company } : about;
  return [
    ...(hasRatio || checks ? [{
      words: `Do ${its} published figures add up?`,
      question: { comparison: 'check', ...checked, period: last },
    }] : []),
    ...(grows ? [{
      words: `Has ${name} restated its ${what} of ${before}?`,
      question: { comparison: 'revisions', ...about, region: all, period: before },
    }] : []),
  ];
}

function withOther({ its, what }, about, { whole }, other) {
  const world = whole.id === 'WORLD' && other?.metrics.find((one) => one.id === about.metric)?.regions.find((one) => one.id === 'WORLD');
  return world ? [{
    words: `How does ${its} ${what} compare with ${possessive(other.name)}?`,
    question: { comparison: 'series', ...about, company: `${about.company},${other.id}`, region: 'WORLD' },
  }] : [];
}

/** A question that compares with another company, too; null if both have no metric in common. */
export function withCompany(question, companies, other) {
  const ofOther = (id) => other.metrics.find((one) => one.id === id && one.regions.length > 0);
  const metric = ofOther(question.metric)
    ?? other.metrics.find((one) => companies.some((company) => company.metrics.some(({ id }) => id === one.id)));
  if (!metric || metric.regions.length === 0) {
    return null;
  }
  const together = { ...question, company: `${question.company},${other.id}`, metric: metric.id };
  const has = (region) => metric.regions.some(({ id }) => id === region);
  const shared = items(question.region).filter((region) => region === '*' || has(region));
  if (question.region) {
    together.region = shared.length > 0 ? shared.join(',') : has('WORLD') ? 'WORLD' : '*';
  }
  delete together.against;
  return together;
}
