/** How fresh the figures are: when each feed last fetched them. */

import { element, fill, part } from './dom.js';
import { ago } from './names.js';

const WORDS = { 'ecb-rates': 'The euro’s reference rates', 'sec-filings': 'Companies’ filings', csv: 'A table' };

/** Lists a catalog's feeds on the page. */
export async function feeds(catalog) {
  const list = part('feeds');
  try {
    const found = await catalog.feeds();
    fill(list, found.length > 0 ? found.map(line) : element('li', {},
      'No feed has run yet. Figures come from documents.'));
  } catch (error) {
    fill(list, element('li', {}, `The feeds can’t be shown right now: ${error.message}`));
  }
}

function line({ id, feed, of, lastTry, lastSuccess, lastError }) {
  return element('li', {},
    element('b', {}, WORDS[feed] ?? feed),
    ` (${id}): `,
    ...(lastSuccess ? ['fetched ', when(lastSuccess)] : ['not fetched yet']),
    ...(lastError ? [', but the last try, ', when(lastTry), `, failed: ${lastError}`] : []),
    element('small', {}, of));
}

function when(time) {
  return element('time', { datetime: time, title: time }, ago(time));
}
