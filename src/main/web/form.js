/** The question as a form. The comparison decides which fields it has, and the stored figures what they offer. */

import { Combobox } from './combobox.js';
import { element, fill, part } from './dom.js';
import { inSentence, metricName, regionName } from './names.js';
import { COMPARISONS, items, known } from './question.js';

/** The currencies with a reference rate of the euro. */
const CURRENCIES = {
  USD: 'US dollar',
  EUR: 'Euro',
  GBP: 'British pound',
  JPY: 'Japanese yen',
  CNY: 'Chinese yuan',
  CHF: 'Swiss franc',
  AUD: 'Australian dollar',
  BRL: 'Brazilian real',
  CAD: 'Canadian dollar',
  CZK: 'Czech koruna',
  DKK: 'Danish krone',
  HKD: 'Hong Kong dollar',
  HUF: 'Hungarian forint',
  IDR: 'Indonesian rupiah',
  ILS: 'Israeli shekel',
  INR: 'Indian rupee',
  ISK: 'Icelandic króna',
  KRW: 'South Korean won',
  MXN: 'Mexican peso',
  MYR: 'Malaysian ringgit',
  NOK: 'Norwegian krone',
  NZD: 'New Zealand dollar',
  PHP: 'Philippine peso',
  PLN: 'Polish zloty',
  RON: 'Romanian leu',
  SEK: 'Swedish krona',
  SGD: 'Singapore dollar',
  THB: 'Thai baht',
  TRY: 'Turkish lira',
  ZAR: 'South African rand',
};
const TRANSFORMS = {
  level: 'Level',
  yoy: 'Growth, year on year',
  qoq: 'Growth, quarter on quarter',
  share: 'Share of a whole',
  index: 'Index',
  ttm: 'Sum of four quarters',
};
const EXPRESSION = /^[A-Z0-9_]+([+-][A-Z0-9_]+)*$/;
/** Milliseconds to wait after a change: longer for dates, which are changed a part at a time. */
const PAUSE = 400;
const SOON = 60;

export class Form {
  #question = {};
  #companies = [];
  #all = [];
  #waiting = 0;

  /**
   * @param catalog the companies, metrics and regions to choose from
   * @param changed called with each new question
   */
  constructor(catalog, changed) {
    this.catalog = catalog;
    this.changed = changed;
    this.fields = {
      company: this.#combobox('company', 'Company', {
        hint: 'Type a name',
        find: (typed) => this.#findCompany(typed),
        nameOf: (id) => this.#all.find((one) => one.id === id)?.name ?? id,
        note: element('p', { id: 'company-note', class: 'hint', role: 'status', hidden: true }),
      }),
      metric: this.#metric(),
      region: this.#combobox('region', 'Regions', {
        hint: 'Type a name, a code, or WORLD-US',
        find: (typed) => this.#findRegion(typed, true),
        nameOf: (code) => regionName(code, this.#companies),
      }),
      period: this.#select('period', 'Quarter'),
      base: this.#select('base', 'Compared with'),
      against: this.#select('against', 'Against'),
      transform: this.#transforms(),
      whole: this.#combobox('whole', 'Whole', {
        hint: 'World',
        several: false,
        find: (typed) => this.#findRegion(typed, false),
        nameOf: (code) => regionName(code, this.#companies),
      }),
      startPeriod: this.#select('startPeriod', 'First quarter'),
      endPeriod: this.#select('endPeriod', 'Last quarter'),
      from: this.#day('from', 'From the day', 'Leave empty for the first publication'),
      to: this.#day('to', 'To the day', 'Leave empty for today'),
      currency: this.#select('currency', 'Currency'),
      fx: this.#fx(),
      asOf: this.#day('asOf', 'As known on', 'Leave empty for today'),
    };
    this.#lay();
  }

  // The fields.

  #wrap(name, label, control, more = {}) {
    const error = element('p', { id: `${name}-error`, class: 'error', hidden: true });
    const legend = more.group
      ? element('legend', {}, label)
      : element('label', { for: more.labels ?? name }, label);
    const root = element(more.group ? 'fieldset' : 'div', { class: 'field', 'data-field': name },
      legend, control, more.hint ? element('p', { id: `${name}-hint`, class: 'hint' }, more.hint) : null, error);
    return { root, error, control: more.group ? root : (more.input ?? control), described: more.hint ? `${name}-hint` : '' };
  }

  #combobox(name, label, options) {
    const box = new Combobox({
      id: name,
      label,
      ...options,
      changed: (values) => this.#set(name, values.join(',')),
    });
    const field = this.#wrap(name, label, box.root, { input: box.input });
    if (options.note) {
      field.error.before(options.note);
    }
    return { ...field, show: (value) => {
      box.values = items(value);
    } };
  }

  #select(name, label) {
    const select = element('select', { id: name, change: () => this.#set(name, select.value) });
    return { ...this.#wrap(name, label, select), offer: (options, value) => choices(select, options, value) };
  }

  /** The metric; a check may leave it out, which means all metrics. */
  #metric() {
    const select = element('select', { id: 'metric', change: () => this.#set('metric', select.value) });
    return {
      ...this.#wrap('metric', 'Metric', select),
      offer: (options, value) => choices(select, options, value),
    };
  }

  #day(name, label, hint) {
    const input = element('input', {
      id: name,
      type: 'date',
      change: () => this.#set(name, input.value, PAUSE),
    });
    return { ...this.#wrap(name, label, input, { hint }), show: (value) => {
      input.value = value ?? '';
    } };
  }

  #transforms() {
    const boxes = Object.entries(TRANSFORMS).map(([value, words]) =>
      element('label', { class: 'box' }, element('input', {
        type: 'checkbox',
        name: 'transform',
        value,
        change: () => this.#set('transform', checked().join(',')),
      }), words));
    const inputs = boxes.map((box) => box.firstChild);
    const checked = () => inputs.filter((input) => input.checked).map((input) => input.value);
    return {
      ...this.#wrap('transform', 'Show for each quarter', element('div', {}, boxes), { group: true }),
      show: (value) => {
        const wanted = value ? items(value) : ['level'];
        inputs.forEach((input) => {
          input.checked = wanted.includes(input.value);
        });
      },
    };
  }

  /** The exchange rate: a keyword, a day or a number. A day and a number have a field of their own. */
  #fx() {
    const select = element('select', { id: 'fx' });
    const day = element('input', { type: 'date', 'aria-label': 'Day of the rate', hidden: true });
    const rate = element('input', {
      type: 'text', inputmode: 'decimal', 'aria-label': 'Rate', placeholder: '1.2294', hidden: true,
    });
    const reveal = () => {
      day.hidden = select.value !== 'day';
      rate.hidden = select.value !== 'rate';
    };
    select.addEventListener('change', () => {
      reveal();
      if (select.value === 'day' || select.value === 'rate') {
        (day.hidden ? rate : day).focus();
      } else {
        this.#set('fx', select.value);
      }
    });
    day.addEventListener('change', () => this.#set('fx', day.value, PAUSE));
    rate.addEventListener('change', () => this.#set('fx', rate.value.trim()));
    choices(select, [
      ['', 'Usual rate'],
      ['average', 'Average of the quarter'],
      ['end', 'End of the quarter'],
      ['day', 'Rate of a day …'],
      ['rate', 'A given rate …'],
    ], '');
    const control = element('div', { class: 'row' }, select, day, rate);
    return {
      ...this.#wrap('fx', 'Exchange rate', control, {
        input: select,
        hint: 'Usually the average of the quarter; for stocks, the rate at its end.',
      }),
      show: (value = '') => {
        const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
        select.value = isDay ? 'day' : ['', 'average', 'end'].includes(value) ? value : 'rate';
        day.value = isDay ? value : '';
        rate.value = select.value === 'rate' ? value : '';
        reveal();
      },
    };
  }

  #lay() {
    const kinds = Object.entries(COMPARISONS).map(([value, { name }]) =>
      element('label', {}, element('input', {
        type: 'radio',
        name: 'comparison',
        value,
        change: () => this.#compare(value),
      }), element('span', {}, name)));
    this.kinds = kinds.map((kind) => kind.firstChild);
    this.about = element('p', { class: 'hint' });
    fill(part('comparison'), kinds);
    part('comparison').after(this.about);
    const { asOf, currency, fx, ...rest } = this.fields;
    fill(part('fields'), Object.values(rest).map((field) => field.root));
    fill(part('terms'), [currency, fx, asOf].map((field) => field.root));
  }

  // Changes by the user.

  #set(name, value, pause = SOON) {
    const question = { ...this.#question, [name]: value };
    if (name === 'currency' && !value) {
      delete question.fx;
    }
    this.#tell(question, pause);
  }

  #compare(comparison) {
    const question = { ...this.#question, comparison };
    if (comparison === 'regions' && items(question.region).length === 1) {
      question.region = '*';
    }
    this.#tell(question, SOON);
  }

  #tell(question, pause) {
    this.#question = question;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(async () => {
      const whole = await this.#completed(question);
      if (this.#question === question) {
        this.changed(known(whole));
      }
    }, pause);
  }

  /** Fills in a metric, a region and a quarter where a change of company or comparison leaves none that fits. */
  async #completed(question) {
    let companies;
    try {
      companies = await this.catalog.of(items(question.company));
    } catch {
      return question;
    }
    const whole = { ...question };
    const metrics = metricsOf(companies, whole.comparison);
    const check = whole.comparison === 'check';
    if (metrics.length > 0 && !check && !metrics.some((metric) => metric.id === whole.metric)) {
      whole.metric = metrics[0].id;
    }
    if (companies.length > 0 && !check) {
      const regions = regionsOf(companies, whole.metric);
      if (!whole.region && regions.length > 0) {
        whole.region = (regions.find((region) => region.id === 'WORLD') ?? regions[0]).id;
      }
      whole.period ||= 'latest';
    }
    return whole;
  }

  // The options.

  async #findCompany(typed) {
    this.#all = await this.catalog.companies().catch(() => this.#all);
    return matching(this.#all.map(({ id, name }) => ({ value: id, label: name, detail: id })), typed);
  }

  async #findRegion(typed, several) {
    const own = regionsOf(this.#companies, this.#question.metric);
    const listed = own.map((region) => ({
      value: region.id,
      label: region.name,
      detail: region.first ? `${region.id} · ${region.first} to ${region.last}` : region.id,
    }));
    const defined = this.#companies.flatMap((company) => company.regions);
    const others = [...defined, ...(typed ? await this.catalog.regions().catch(() => []) : [])];
    for (const { id, name } of others) {
      if (!listed.some((option) => option.value === id)) {
        listed.push({ value: id, label: name, detail: id });
      }
    }
    if (several) {
      listed.push({ value: '*', label: 'Every region', detail: '*' });
    }
    const found = matching(listed, typed);
    const code = typed.toUpperCase().replace(/\s*([+-])\s*/g, '$1');
    const option = { value: code, label: regionName(code, this.#companies), detail: code };
    if (EXPRESSION.test(code) && /[+-]/.test(code)) {
      return [option, ...found];
    }
    return found.length === 0 && EXPRESSION.test(code) ? [option] : found;
  }

  // The view.

  /** Shows a question. */
  async show(question) {
    clearTimeout(this.#waiting);
    this.#question = question;
    this.#draw();
    this.#all = await this.catalog.companies().catch(() => this.#all);
    const companies = await this.catalog.of(items(question.company)).catch(() => this.#companies);
    if (this.#question === question) {
      this.#companies = companies;
      this.#draw();
    }
  }

  #draw() {
    const question = this.#question;
    const { about, fields } = COMPARISONS[question.comparison];
    this.kinds.forEach((kind) => {
      kind.checked = kind.value === question.comparison;
    });
    this.about.textContent = about;
    for (const [name, field] of Object.entries(this.fields)) {
      field.root.hidden = !fields.includes(name);
      field.show?.(question[name]);
    }
    this.fields.fx.root.hidden = !question.currency;
    this.fields.whole.root.hidden ||=
      question.comparison === 'series' && !items(question.transform).includes('share');
    this.#offer();
    part('asked').textContent = this.words();
    this.#note();
  }

  /** Says which of the companies report regions only for whole years. */
  #note() {
    const notes = this.#companies.filter((company) => company.regionsOnlyByYear).map((company) => {
      const metrics = company.regionsOnlyByYear.map((id) => inSentence(metricName(id, this.#companies)));
      return `${company.name} reports ${metrics.join(' and ')} by region only for whole years, which aren’t stored.`;
    });
    const note = part('company-note');
    note.hidden = notes.length === 0;
    note.textContent = notes.join(' ');
  }

  #offer() {
    const question = this.#question;
    const check = question.comparison === 'check';
    const quarters = quartersOf(this.#companies, question.metric);
    const listed = quarters.map((quarter) => [quarter, quarter]);
    const metrics = metricsOf(this.#companies, question.comparison).map(({ id, name }) => [id, name]);
    this.fields.metric.offer(check ? [['', 'All metrics'], ...metrics] : metrics, question.metric);
    this.fields.period.offer(
      [...(check ? [['', 'Every quarter']] : []), ['latest', 'Latest quarter'], ...listed], question.period);
    const bases = [
      ...(question.comparison === 'share' ? [['', 'Nothing']] : []),
      ['yoy', 'A year earlier'],
      ['qoq', 'The quarter before'],
      ...listed.filter(([quarter]) => !(question.period <= quarter)),
    ];
    this.fields.base.offer(bases, question.base ?? (question.comparison === 'share' ? '' : 'yoy'));
    this.fields.against.offer([['', 'The first one'], ...this.#against()], question.against);
    this.fields.startPeriod.offer([['', 'First available'], ...listed], question.startPeriod);
    this.fields.endPeriod.offer([['', 'Last available'], ...listed], question.endPeriod);
    this.fields.currency.offer(
      [['', 'As reported'], ...Object.entries(CURRENCIES).map(([code, name]) => [code, `${code} · ${name}`])],
      question.currency);
  }

  #against() {
    const companies = items(this.#question.company);
    const regions = items(this.#question.region);
    const chosen = regions.includes('*')
      ? regionsOf(this.#companies, this.#question.metric).map((region) => region.id)
      : regions;
    return companies.flatMap((company) => chosen.map((region) => companies.length > 1
      ? [`${company}:${region}`, `${this.fields.company ? this.#nameOf(company) : company}, ${regionName(region, this.#companies)}`]
      : [region, regionName(region, this.#companies)]));
  }

  #nameOf(company) {
    return this.#all.find((one) => one.id === company)?.name ?? company;
  }

  /** The question in a few words. */
  words() {
    const { comparison, company, metric, region, period } = this.#question;
    return [
      COMPARISONS[comparison].name,
      items(company).map((id) => this.#nameOf(id)).join(', '),
      metric && metricName(metric, this.#companies),
      items(region).map((code) => regionName(code, this.#companies)).join(', '),
      period,
    ].filter(Boolean).join(' · ');
  }

  /** The companies of the question that have been loaded. */
  get companies() {
    return this.#companies;
  }

  /** Shows each fault beside its field; returns the faults that belong to no field. */
  refuse(faults) {
    for (const [name, field] of Object.entries(this.fields)) {
      const reasons = faults.filter((fault) => fault.name === name).map((fault) => fault.reason);
      field.error.hidden = reasons.length === 0;
      field.error.textContent = reasons.join(' ');
      field.root.classList.toggle('refused', reasons.length > 0);
      if (reasons.length > 0) {
        field.root.hidden = false;
        field.control.setAttribute('aria-invalid', 'true');
      } else {
        field.control.removeAttribute('aria-invalid');
      }
      const described = [field.described, reasons.length > 0 ? field.error.id : ''].filter(Boolean).join(' ');
      if (described) {
        field.control.setAttribute('aria-describedby', described);
      } else {
        field.control.removeAttribute('aria-describedby');
      }
    }
    return faults.filter((fault) => !Object.hasOwn(this.fields, fault.name));
  }
}

/** Fills a list with options. Adds the chosen value if it isn’t among them. */
function choices(select, options, value = '') {
  const all = value && !options.some(([one]) => one === value) ? [[value, value], ...options] : options;
  const key = all.join('|');
  if (select.key !== key) {
    select.key = key;
    fill(select, all.map(([one, words]) => element('option', { value: one }, words)));
  }
  select.value = value;
}

/** The options whose name or code contains the typed text; first those that begin with it. */
function matching(options, typed) {
  const wanted = typed.toLowerCase();
  const words = ({ value, label }) => [value.toLowerCase(), label.toLowerCase()];
  const begins = (option) => words(option).some((word) => word.startsWith(wanted));
  return options
    .filter((option) => words(option).some((word) => word.includes(wanted)))
    .sort((one, other) => wanted ? Number(begins(other)) - Number(begins(one)) : 0);
}

function metricsOf(companies, comparison) {
  const found = new Map(companies.flatMap((company) => company.metrics).map((metric) => [metric.id, metric]));
  return [...found.values()].filter((metric) => comparison !== 'drivers' || metric.numerator);
}

function coverage(companies, metric) {
  return companies
    .flatMap((company) => company.metrics)
    .filter((one) => !metric || items(metric).includes(one.id))
    .flatMap((one) => one.regions);
}

function regionsOf(companies, metric) {
  return [...new Map(coverage(companies, metric).map((region) => [region.id, region])).values()];
}

/** The quarters with stored figures, newest first. */
function quartersOf(companies, metric) {
  const spans = coverage(companies, metric);
  if (spans.length === 0) {
    return [];
  }
  const index = (quarter) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.at(-1)) - 1;
  const first = Math.min(...spans.map((span) => index(span.first)));
  const last = Math.max(...spans.map((span) => index(span.last)));
  return Array.from({ length: last - first + 1 }, (_, back) => last - back)
    .map((quarter) => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`);
}
