/** The picture of an answer. Its figures answer to the pointer, to touch and to the keyboard. */

import { element, fill, part } from './dom.js';

/** The least and the most pixels that a picture is wide, and the steps between. */
const WIDTHS = { least: 320, most: 960, step: 40 };
/** Milliseconds to wait until the window keeps its size. */
const PAUSE = 300;

/** The width in pixels that a picture would have now. */
export function width() {
  const room = Math.round(part('answer').clientWidth / WIDTHS.step) * WIDTHS.step;
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, room));
}

/**
 * Loads a picture as a tree of SVG elements: parsing text would need Trusted Types. The page's
 * policy keeps anything in it from running.
 */
export function load(address) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => {
      const root = request.status === 200 ? request.responseXML?.documentElement : null;
      resolve(root?.localName === 'svg' ? root : null);
    };
    request.onerror = () => resolve(null);
    request.send();
  });
}

export class Chart {
  #found = null;
  #active = null;
  #kept = false;
  #address = '';
  #early = null;

  /** @param describe gives the tip of a figure: {nodes, words}, by the figure's JSON Pointer */
  constructor(describe) {
    this.describe = describe;
    this.cursor = part('cursor');
    this.tip = part('tip');
    this.#listen();
  }

  /** Loads the picture that will probably be shown next. */
  expect(at) {
    const address = at(width());
    this.#early = { address, picture: load(address) };
  }

  /**
   * Shows the picture at an address.
   *
   * @param at gives the address of the picture by its width
   */
  async show(at) {
    this.at = at;
    const address = at(width());
    if (address === this.#address) {
      return;
    }
    this.#address = address;
    this.#hide();
    part('chart').hidden = false;
    part('chart').classList.add('waiting');
    const early = this.#early?.address === address ? this.#early.picture : null;
    this.#early = null;
    const picture = await (early ?? load(address));
    if (address === this.#address) {
      this.#draw(picture);
    }
  }

  #draw(picture) {
    part('chart').hidden = picture === null;
    part('chart').classList.remove('waiting');
    if (picture === null) {
      this.#address = '';
      return;
    }
    fill(part('picture'), document.adoptNode(picture));
    this.picture = picture;
    this.#found = null;
    this.cursor.hidden = picture.querySelector('[data-places], [data-figure]') === null;
    this.#rest();
  }

  /** The figures of the picture, found when first needed: that takes a layout. */
  get #marks() {
    if (!this.#found) {
      this.#found = marksOf(this.picture);
      this.cursor.setAttribute('aria-valuemax', this.#found.length);
    }
    return this.#found;
  }

  /** What the cursor says before it has been moved. */
  #rest() {
    this.cursor.setAttribute('aria-valuenow', 0);
    this.cursor.setAttribute('aria-valuetext', 'no figure yet');
  }

  // Moving.

  #listen() {
    const { cursor, tip } = this;
    cursor.addEventListener('pointermove', (event) => this.#kept && event.pointerType === 'mouse' || this.#point(event));
    cursor.addEventListener('pointerdown', (event) => {
      this.#point(event);
      this.#keep(true);
    });
    cursor.addEventListener('pointerleave', () => this.#kept || this.#hide());
    cursor.addEventListener('focus', () => cursor.matches(':focus-visible') && this.#activate(this.#active ?? this.#first()));
    cursor.addEventListener('keydown', (event) => this.#pressed(event));
    part('chart').addEventListener('focusout', (event) => part('chart').contains(event.relatedTarget) || this.#hide());
    tip.addEventListener('keydown', (event) => event.key === 'Escape' && this.cursor.focus());
    addEventListener('pointerdown', (event) => part('chart').contains(event.target) || this.#hide());
    let waiting = 0;
    addEventListener('resize', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.at && this.show(this.at), PAUSE);
    });
  }

  #first() {
    return this.#marks.findLast((mark) => mark.line === 0) ?? this.#marks[0];
  }

  /** Shows the figure nearest to the pointer. */
  #point({ clientX, clientY }) {
    const box = this.picture.getBoundingClientRect();
    const scale = this.picture.viewBox.baseVal.width / box.width;
    this.#activate(nearest(this.#marks, (clientX - box.left) * scale, (clientY - box.top) * scale));
  }

  #pressed(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const across = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
    if (by) {
      this.#activate(this.#next(by, across));
    } else if (event.key === 'Home' || event.key === 'End') {
      this.#activate(this.#marks.at(event.key === 'Home' ? 0 : -1));
    } else if (event.key === 'Enter') {
      this.#keep(true);
      this.tip.querySelector('a')?.focus();
    } else if (event.key === 'Escape') {
      this.#hide();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** The mark beside the active one: across, along its line; else on the next line. */
  #next(by, across) {
    const now = this.#active ?? this.#first();
    const index = this.#marks.indexOf(now);
    if (now.line === null || across) {
      const next = this.#marks[index + by];
      return next && next.line === now.line ? next : now;
    }
    const line = this.#marks.filter((mark) => mark.line === now.line + by);
    return line.length > 0 ? nearest(line, now.x, now.y) : now;
  }

  // Showing.

  #activate(mark) {
    if (!mark || mark === this.#active) {
      return;
    }
    this.#active = mark;
    const { nodes, words } = this.describe(mark.figure, mark.title);
    fill(this.tip, nodes);
    this.cursor.setAttribute('aria-valuenow', this.#marks.indexOf(mark) + 1);
    this.cursor.setAttribute('aria-valuetext', words);
    this.tip.hidden = false;
    this.#spot(mark);
    this.#place(mark);
  }

  /** Marks the figure in the picture, and those of other lines at the same place. */
  #spot(mark) {
    const { width: whole, height } = this.picture.viewBox.baseVal;
    const spots = mark.line === null ? [mark] : this.#marks.filter((one) => Math.abs(one.x - mark.x) < 0.1);
    fill(part('spots'), spots.map((one) => {
      const spot = element('span', { class: one.line === null ? 'band' : one === mark ? 'ring' : 'dot' });
      spot.style.top = `${100 * one.y / height}%`;
      if (one.line === null) {
        spot.style.height = `${100 * one.height / height}%`;
      } else {
        spot.style.left = `${100 * one.x / whole}%`;
        spot.style.color = one.color;
      }
      return spot;
    }));
  }

  /** Places the tip beside the figure, inside the picture. */
  #place({ x, y, line }) {
    const { tip, picture } = this;
    const scale = picture.clientWidth / picture.viewBox.baseVal.width;
    const room = picture.clientWidth - tip.offsetWidth;
    const left = line === null ? room : x * scale + (x * scale > picture.clientWidth / 2 ? -tip.offsetWidth - 14 : 14);
    const above = line === null && y * scale > picture.clientHeight / 2;
    const top = line === null ? y * scale + (above ? -tip.offsetHeight - 18 : 18) : y * scale - tip.offsetHeight / 2;
    tip.style.left = `${Math.max(0, Math.min(room, left))}px`;
    tip.style.top = `${Math.max(0, top)}px`;
  }

  /** Keeps the tip open, so that its links can be followed. */
  #keep(kept) {
    this.#kept = kept;
    this.tip.classList.toggle('kept', kept);
  }

  #hide() {
    this.#active = null;
    this.#keep(false);
    this.tip.hidden = true;
    fill(part('spots'));
    this.#rest();
  }
}

/** The figures of a picture: `line` is null for bars and dots in rows. */
function marksOf(picture) {
  const lines = [...picture.querySelectorAll('[data-places]')].flatMap((line, index) =>
    (line.dataset.places || null)?.split(' ').map((place) => {
      const [row, x, y] = place.split(',').map(Number);
      return { figure: `/rows/${row}/${line.dataset.field}`, line: index, x, y, color: getComputedStyle(line).color };
    }) ?? []);
  const bars = picture.querySelector('[data-figure]') ? [...picture.querySelectorAll('g:has(> title)')] : [];
  return [...lines, ...bars.map((group) => {
    const { y, height } = group.getBBox();
    return { figure: group.dataset.figure, title: group.firstChild.textContent, line: null, x: 0, y: y + height / 2, height: height + 8 };
  })];
}

/** The figure nearest to a point. In a field of lines, the quarter counts before the height. */
function nearest(marks, x, y) {
  const far = (mark) => (mark.line === null ? 0 : Math.abs(mark.x - x) * 4) + Math.abs(mark.y - y);
  return marks.reduce((best, mark) => (best && far(best) <= far(mark) ? best : mark), null);
}
