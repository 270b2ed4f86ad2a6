/**
 * A search field with a list of options: a combobox after the pattern of the ARIA Authoring
 * Practices Guide. Chosen values are shown before it as chips. A chip's button removes it;
 * Backspace in the empty field removes the last one.
 */

import { announce, element, fill } from './dom.js';

const MOST_OPTIONS = 60;

export class Combobox {
  #values = [];
  #options = [];
  #active = -1;
  #opened = 0;

  /**
   * @param id the id of the input, for its label
   * @param label the name of the field
   * @param several whether more than one value can be chosen
   * @param find returns the options {value, label, detail} for a typed text, or a promise of them
   * @param nameOf returns the name of a value
   * @param changed called with the values when the user has changed them
   */
  constructor({ id, label, several = true, hint = '', find, nameOf, changed }) {
    Object.assign(this, { id, label, several, find, nameOf, changed });
    this.chips = element('ul', { class: 'chips', 'aria-label': `${label}: chosen` });
    this.input = element('input', {
      id,
      type: 'text',
      role: 'combobox',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      placeholder: hint,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${id}-list`,
      keydown: (event) => this.#pressed(event),
      input: () => this.#open(true),
      click: () => this.#open(false),
      blur: () => this.#close(),
    });
    this.list = element('ul', {
      id: `${id}-list`,
      role: 'listbox',
      'aria-label': label,
      'aria-multiselectable': several ? 'true' : null,
      hidden: true,
      // Keeps the focus in the field.
      mousedown: (event) => event.preventDefault(),
      click: (event) => this.#clicked(event),
    });
    this.root = element('div', { class: 'combobox' }, this.chips, this.input, this.list);
    this.#draw();
  }

  /** The chosen values. */
  get values() {
    return this.#values;
  }

  /** Sets the values without calling `changed`. */
  set values(values) {
    this.#values = values;
    this.#draw();
  }

  #draw() {
    this.chips.hidden = this.#values.length === 0;
    fill(this.chips, this.#values.map((value) => element('li', {},
      element('span', {}, this.nameOf(value)),
      element('button', {
        type: 'button',
        'aria-label': `Remove ${this.nameOf(value)}`,
        click: () => this.#remove(value),
      }, '×'))));
  }

  #remove(value) {
    this.#change(this.#values.filter((one) => one !== value));
    announce(`${this.nameOf(value)} removed`);
    this.input.focus();
  }

  #change(values) {
    this.values = values;
    this.changed(values);
  }

  async #open(typed) {
    const opening = ++this.#opened;
    const options = await this.find(this.input.value.trim());
    // The user typed on, or left the field, while the options were loading.
    if (opening !== this.#opened || document.activeElement !== this.input) {
      return;
    }
    this.#options = options.slice(0, MOST_OPTIONS);
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    if (this.#options.length === 0) {
      fill(this.list, element('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' },
        'No matches'));
    } else {
      fill(this.list, this.#options.map((option, index) => this.#option(option, index)));
    }
    this.#activate(typed && this.input.value.trim() && this.#options.length > 0 ? 0 : -1);
    if (typed) {
      announce(this.#options.length === 1 ? '1 option' : `${this.#options.length} options`);
    }
  }

  #option(option, index) {
    return element('li', {
      id: `${this.id}-option-${index}`,
      role: 'option',
      'data-index': String(index),
      'aria-selected': String(this.#values.includes(option.value)),
    }, element('span', {}, option.label), element('small', {}, option.detail));
  }

  #close() {
    this.#opened++;
    this.#active = -1;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  get #isOpen() {
    return !this.list.hidden;
  }

  #activate(index) {
    this.list.querySelector('.active')?.classList.remove('active');
    this.#active = index;
    const option = this.list.querySelector(`[data-index="${index}"]`);
    if (option) {
      option.classList.add('active');
      option.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', option.id);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  #clicked(event) {
    const option = event.target.closest('[data-index]');
    if (option) {
      this.#choose(Number(option.dataset.index));
    }
  }

  #choose(index) {
    const { value } = this.#options[index];
    this.input.value = '';
    this.#close();
    if (!this.several) {
      this.#change([value]);
    } else if (this.#values.includes(value)) {
      this.#remove(value);
      return;
    } else {
      this.#change([...this.#values, value]);
    }
    announce(`${this.nameOf(value)} chosen`);
  }

  #pressed(event) {
    const handler = {
      ArrowDown: () => this.#step(1),
      ArrowUp: () => this.#step(-1),
      Enter: () => this.#entered(),
      Escape: () => this.#escaped(),
      Backspace: () => this.#erased(),
    }[event.key];
    if (handler?.()) {
      event.preventDefault();
    }
  }

  #step(by) {
    if (!this.#isOpen) {
      this.#open(false).then(() => this.#activate(by > 0 ? 0 : this.#options.length - 1));
    } else if (this.#options.length > 0) {
      const count = this.#options.length;
      this.#activate(this.#active < 0 && by < 0 ? count - 1 : (this.#active + by + count) % count);
    }
    return true;
  }

  #entered() {
    if (this.#isOpen && this.#active >= 0) {
      this.#choose(this.#active);
    }
    return true;
  }

  #escaped() {
    const open = this.#isOpen;
    this.#close();
    if (!open) {
      this.input.value = '';
    }
    return open;
  }

  #erased() {
    if (this.input.value === '' && this.#values.length > 0) {
      this.#remove(this.#values.at(-1));
      return true;
    }
    return false;
  }
}
