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

/** A question with only the fields of its comparison, in their order. */
export function known(question) {
  const fields = ['comparison', ...COMPARISONS[question.comparison].fields];
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
  const { comparison, ...fields } = known(question);
  const path = comparison === 'series' ? '/v1/series' : `/v1/comparisons/${comparison}`;
  return `${path}?${query({ ...fields, ...more })}`;
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
];

/** Example questions about a company. */
export function starters(company) {
  const metric = company.metrics.find((one) => one.kind !== 'ratio') ?? company.metrics[0];
  if (!metric) {
    return [];
  }
  const known = metric.regions.map((one) => one.id);
  const region = known.includes('WORLD') ? 'WORLD' : known[0];
  const about = { company: company.id, metric: metric.id, region, period: 'latest' };
  const what = inSentence(metric.name);
  const asked = [
    { words: `How did ${company.name}’s ${what} grow?`, question: { comparison: 'growth', ...about } },
    {
      words: `How has ${company.name}’s ${what} changed over time?`,
      question: { comparison: 'series', company: company.id, metric: metric.id, region },
    },
  ];
  if (known.length > 1) {
    asked.push({
      words: `Where is most of ${company.name}’s ${what}?`,
      question: { comparison: 'regions', ...about, region: '*' },
    });
  }
  return asked;
}
