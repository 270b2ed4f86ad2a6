/** Shows an answer: its sentence, chart, figures, findings and sources, and how to quote it. */

import { Chart } from './chart.js';
import { copyButton, element, fill, link, part } from './dom.js';
import { inSentence, metricName, regionName } from './names.js';
import { told, unitBehind } from './numbers.js';
import { address, asked, inForm, questionAt } from './question.js';

const STATUS = { E: 'estimated', P: 'provisional', B: 'break in the series' };
const ORIGIN = {
  reported: 'as published',
  derived: 'computed from published figures',
  implied: 'implied by published figures',
};
const GAINS = ['change', 'growth', 'growthInReportingCurrency', 'contribution', 'effect', 'difference', 'yoy', 'qoq'];
const NAMES = {
  value: 'Value',
  change: 'Change',
  growth: 'Growth',
  growthInReportingCurrency: 'Growth as reported',
  ratio: 'Ratio',
  factor: 'Factor',
  rank: 'Rank',
  share: 'Share',
  contribution: 'Contribution',
  published: 'Published',
  computed: 'Computed',
  difference: 'Difference',
  verdict: 'Verdict',
  relation: 'Relation',
  rate: 'Implied rate',
  fits: 'Fits',
  yoy: 'Year on year',
  qoq: 'Quarter on quarter',
  yoyInReportingCurrency: 'Year on year, as reported',
  qoqInReportingCurrency: 'Quarter on quarter, as reported',
  index: 'Index',
  ttm: 'Sum of four quarters',
};
/** Members that are not columns: those that identify the row, and lists, which are shown elsewhere. */
const ABOUT = ['company', 'metric', 'region', 'period', 'driver', 'drivers', 'fits', 'remainder', 'isPartOfTheRest'];
/** The columns that come first, whatever the order in the answer. */
const FIRST = { regions: ['rank'], check: ['relation', 'verdict'] };
/** The most sources, and the most figures of other regions, that a tip of the chart names. */
const MOST_SOURCES = 2;
const MOST_OTHERS = 7;
/** Sentences longer than this many characters are set smaller. */
const LONG = 150;
/** A table shows this many rows first, since browsers take long for more; a button shows the others. */
const FIRST_ROWS = 60;
/** Tables with more columns than this are set smaller. */
const MOST_COLUMNS = 5;
/** Tables with more rows than this scroll by themselves. */
const TALL = 16;

export class Answer {
  #exact = false;

  /** @param redrawn called with the question when the reader wants it shown in another way */
  constructor(redrawn) {
    this.chart = new Chart((figure, title) => this.#tip(figure, title));
    part('exact').addEventListener('change', (event) => {
      this.#exact = event.target.checked;
      this.question = { ...this.question, digits: this.#exact ? 'every' : undefined };
      redrawn(this.question);
      this.#figures();
    });
    part('all-rows').addEventListener('click', () => {
      this.#figures(Infinity);
      part('figures').parentElement.focus();
    });
    part('workings').addEventListener('toggle', () => this.#workings());
    part('copy-link').append(copyButton('Copy link', () => location.origin + address(this.#pinned())));
    part('download-png').addEventListener('click', () => savePng(part('download-svg')));
  }

  /** Shows the API's answer to a question. The companies give the names of metrics and regions. */
  show(question, answer, companies) {
    Object.assign(this, { question, answer, companies });
    this.varying = new Set(['company', 'metric', 'region', 'period']
      .filter((name) => new Set(answer.rows.map((row) => row[name])).size > 1));
    this.sources = new Map(Object.entries(answer.sources).map(([id, source], index) => [id, { ...source, number: index + 1 }]));
    this.#exact = question.digits === 'every';
    part('exact').checked = this.#exact;
    fill(part('sentence'), unbroken(answer.sentence));
    part('sentence').className = answer.sentence.length > LONG ? 'long' : '';
    this.#kicker();
    this.chart.show(pictureOf(question));
    this.#figures();
    this.#findings();
    this.#listSources();
    this.#quote();
    this.#workings();
  }

  /** Shows names that were loaded after the answer. */
  named(companies) {
    if (this.answer && companies !== this.companies) {
      this.companies = companies;
      this.#kicker();
      this.#figures();
      this.#workings();
    }
  }

  /** The question with everything pinned, so that it gets the same answer later. */
  #pinned() {
    return { ...questionAt(this.answer.citation), digits: this.question.digits };
  }

  #company(id) {
    return this.companies.find((company) => company.id === id)?.name ?? id;
  }

  #region(code) {
    return code === 'remainder' ? 'The rest' : regionName(code, this.companies);
  }

  #kicker() {
    const { company, metric, period, startPeriod, endPeriod, asOf, to } = this.answer.question;
    const metrics = [metric ?? []].flat();
    fill(part('kicker'), [
      company.map((id) => this.#company(id)).join(', '),
      metrics.map((id) => metricName(id, this.companies)).join(', '),
      period ?? (startPeriod ? `${startPeriod} to ${endPeriod}` : ''),
      `as known on ${asOf ?? to}`,
    ].filter(Boolean).join(' · '));
  }

  /** Prepares for the answer to a question. */
  expect(question) {
    this.chart.expect(pictureOf(question));
  }


  /** What the chart tells about a figure: its value, bounds, origin and sources. */
  #tip(pointer, title) {
    const steps = pointer?.split('/').slice(1) ?? [];
    const field = steps.reduce((value, step) => value?.[step], this.answer);
    if (!field) {
      return { nodes: [element('p', {}, title)], words: title };
    }
    const name = this.#markName(steps);
    const { value, bounds } = field.missing ? { value: words(field.missing) } : told(field, { exact: this.#exact, signed: GAINS.includes(steps.at(-1)) });
    const origin = field.missing ? field.message : [ORIGIN[field.origin] ?? field.origin, STATUS[field.status]].filter(Boolean).join(', ');
    const sources = this.#sourcesOf(field);
    const others = steps.length === 3 ? this.#others(steps) : [];
    return {
      nodes: [
        element('p', {}, name),
        element('p', { class: 'number' }, value),
        bounds ? element('p', {}, `between ${bounds.replace(' to ', ' and ')}`) : null,
        element('p', {}, origin),
        ...sources.map(({ title: of, publisher, published, url }) =>
          element('p', { class: 'from' }, link(url, of), `, ${publisher}, ${published}`)),
        others.length > 0 ? element('dl', {}, others.flatMap(([other, amount]) => [element('dt', {}, other), element('dd', {}, amount)])) : null,
      ],
      words: [name, value, bounds, origin, ...sources.map(({ title: of, published }) => `${of}, ${published}`)].filter(Boolean).join('; '),
    };
  }

  #markName([list, index, name, driver]) {
    const row = list === 'rows' ? this.answer.rows[index] : { region: 'remainder' };
    const about = driver ? { ...row, driver: row.drivers[driver].metric } : row;
    const names = this.#rowName(about);
    if (this.question.comparison === 'series') {
      return [...names.slice(1), names[0], name === 'value' ? null : this.#heading(name)].filter(Boolean).join(' · ');
    }
    return [...names, driver ? null : this.#heading(name)].filter(Boolean).join(' · ');
  }

  /** The sources of a figure, or else of what it was computed from; a filing's link opens it at the number. */
  #sourcesOf({ sources, operands = [], facts = [] }) {
    const ids = new Set(sources ?? operands.flatMap((one) => one.sources ?? []));
    return [...ids].filter((id) => this.sources.has(id)).slice(0, MOST_SOURCES).map((id) => {
      const source = this.sources.get(id);
      return { ...source, url: facts.find((fact) => fact.source === id)?.url ?? source.url };
    });
  }

  /** The same figure of other rows in the same quarter of a series, the largest first. */
  #others([, index, name]) {
    const { rows } = this.answer;
    if (this.question.comparison !== 'series') {
      return [];
    }
    const row = rows[index];
    return rows.filter((one) => one !== row && one.period === row.period && one[name]?.value !== undefined)
      .toSorted((one, other) => Number(other[name].value) - Number(one[name].value))
      .slice(0, MOST_OTHERS)
      .map((one) => [this.#rowName(one).slice(1).join(', '), told(one[name], { exact: this.#exact, signed: GAINS.includes(name) }).value]);
  }

  // The figures.

  /** The rows as shown: sorted by rank; drivers and the remainder are rows of their own. */
  #rows() {
    const { rows, remainder } = this.answer;
    const ranked = rows.toSorted((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0);
    const all = ranked.flatMap((row) => [row, ...(row.drivers ?? []).map(({ metric, effect, factor }) =>
      ({ ...about(row), driver: metric, change: effect, factor }))]);
    return remainder ? [...all, ...rest(remainder)] : all;
  }

  #columns() {
    const rows = this.#rows();
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !ABOUT.includes(name));
    const first = FIRST[this.answer.question.comparison] ?? [];
    return [...first, ...names.filter((name) => !first.includes(name))].map((name) => ({
      name,
      words: this.#heading(name),
      unit: sharedUnit(rows.map((row) => row[name])),
    }));
  }

  #heading(name) {
    const { period, base, from, to, whole } = this.answer.question;
    const one = new Set(this.answer.rows.map((row) => row.period)).size === 1;
    switch (name) {
      case 'value': return one && period ? period : NAMES.value;
      case 'base': return base ?? 'Base';
      case 'before': return `On ${from}`;
      case 'after': return `On ${to}`;
      case 'whole': return whole ? this.#region(whole) : 'Whole';
      case 'change': return this.answer.question.comparison === 'share' ? `Since ${base}` : NAMES.change;
      default: return NAMES[name] ?? name;
    }
  }

  /** The name of a row: its region, and whatever differs between the rows. */
  #rowName(row) {
    const varies = (name) => this.varying.has(name);
    const region = row.remainder ?? this.#region(row.region);
    const { comparison } = this.question;
    if (comparison !== 'series' && this.#isByCompany() && row.company && !row.driver) {
      return [this.#company(row.company)];
    }
    return [
      row.driver ? `By ${inSentence(metricName(row.driver, this.companies))}` : comparison === 'series' ? row.period : region,
      row.driver || (comparison === 'series' && varies('region')) ? region : null,
      varies('company') && row.company ? this.#company(row.company) : null,
      varies('metric') && row.metric ? metricName(row.metric, this.companies) : null,
      varies('period') && comparison !== 'series' ? row.period : null,
      row.isPartOfTheRest ? 'part of the rest' : null,
    ].filter(Boolean);
  }

  /** Whether the rows differ in their companies only. */
  #isByCompany() {
    return this.varying.size === 1 && this.varying.has('company');
  }

  #figures(most = FIRST_ROWS) {
    const columns = this.#columns();
    const rows = this.#rows();
    const { question } = this.answer;
    const head = element('tr', { role: 'row' },
      element('th', { scope: 'col', role: 'columnheader' }, this.question.comparison === 'series' ? 'Quarter' : this.#isByCompany() ? 'Company' : 'Region'),
      columns.map(({ words: heading, unit }) => element('th', { scope: 'col', role: 'columnheader' }, heading,
        unit ? element('small', {}, unit) : null)));
    const metrics = [question.metric ?? []].flat().map((id) => metricName(id, this.companies)).join(', ');
    fill(part('figures'),
      element('caption', {}, `${metrics || 'Figures'} of ${question.company.map((id) => this.#company(id)).join(', ')}`),
      element('thead', { role: 'rowgroup' }, head),
      element('tbody', { role: 'rowgroup' }, rows.slice(0, most).map((row) => this.#row(row, columns))));
    part('all-rows').hidden = rows.length <= most;
    part('all-rows').textContent = `Show all ${rows.length} rows`;
    part('figures').classList.toggle('wide', columns.length > MOST_COLUMNS);
    part('figures').classList.toggle('exact', this.#exact);
    part('figures').parentElement.classList.toggle('tall', rows.length > TALL);
    part('no-rows').hidden = rows.length > 0;
    part('more').hidden = !this.answer.next;
  }

  #row(row, columns) {
    const [name, ...about] = this.#rowName(row);
    return element('tr', { role: 'row' },
      element('th', { scope: 'row', role: 'rowheader' }, name,
        about.length > 0 ? element('small', {}, about.join(' · ')) : null),
      columns.map((column) => element('td', { role: 'cell', 'data-label': column.unit ? `${column.words}, ${column.unit}` : column.words },
        row.driver && row[column.name] === undefined ? null : this.#cell(row[column.name], column))));
  }

  #cell(field, { name, unit }) {
    if (field === undefined || field === null) {
      return element('span', { class: 'none' }, '–');
    }
    if (typeof field === 'string') {
      return element('span', { class: name === 'verdict' ? `verdict ${field}` : 'word' }, words(field));
    }
    if (field.missing) {
      return element('details', { class: 'missing' }, element('summary', {}, words(field.missing)), field.message);
    }
    const { value, bounds } = told(field, { exact: this.#exact, signed: GAINS.includes(name), bare: Boolean(unit) });
    return [
      element('span', { class: 'number' }, value, this.#references(field)),
      bounds ? element('small', {}, bounds) : null,
      this.#tags(field),
    ];
  }

  #tags({ origin, status }) {
    const words = [origin === 'reported' ? null : origin, STATUS[status]].filter(Boolean);
    return words.length > 0 ? element('small', { class: `tag ${origin}` }, words.join(', ')) : null;
  }

  #references(field) {
    const numbers = (field.sources ?? []).map((id) => this.sources.get(id)?.number).filter(Boolean);
    return numbers.length === 0 ? null : element('sup', {}, numbers.map((number, index) => [
      index > 0 ? ',' : '',
      element('a', { href: `#source-${number}`, 'aria-label': `Source ${number}` }, String(number)),
    ]).flat());
  }

  // Findings and sources.

  #findings() {
    const { findings, conclusions = [] } = this.answer;
    const all = [...conclusions, ...findings];
    part('findings').hidden = all.length === 0;
    fill(part('finding-list'), all.map(({ code, message }) => element('li', {},
      element('b', {}, `${words(code)}.`), ' ', message[0].toUpperCase() + message.slice(1))));
  }

  #listSources() {
    part('sources').hidden = this.sources.size === 0;
    fill(part('source-list'), [...this.sources.values()].map(({ number, title, publisher, published, kind, url, sha256 }) =>
      element('li', { id: `source-${number}` }, link(url, title),
        element('small', {}, `${publisher}, ${published} (${kind})`),
        sha256 ? element('small', { class: 'hash' }, `SHA-256 ${sha256}`) : null)));
  }

  #workings() {
    const details = part('workings');
    if (!details.open || !this.answer) {
      return;
    }
    fill(part('working-list'), this.#rows().flatMap((row) => this.#columns().flatMap((column) => {
      const lines = [...this.#known(row[column.name]),
        ...(column.name === 'published' ? row.fits ?? [] : []).map((fit) => `fits ${fit}`)];
      return lines.length === 0 ? [] : [
        element('dt', {}, [...this.#rowName(row), column.words].join(' · ')),
        ...lines.map((line) => element('dd', {}, line)),
      ];
    })));
    part('no-workings').hidden = part('working-list').children.length > 0;
  }

  /** Where a figure comes from, line by line. */
  #known(field) {
    if (!field || typeof field !== 'object' || Array.isArray(field) || field.missing) {
      return [];
    }
    const { from, operands = [], alternatives = [], facts = [], note, derivation, conversion } = field;
    const short = (figure) => {
      const { value, bounds } = told(figure, { exact: this.#exact });
      return bounds ? `${value} (${bounds})` : value;
    };
    return [
      from && `${field.origin} from ${from.map((name) => this.#heading(name)).join(' and ')} of this row`,
      ...operands.map((one) => `computed from ${metricName(one.metric, this.companies)}, `
        + `${this.#region(one.region)}, ${one.period}: ${short(one)}`),
      conversion && `converted from ${short(conversion.unconverted)} at ${conversion.rate}, ${conversion.basis}`,
      derivation && `derived by its source: ${derivation}`,
      ...facts.map(filed),
      note && `note by its source: ${note}`,
      ...alternatives.map((one) => `also published: ${short(one)}`
        + (one.sources ?? []).map((id) => this.sources.get(id)?.number).filter(Boolean).map((number) => ` [${number}]`).join('')),
    ].filter(Boolean);
  }

  // Quoting.

  #quote() {
    const { citation, sentence } = this.answer;
    const at = (path) => location.origin + path;
    const chart = at(inForm(citation, { format: 'svg', width: '720' }));
    const publishers = [...this.sources.values()].map(({ publisher, published }) => `${publisher}, ${published}`);
    const texts = {
      Citation: `${sentence} ${publishers.length > 0 ? `Sources: ${publishers.join('; ')}. ` : ''}${at(citation)}`,
      Curl: `curl '${at(citation)}'`,
      Embed: `<img src="${quoted(chart)}" width="720" alt="${quoted(sentence)}">`,
    };
    fill(part('quotes'), Object.entries(texts).map(([name, text]) => element('div', { class: 'quote' },
      element('b', {}, name), element('code', { tabindex: '0' }, text), copyButton(`Copy ${name.toLowerCase()}`, () => text))));
    const file = [this.question.company, this.question.metric, this.question.comparison,
      this.answer.question.period ?? this.answer.question.endPeriod].filter(Boolean).join('-').replace(/[^\w.-]+/g, '-');
    download('xlsx', inForm(citation, { format: 'xlsx' }), `${file}.xlsx`);
    download('csv', inForm(citation, { format: 'csv' }), `${file}.csv`);
    download('svg', inForm(citation, { format: 'svg', width: '720' }), `${file}.svg`);
    download('json', citation, `${file}.json`);
  }
}

/** The rows of a remainder: the rest together, and its named parts. One part that is all of the rest stands for it. */
function rest({ named = [], ...together }) {
  const parts = named.map(({ name, ...figures }) => ({ ...figures, remainder: name, isPartOfTheRest: true }));
  const isAll = parts.length === 1 && !Object.values(parts[0]).some((field) => field.missing);
  return isAll ? [{ ...parts[0], isPartOfTheRest: false }] : [{ ...together, region: 'remainder' }, ...parts];
}

/** A fact of a filing, by its concept and members; the link opens the filing at the number. */
function filed({ concept, dimensions = {}, url }) {
  const names = [concept, ...Object.values(dimensions)].join(', ');
  return element('span', {}, 'filed as ', link(url, names));
}

/** Gives the address of the picture of an answer by its width. */
function pictureOf(question) {
  return (width) => asked(question, { format: 'svg', width: String(width), title: 'false' });
}

function about({ company, metric, region, period }) {
  return { company, metric, region, period };
}

/** A text in which quarters and days, such as 2017-Q4, never break across lines. */
function unbroken(text) {
  return text.split(/(\d{4}-(?:Q\d|\d\d-\d\d))/).map((piece, index) =>
    index % 2 === 1 ? element('span', { class: 'quarter' }, piece) : piece);
}

/** A code as words: base-implied is "Base implied". */
function words(code) {
  const text = code.replace(/-/g, ' ');
  return text[0].toUpperCase() + text.slice(1);
}

/** The unit that all figures of a column share, to be shown once in its heading; empty if there is none. */
function sharedUnit(fields) {
  const units = new Set(fields.filter((field) => field?.unit).map((field) => unitBehind(field.unit)));
  return units.size === 1 ? [...units][0] : '';
}

function download(form, address, name) {
  const anchor = part(`download-${form}`);
  anchor.href = address;
  anchor.download = name;
}

/** How many pixels of a PNG there are for each of the chart. */
const PIXELS = 2;

/** Draws the chart that a link leads to, and saves it as a PNG. */
async function savePng(svg) {
  const image = new Image();
  image.src = svg.href;
  await image.decode();
  const canvas = element('canvas', { width: image.naturalWidth * PIXELS, height: image.naturalHeight * PIXELS });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((png) => {
    const address = URL.createObjectURL(png);
    element('a', { href: address, download: svg.download.replace(/svg$/, 'png') }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }, 'image/png');
}

function quoted(text) {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
