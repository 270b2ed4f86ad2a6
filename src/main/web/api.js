/** Asks the API, on the page's own origin. */

import { parse } from './numbers.js';

/** A question that has no answer. The message is the API's own, if it sent one. */
export class Unanswered extends Error {
  /**
   * @param status the HTTP status; 0 if no response came
   * @param fields the invalid fields, as the API lists them: {name, reason}
   */
  constructor(status, words, fields = []) {
    super(words);
    this.status = status;
    this.fields = fields;
  }

  /** Whether the same question may succeed later. */
  get passes() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Sends a GET request; returns the JSON of the response, with its numbers as texts. */
export async function ask(path, signal) {
  const { response, text } = await got(path, signal);
  let body;
  try {
    body = parse(text);
  } catch {
    throw new Unanswered(response.ok ? 502 : response.status, 'The response is not from the API.');
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

/** The companies, metrics and regions to choose from. Each request is made once, when first needed. */
export class Catalog {
  #companies = null;
  #regions = null;
  #feeds = null;
  #details = new Map();
  #known = new Map();

  /** All companies, by id and name. */
  companies() {
    return (this.#companies ??= this.#kept(all('/v1/companies', 'companies'), () => {
      this.#companies = null;
    }));
  }

  /** The regions of every company: countries and the world. */
  regions() {
    return (this.#regions ??= this.#kept(ask('/v1/regions').then((page) => page.regions), () => {
      this.#regions = null;
    }));
  }

  /** The state of the feeds. */
  feeds() {
    return (this.#feeds ??= this.#kept(ask('/v1/feeds').then((page) => page.feeds), () => {
      this.#feeds = null;
    }));
  }

  /** The definitions of some companies, without those that the API doesn't know. */
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

  /** The definition of a company, if it has been loaded. */
  known(id) {
    return this.#known.get(id);
  }

  #kept(promise, forget) {
    promise.catch(forget);
    return promise;
  }
}
