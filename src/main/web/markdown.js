/** The part of Markdown that the contract uses: paragraphs, tables, code and bold text. */

import { element } from './dom.js';

/** A text as elements. */
export function markdown(text) {
  return (text ?? '').split('\n\n').filter(Boolean).map((block) =>
    block.startsWith('|') ? table(block.split('\n')) : element('p', {}, inline(block)));
}

function table([head, , ...rows]) {
  const cells = (line) => line.replace(/^\| ?| ?\|$/g, '').split(' | ');
  return element('div', { class: 'scroll' }, element('table', {},
    element('thead', {}, element('tr', {}, cells(head).map((cell) => element('th', { scope: 'col' }, inline(cell))))),
    element('tbody', {}, rows.map((row) => element('tr', {}, cells(row).map((cell, index) => index === 0
      ? element('th', { scope: 'row' }, inline(cell))
      : element('td', {}, inline(cell))))))));
}

/** A line as text and elements. */
export function inline(text) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece) => {
    if (piece.startsWith('`')) {
      return element('code', {}, piece.slice(1, -1));
    }
    return piece.startsWith('**') ? element('b', {}, piece.slice(2, -2)) : piece;
  });
}
