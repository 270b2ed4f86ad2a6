/** Example questions about each company: those about the question's company are open. */

import { element, fill, part } from './dom.js';
import { ARTICLE, NETFLIX, address, items, read, starters } from './question.js';

/** The most companies with examples; all others are found by typing. */
const MOST = 12;

export class Examples {
  #question = {};
  #companies = [];

  /**
   * @param catalog the companies
   * @param chosen called with a question when its example is chosen
   */
  constructor(catalog, chosen) {
    this.catalog = catalog;
    part('starter-list').addEventListener('click', (event) => {
      const anchor = event.target.closest('a');
      if (anchor && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
        event.preventDefault();
        chosen(read(anchor.search));
      }
    });
  }

  /** Loads the companies and lists them. */
  async list() {
    this.#companies = await this.catalog.companies().catch(() => []);
    await this.#draw();
  }

  /** Shows the examples about a question's company, and marks the question. */
  async show(question) {
    this.#question = question;
    if (this.#companies.length > 0) {
      await this.#draw();
    }
  }

  async #draw() {
    const [own] = items(this.#question.company);
    if (own !== this.drawn) {
      this.drawn = own;
      const listed = [...this.#companies].sort((one, other) => (other.id === own) - (one.id === own)).slice(0, MOST);
      part('starters').hidden = listed.length === 0;
      fill(part('starter-list'), listed.map((company) => this.#group(company, company.id === own)));
    }
    this.#mark();
  }

  #group({ id, name }, open) {
    const list = element('ul');
    const group = element('details', { open, toggle: () => group.open && this.#fill(id, list) }, element('summary', {}, name), list);
    return group;
  }

  async #fill(id, list) {
    if (list.children.length > 0) {
      return;
    }
    const other = this.#companies.find((one) => one.id !== id);
    const [company, compared] = await this.catalog.of([id, ...(other ? [other.id] : [])]).catch(() => []);
    const feeds = await this.catalog.feeds().catch(() => []);
    const rates = feeds.some(({ feed, lastSuccess }) => feed === 'ecb-rates' && lastSuccess);
    const offered = company?.id === id ? examplesOf(company, { other: compared, rates }) : [];
    fill(list, offered.map(({ words, question }) => element('li', {}, element('a', { href: address(question) }, words))));
    this.#mark();
  }

  /** Marks the example that is the current question. */
  #mark() {
    const { digits, ...question } = this.#question;
    for (const anchor of part('starter-list').querySelectorAll('a')) {
      const same = question.comparison && anchor.getAttribute('href') === address(question);
      anchor.toggleAttribute('aria-current', same);
      if (same) {
        anchor.setAttribute('aria-current', 'page');
      }
    }
  }
}

/** Questions written for a company, and others that they don't ask. */
function examplesOf(company, more) {
  const written = [...ARTICLE, ...NETFLIX].filter(({ told, question }) =>
    question.company === company.id && tells(company, { ...question, metric: told ?? question.metric }));
  return [...written, ...starters(company, more).filter(({ question }) =>
    !written.some(({ question: { comparison, metric } }) =>
      comparison === question.comparison && (metric === question.metric || comparison === 'revisions')))];
}

/** Whether a company tells the figures of a question: those of its region, if it names only one. */
function tells({ metrics }, { metric, region, period }) {
  const regions = metrics.find(({ id }) => id === metric)?.regions ?? [];
  return regions.some(({ id, first, last }) => (id === region || /\W/.test(region)) && first <= period && period <= last);
}
