/** The control that adds another company to the question. */

import { Combobox } from './combobox.js';
import { announce, part } from './dom.js';
import { items, withCompany } from './question.js';

export class Comparer {
  #question = {};

  /**
   * @param catalog the companies to choose from
   * @param chosen called with the question about one company more
   */
  constructor(catalog, chosen) {
    Object.assign(this, { catalog, chosen });
    this.box = new Combobox({
      id: 'other',
      label: 'Another company',
      several: false,
      hint: 'Type a name',
      find: (typed) => this.#find(typed),
      nameOf: (id) => id,
      changed: ([id]) => id && this.#compare(id),
    });
    part('other-label').after(this.box.root);
    part('compare').addEventListener('toggle', () => part('compare').open && this.box.input.focus());
  }

  /** Compares with the companies of a question from now on. */
  show(question) {
    this.#question = question;
    this.box.values = [];
    part('compare').open = false;
    part('other-note').textContent = '';
  }

  async #find(typed) {
    const all = await this.catalog.companies().catch(() => []);
    const asked = items(this.#question.company);
    return all.filter(({ id, name }) => !asked.includes(id) && `${id} ${name}`.toLowerCase().includes(typed.toLowerCase()))
      .map(({ id, name }) => ({ value: id, label: name, detail: id }));
  }

  async #compare(id) {
    this.box.values = [];
    const asked = items(this.#question.company);
    const known = await this.catalog.of([...asked, id]).catch(() => []);
    const other = known.find((company) => company.id === id);
    const question = other && withCompany(this.#question, known.filter((company) => company !== other), other);
    if (question) {
      this.chosen(question);
    } else {
      const words = `${other?.name ?? id} has no metric that could be compared.`;
      part('other-note').textContent = words;
      announce(words);
    }
  }
}
