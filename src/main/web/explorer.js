/** The explorer: the address says what is asked, and the page says what the API answers to it. */

import { Answer } from './answer.js';
import { Catalog, Unanswered, ask } from './api.js';
import { announce, element, fill, part } from './dom.js';
import { feeds } from './feeds.js';
import { Form } from './form.js';
import { ARTICLE, address, asked, isAsked, lacks, read, starters } from './question.js';

const TITLE = document.title;
const WIDE = matchMedia('(min-width: 60rem)');

/** Asked before anything is drawn, since the way there and back takes longest. */
const beginning = isAsked(location.search) ? read(location.search) : ARTICLE[0].question;
let early = lacks(beginning).length === 0 ? { path: asked(beginning), body: ask(asked(beginning)) } : null;
early?.body.catch(() => {});

const catalog = new Catalog();
const answer = new Answer();
const form = new Form(catalog, (question) => go(question));
let asking = new AbortController();

/** What is shown in the place of an answer, if anything is; or what an answer is shown with. */
const STATES = ['loading', 'answered', 'refused', 'gone', 'incomplete', 'empty'];

function state(name) {
  STATES.forEach((one) => part('answer').classList.toggle(one, one === name));
  part('answer').setAttribute('aria-busy', String(name === 'loading'));
  // What is seen of the answer before is nobody's answer any more.
  part('answered').inert = name !== 'answered';
}

/** Brings the top of the answer into view, where it isn't. */
function look() {
  const { top } = part('answer').getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) {
    part('answer').scrollIntoView();
  }
}

/** Asks a question that the address doesn't have yet. */
function go(question) {
  if (address(question) !== location.pathname + location.search) {
    history.pushState(null, '', address(question));
  }
  return turn(question);
}

/** What the API answers to a question. */
function answerTo(question, signal) {
  const path = asked(question);
  const body = early?.path === path ? early.body : ask(path, signal);
  early = null;
  return body;
}

/** Answers a question, in the place of whatever was asked before. */
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

/** Says why there is no answer, and what to do: beside the field where it is one, else above. */
function unanswered(question, error) {
  if (!(error instanceof Unanswered)) {
    throw error;
  }
  look();
  document.title = TITLE;
  if (error.passes) {
    state('gone');
    part('gone-words').textContent = error.message;
    announce(`${error.message} There is a button to try again.`);
    return;
  }
  state('refused');
  const rest = form.refuse(error.fields);
  // The rest has no field here, so that nothing else says it.
  fill(part('refused-words'), [error.message, ...rest.map(({ name, reason }) => `${name}: ${reason}`)]
    .filter((words, index, all) => all.indexOf(words) === index)
    .map((words) => element('p', {}, words)));
  part('asker').open = true;
  announce(`That can’t be answered. ${error.message}`);
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
    part('incomplete-words').textContent = `Choose ${lacks(question).join(', ')}: the answer follows at once.`;
  }
}

/** The first question where the address has none: the article's, if it can be asked here. */
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

// Questions to begin with.

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

/** Marks the offered question that is asked. */
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
