/** The explorer: shows the API's answer to the question in the page's address. */

import { Answer } from './answer.js';
import { Catalog, Unanswered, ask } from './api.js';
import { announce, element, fill, part } from './dom.js';
import { feeds } from './feeds.js';
import { Form } from './form.js';
import { ARTICLE, address, asked, isAsked, lacks, read, starters } from './question.js';

const TITLE = document.title;
const WIDE = matchMedia('(min-width: 60rem)');

/** Requested before anything is drawn, since the round trip takes longest. */
const beginning = isAsked(location.search) ? read(location.search) : ARTICLE[0].question;
let early = lacks(beginning).length === 0 ? { path: asked(beginning), body: ask(asked(beginning)) } : null;
early?.body.catch(() => {});

const catalog = new Catalog();
const answer = new Answer();
const form = new Form(catalog, (question) => go(question));
let asking = new AbortController();

/** The states of the page: each shows one part of it. */
const STATES = ['loading', 'answered', 'refused', 'gone', 'incomplete', 'empty'];

function state(name) {
  STATES.forEach((one) => part('answer').classList.toggle(one, one === name));
  part('answer').setAttribute('aria-busy', String(name === 'loading'));
  // The previous answer stays visible, but no longer belongs to the question.
  part('answered').inert = name !== 'answered';
}

/** Scrolls the top of the answer into view if it is out of sight. */
function look() {
  const { top } = part('answer').getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) {
    part('answer').scrollIntoView();
  }
}

/** Puts a question into the address and answers it. */
function go(question) {
  if (address(question) !== location.pathname + location.search) {
    history.pushState(null, '', address(question));
  }
  return turn(question);
}

/** The API's answer to a question. */
function answerTo(question, signal) {
  const path = asked(question);
  const body = early?.path === path ? early.body : ask(path, signal);
  early = null;
  return body;
}

/** Answers a question and abandons the previous one. */
async function turn(question) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const shown = form.show(question);
  form.refuse([]);
  mark(question);
  if (lacks(question).length > 0) {
    await incomplete(question, signal);
    return;
  }
  state('loading');
  try {
    const body = await answerTo(question, signal);
    signal.throwIfAborted();
    answered(question, body);
    await shown;
    if (!signal.aborted) {
      answer.named(form.companies);
    }
  } catch (error) {
    if (!signal.aborted) {
      unanswered(question, error);
    }
  }
}

function answered(question, body) {
  state('answered');
  answer.show(question, body, form.companies);
  document.title = `${body.sentence} · ${TITLE}`;
  performance.mark('answered');
  announce(body.sentence);
}

/** Shows why there is no answer: beside the field at fault, or else above the answer. */
function unanswered(question, error) {
  if (!(error instanceof Unanswered)) {
    throw error;
  }
  look();
  document.title = TITLE;
  if (error.passes) {
    state('gone');
    part('gone-words').textContent = error.message;
    announce(`${error.message} Use the button to try again.`);
    return;
  }
  state('refused');
  const rest = form.refuse(error.fields);
  // No field shows the rest.
  fill(part('refused-words'), [error.message, ...rest.map(({ name, reason }) => `${name}: ${reason}`)]
    .filter((words, index, all) => all.indexOf(words) === index)
    .map((words) => element('p', {}, words)));
  part('asker').open = true;
  announce(`This question can’t be answered. ${error.message}`);
}

async function incomplete(question, signal) {
  const companies = await catalog.companies().catch((error) => error);
  if (signal.aborted) {
    return;
  }
  if (companies instanceof Error) {
    unanswered(question, companies);
  } else if (companies.length === 0) {
    state('empty');
  } else {
    state('incomplete');
    part('asker').open = true;
    part('incomplete-words').textContent = `Choose ${lacks(question).join(', ')} to get an answer.`;
  }
}

/** Asks the first question if the address has none: the article's, or else one about the first company. */
async function first() {
  const article = ARTICLE[0].question;
  state('loading');
  const companies = catalog.companies();
  companies.catch(() => {});
  const body = await answerTo(article).catch((error) => error);
  if (!(body instanceof Error)) {
    history.replaceState(null, '', address(article));
    form.show(article).then(() => answer.named(form.companies));
    mark(article);
    answered(article, body);
    return;
  }
  try {
    const known = await companies;
    const [company] = known.length > 0 ? await catalog.of([known[0].id]) : [];
    const question = company && starters(company)[0]?.question;
    if (question) {
      history.replaceState(null, '', address(question));
      await turn(question);
    } else {
      form.show({ comparison: 'growth' });
      state('empty');
      announce('There are no figures here yet.');
    }
  } catch (error) {
    form.show({ comparison: 'growth' });
    unanswered(article, error);
  }
}

function start() {
  return isAsked(location.search) ? turn(read(location.search)) : first();
}

// Example questions.

async function suggest() {
  const all = await catalog.companies().catch(() => []);
  const article = all.some(({ id }) => id === 'twitter') ? ARTICLE : [];
  const known = await catalog.of(all.filter(({ id }) => id !== 'twitter').slice(0, 3).map(({ id }) => id)).catch(() => []);
  const offered = [...article, ...known.flatMap(starters)];
  part('starters').hidden = offered.length === 0;
  fill(part('starter-list'), offered.map(({ words, question }) =>
    element('li', {}, element('a', { href: address(question) }, words))));
  mark(read(location.search));
}

/** Marks the example that is the current question. */
function mark(question) {
  for (const anchor of part('starter-list').querySelectorAll('a')) {
    if (anchor.getAttribute('href') === address(question)) {
      anchor.setAttribute('aria-current', 'page');
    } else {
      anchor.removeAttribute('aria-current');
    }
  }
}

part('starter-list').addEventListener('click', (event) => {
  const anchor = event.target.closest('a');
  if (anchor && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    go(read(anchor.search));
    look();
  }
});

part('again').addEventListener('click', start);
part('asker').querySelector('form').addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', start);
addEventListener('online', () => {
  if (part('answer').classList.contains('gone')) {
    start();
  }
});

function fold() {
  part('asker').open = WIDE.matches;
}
WIDE.addEventListener('change', fold);
fold();
part('empty-curl').textContent =
  `curl -H 'content-type: application/json' -d @figures.json ${location.origin}/v1/observations`;

await start();
suggest();
feeds();
