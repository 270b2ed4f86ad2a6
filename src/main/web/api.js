/** Asks the API, on the page's own origin. */

import { parse } from './numbers.js';

/** What isn't answered: the API's own words, or that there are none. */
export class Unanswered extends Error {
  /**
   * @param status 0 where no answer came at all
   * @param fields what is wrong with which field, as the API says it: {name, reason}
   */
  constructor(status, words, fields = []) {
    super(words);
    this.status = status;
    this.fields = fields;
  }

  /** Whether the same question may be answered at another time. */
  get passes() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** An answer, its numbers as texts. */
export async function ask(path, signal) {
  const { response, text } = await got(path, signal);
  let body;
  try {
    body = parse(text);
  } catch {
    throw new Unanswered(response.ok ? 502 : response.status, 'What came back is not an answer of the API.');
  }
  if (!response.ok) {
    throw new Unanswered(
      response.status,
      body.detail ?? body.message ?? `The API answered with ${response.status}.`,
      body.invalid_params ?? []);
  }
  return body;
}

async function got(path, signal) {
  try {
    const response = await fetch(path, { signal, headers: { accept: 'application/json' } });
    return { response, text: await response.text() };
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Unanswered(0, 'The server can’t be reached.');
  }
}

/** Every page of a list. */
async function all(path, member) {
  const found = [];
  let page = await ask(path);
  found.push(...page[member]);
  while (page.next) {
    page = await ask(`${path}?next=${encodeURIComponent(page.next)}`);
    found.push(...page[member]);
  }
  return found;
}

/** What can be asked about, each part of it asked for once, when it is wanted. */
export class Catalog {
  #companies = null;
  #regions = null;
  #details = new Map();
  #known = new Map();

  /** All companies, by id and name. */
  companies() {
    return (this.#companies ??= this.#kept(all('/v1/companies', 'companies'), () => {
      this.#companies = null;
    }));
  }

  /** Every region that has a name of its own: countries, and the world. */
  regions() {
    return (this.#regions ??= this.#kept(ask('/v1/regions').then((page) => page.regions), () => {
      this.#regions = null;
    }));
  }

  /** What is known of some companies; those that aren't known are left out. */
  async of(ids) {
    const found = await Promise.all(ids.map((id) => this.#detail(id)));
    return found.filter((company) => company !== null);
  }

  async #detail(id) {
    if (!this.#details.has(id)) {
      this.#details.set(id, this.#kept(
        ask(`/v1/companies/${encodeURIComponent(id)}`).catch((error) => {
          if (error.status === 404 || error.status === 400) {
            return null;
          }
          throw error;
        }),
        () => this.#details.delete(id)));
    }
    const company = await this.#details.get(id);
    if (company) {
      this.#known.set(id, company);
    }
    return company;
  }

  /** What is known of a company already. */
  known(id) {
    return this.#known.get(id);
  }

  #kept(promise, forget) {
    promise.catch(forget);
    return promise;
  }
}
