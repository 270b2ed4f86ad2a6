/** The explorer: shows the API's answer to the question in the page's address. */

import { Answer } from './answer.js';
import { Catalog, Unanswered, ask } from './api.js';
import { Comparer } from './comparer.js';
import { announce, element, fill, part } from './dom.js';
import { Examples } from './examples.js';
import { feeds } from './feeds.js';
import { Form } from './form.js';
import { OPENINGS, address, asked, isAsked, lacks, read, starters } from './question.js';

const TITLE = document.title;
const WIDE = matchMedia('(min-width: 60rem)');

/** Requested before anything is drawn, since the round trip takes longest. */
const beginning = isAsked(location.search) ? read(location.search) : OPENINGS[0];
let early = lacks(beginning).length === 0 ? { path: asked(beginning), body: ask(asked(beginning)) } : null;
early?.body.catch(() => {});

const catalog = new Catalog();
const answer = new Answer((question) => history.replaceState(null, '', address(question)));
if (early) {
  answer.expect(beginning);
}
const form = new Form(catalog, (question) => go(question));
const comparer = new Comparer(catalog, (question) => go(question));
const examples = new Examples(catalog, (question) => {
  go(question);
  look();
});
let asking = new AbortController();

/** The most companies tried for a first question. */
const MOST_TRIED = 5;

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
  examples.show(question);
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
      unanswered(error);
    }
  }
}

function answered(question, body) {
  state('answered');
  answer.show(question, body, form.companies);
  comparer.show(question);
  document.title = `${body.sentence} · ${TITLE}`;
  performance.mark('answered');
  announce(body.sentence);
}

/** Shows why there is no answer: beside the field at fault, or else above the answer. */
function unanswered(error) {
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
    unanswered(companies);
  } else if (companies.length === 0) {
    state('empty');
  } else {
    state('incomplete');
    part('asker').open = true;
    part('incomplete-words').textContent = `Choose ${lacks(question).join(', ')} to get an answer.`;
  }
}

/** Asks the first question if the address has none. */
async function first() {
  state('loading');
  try {
    const question = await opening();
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
    unanswered(error);
  }
}

/** The first opening about a company that is there, or else an example about the first company. */
async function opening() {
  if (early && !((await early.body.catch((error) => error)) instanceof Error)) {
    return OPENINGS[0];
  }
  early = null;
  const companies = await catalog.companies();
  const known = OPENINGS.find(({ company }) => companies.some(({ id }) => id === company));
  for (const { id } of known ? [] : companies.slice(0, MOST_TRIED)) {
    const [company] = await catalog.of([id]);
    const [example] = company ? starters(company) : [];
    if (example) {
      return example.question;
    }
  }
  return known;
}

function start() {
  return isAsked(location.search) ? turn(read(location.search)) : first();
}

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
  part('starters').open = WIDE.matches;
}
WIDE.addEventListener('change', fold);
fold();
part('empty-curl').textContent =
  `curl -H 'content-type: application/json' -d @figures.json ${location.origin}/v1/observations`;

await start();
examples.list();
feeds(catalog);
