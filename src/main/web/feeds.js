/** How fresh the figures are: when what fetches them by itself came to its end last. */

import { ask } from './api.js';
import { element, fill, part } from './dom.js';
import { ago } from './names.js';

const WORDS = { 'ecb-rates': 'The euro’s reference rates', 'sec-filings': 'Companies’ filings', csv: 'A table' };

/** Says so on the page. */
export async function feeds() {
  const list = part('feeds');
  try {
    const { feeds: found } = await ask('/v1/feeds');
    fill(list, found.length > 0 ? found.map(line) : element('li', {},
      'Nothing fetches figures here by itself yet; they come in as documents.'));
  } catch (error) {
    fill(list, element('li', {}, `How fresh the figures are isn’t known just now: ${error.message}`));
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
