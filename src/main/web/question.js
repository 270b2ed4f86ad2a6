/**
 * What can be asked, and the addresses that questions have. A question is an object of texts by the
 * names of the API's parameters, and its `comparison`; lists go by comma, as they do in addresses.
 */

const MONEY = ['currency', 'fx', 'asOf'];

/** The kinds of question: where each is asked, and with which fields. */
export const COMPARISONS = {
  growth: {
    name: 'Growth',
    about: 'One quarter against another.',
    fields: ['company', 'metric', 'region', 'period', 'base', ...MONEY],
  },
  regions: {
    name: 'Regions',
    about: 'Regions, or companies, side by side.',
    fields: ['company', 'metric', 'region', 'period', 'against', ...MONEY],
  },
  share: {
    name: 'Share',
    about: 'Which part of a whole each region is, and how that changed.',
    fields: ['company', 'metric', 'region', 'period', 'whole', 'base', ...MONEY],
  },
  contribution: {
    name: 'Contribution',
    about: 'What each region added to the growth of the whole.',
    fields: ['company', 'metric', 'region', 'period', 'whole', 'base', ...MONEY],
  },
  drivers: {
    name: 'Drivers',
    about: 'Did it grow by more users, or by more from each? Needs a ratio.',
    fields: ['company', 'metric', 'region', 'period', 'base', ...MONEY],
  },
  revisions: {
    name: 'Revisions',
    about: 'What was said later about the same quarter.',
    fields: ['company', 'metric', 'region', 'period', 'from', 'to', ...MONEY],
  },
  check: {
    name: 'Check',
    about: 'Published figures against what follows from others.',
    fields: ['company', 'metric', 'region', 'period', ...MONEY],
  },
  series: {
    name: 'Over time',
    about: 'Quarter by quarter.',
    fields: ['company', 'metric', 'region', 'transform', 'whole', 'startPeriod', 'endPeriod', ...MONEY],
  },
};

/** Of a check only the company is needed: it looks at everything that nothing narrows. */
const NEEDED = ['company', 'metric', 'region', 'period'];

/** The fields that a question needs and doesn't have. */
export function lacks(question) {
  const needed = question.comparison === 'check' ? ['company'] : NEEDED;
  return COMPARISONS[question.comparison].fields
    .filter((field) => needed.includes(field) && !question[field]);
}

/** The items of a list. */
export function items(list) {
  return list ? list.split(',') : [];
}

/** Reads a query as the API does, by percent-decoding alone: a plus is a plus. */
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

/** Whether an address asks anything: one may only say where its reader came from. */
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

/** A question with the fields of its comparison only, in their order. */
export function known(question) {
  const fields = ['comparison', ...COMPARISONS[question.comparison].fields];
  return Object.fromEntries(
    fields.filter((field) => question[field]).map((field) => [field, question[field]]));
}

/** A query: readable, and safe between the single quotes of a shell. */
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

/** Where the page answers a question. */
export function address(question) {
  return '/?' + query(known(question));
}

/** Where the API answers a question. */
export function asked(question, more = {}) {
  const { comparison, ...fields } = known(question);
  const path = comparison === 'series' ? '/v1/series' : `/v1/comparisons/${comparison}`;
  return `${path}?${query({ ...fields, ...more })}`;
}

/** An address of the API, asked in another form. */
export function inForm(path, form) {
  return `${path}&${query(form)}`;
}

const AT_ARTICLE = { company: 'twitter', period: '2017-Q4' };

/** The questions of a news article of 2018-03-01 that the API began with. */
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
    words: 'Did it grow by users, or by revenue from each?',
    question: { comparison: 'drivers', metric: 'revenue-per-user', region: 'JP', ...AT_ARTICLE },
  },
  {
    words: 'And in euros, at the article’s rate?',
    question: {
      comparison: 'growth', metric: 'revenue', region: 'JP', currency: 'EUR', fx: '1.2294', ...AT_ARTICLE,
    },
  },
];

/** Questions that any company can be asked, by what is known of it. */
export function starters(company) {
  const metric = company.metrics.find((one) => one.kind !== 'ratio') ?? company.metrics[0];
  if (!metric) {
    return [];
  }
  const known = metric.regions.map((one) => one.id);
  const region = known.includes('WORLD') ? 'WORLD' : known[0];
  const about = { company: company.id, metric: metric.id, region, period: 'latest' };
  const what = metric.name.toLowerCase();
  const asked = [
    { words: `How did ${company.name}’s ${what} grow?`, question: { comparison: 'growth', ...about } },
    {
      words: `How has ${company.name}’s ${what} developed?`,
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
