/** The API's documentation, built from its contract, with forms to try each operation. */

import { copyButton, element, fill, part } from './dom.js';
import { inline, markdown } from './markdown.js';

const METHODS = ['get', 'post', 'put', 'delete'];

let contract;

/** The part of the contract that a reference points to. */
function resolved(node) {
  return node?.$ref
    ? resolved(node.$ref.slice(2).split('/').reduce((at, key) => at[key.replace(/~1/g, '/')], contract))
    : node;
}

function nameOf(reference) {
  return reference.split('/').at(-1);
}

// Types.

function schemaLink(name) {
  return element('a', { href: `#schema-${name}` }, name);
}

/** What a schema allows, in words and links. */
function type(schema) {
  if (schema === undefined || schema === true) {
    return ['anything'];
  }
  if (schema.$ref) {
    return [schemaLink(nameOf(schema.$ref))];
  }
  if (schema.const !== undefined) {
    return [element('code', {}, JSON.stringify(schema.const))];
  }
  if (schema.enum) {
    return between(schema.enum.map((word) => [element('code', {}, String(word))]), ', ');
  }
  if (schema.oneOf ?? schema.anyOf) {
    const some = (schema.oneOf ?? schema.anyOf).filter((one) => one.$ref || one.type || one.const !== undefined);
    if (some.length > 0) {
      return between(some.map(type), ' or ');
    }
  }
  if (schema.type === 'array') {
    return ['list of ', ...type(schema.items)];
  }
  const words = [schema.type ?? 'anything'].flat().join(' or ');
  return [schema.format ? `${words} (${schema.format})` : words];
}

function between(lists, separator) {
  return lists.flatMap((list, index) => (index > 0 ? [separator, ...list] : list));
}

// Operations.

function operations() {
  return Object.entries(contract.paths).flatMap(([path, item]) => METHODS
    .filter((method) => item[method])
    .map((method) => ({
      ...item[method],
      method,
      path,
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(resolved),
    })));
}

function operation(one) {
  const { operationId, method, path, summary, description, parameters, requestBody, responses } = one;
  return element('section', { id: operationId, 'aria-labelledby': `${operationId}-title`, class: 'operation' },
    element('h3', { id: `${operationId}-title` }, summary),
    element('p', { class: 'path' }, element('b', {}, method.toUpperCase()), ' ', element('code', {}, path)),
    markdown(description),
    parameters.length > 0 ? parameterTable(parameters, summary) : null,
    requestBody ? body(requestBody) : null,
    tryIt(one),
    later('Responses and examples', () => Object.entries(responses).map(([status, response]) => answer(status, response))));
}

function parameterTable(parameters, summary) {
  return element('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': `Parameters: ${summary}` },
    element('table', {},
      element('caption', { class: 'unseen' }, `Parameters: ${summary}`),
      element('thead', {}, element('tr', {}, ['Parameter', 'Type', 'Meaning']
        .map((words) => element('th', { scope: 'col' }, words)))),
      element('tbody', {}, parameters.map((parameter) => element('tr', {},
        element('th', { scope: 'row' }, element('code', {}, parameter.name),
          element('small', {}, parameter.required ? 'required' : parameter.in === 'query' ? '' : parameter.in)),
        element('td', {}, type(parameter.schema)),
        element('td', {}, markdown(parameter.description), parameter.example === undefined ? null
          : element('small', {}, 'Example: ', element('code', {}, text(parameter.example)))))))));
}

function text(example) {
  return Array.isArray(example) ? example.join(',') : String(example);
}

function body(requestBody) {
  return element('div', {}, element('h4', {}, 'Body'),
    element('ul', {}, Object.entries(requestBody.content).map(([media, { schema }]) =>
      element('li', {}, element('code', {}, media), ': ', type(schema)))));
}

function answer(status, reference) {
  const response = resolved(reference);
  const media = Object.entries(response.content ?? {});
  return element('div', { class: 'answer' },
    element('h4', {}, status, ' ', element('span', {}, inline(response.description))),
    media.map(([name, { schema, examples }]) => [
      element('p', {}, element('code', {}, name), ': ', type(schema)),
      ...Object.values(examples ?? {}).map((example) => shownExample(resolved(example))),
    ]).flat());
}

function shownExample(example) {
  const asked = example['x-request'] ?? {};
  const [method, path] = Object.entries(asked).find(([key]) => ['get', 'post', 'head'].includes(key)) ?? [];
  return later(example.summary ?? 'Example', () => [
    method ? element('p', {}, element('code', {}, `${method.toUpperCase()} ${path}`)) : null,
    shownValue(example.value, path),
  ]);
}

/** A picture as the service draws it now; any other example as its text. */
function shownValue(value, path) {
  if (typeof value !== 'string') {
    return pre(JSON.stringify(value, null, 2));
  }
  return value.startsWith('<svg') ? element('img', { src: path, alt: value.match(/<title[^>]*>([^<]*)/)?.[1] ?? '' }) : pre(value);
}

function pre(words) {
  return element('pre', { tabindex: '0' }, words);
}

/** A fold whose content is built when it is first opened, since the contract is long. */
function later(words, make) {
  const details = element('details', {}, element('summary', {}, words));
  details.addEventListener('toggle', () => {
    if (details.open && details.children.length === 1) {
      details.append(...[make()].flat().filter(Boolean));
    }
  });
  return details;
}

// Try it.

function tryIt({ operationId, method, path, parameters, requestBody, security, summary }) {
  return later('Try it', () => {
    const fields = parameters.map((parameter) => ({ parameter, input: input(operationId, parameter) }));
    const content = requestBody ? written(operationId, requestBody) : null;
    const result = element('div', { class: 'result', 'aria-live': 'polite' });
    const button = element('button', { type: 'submit', class: 'send' }, 'Send');
    return element('form', {
      'aria-label': `Try it: ${summary}`,
      submit: (event) => {
        event.preventDefault();
        send(request(method, path, fields, content), button, result);
      },
    },
    fields.map(({ parameter, input: control }) => element('div', { class: 'field' },
      element('label', { for: control.id }, parameter.name, parameter.required ? ' (required)' : ''), control)),
    content?.root,
    security ? element('p', { class: 'hint' },
      'Once deployed, this requires a request signed with AWS credentials (IAM), which a page can’t send. On localhost it is open.') : null,
    element('p', {}, button), result);
  });
}

function input(operationId, parameter) {
  const id = `${operationId}-${parameter.name}`;
  const schema = resolved(parameter.schema);
  const example = parameter.example === undefined ? '' : text(parameter.example);
  const words = schema.type === 'boolean' ? ['true', 'false'] : schema.enum;
  if (words) {
    const options = [...(parameter.required ? [] : ['']), ...words];
    return element('select', { id }, options.map((word) => element('option', { value: word }, word || '–')));
  }
  return element('input', {
    id, type: 'text', autocomplete: 'off', spellcheck: 'false', placeholder: example,
    value: parameter.required ? example : null,
  });
}

function written(operationId, requestBody) {
  const area = element('textarea', { id: `${operationId}-body`, rows: '14', spellcheck: 'false' });
  const select = element('select', { id: `${operationId}-type` },
    Object.keys(requestBody.content).map((name) => element('option', {}, name)));
  const example = () => {
    const { value } = resolved(Object.values(requestBody.content[select.value].examples)[0]);
    area.value = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  };
  select.addEventListener('change', example);
  example();
  return {
    type: () => select.value,
    text: () => area.value,
    root: element('div', { class: 'field' },
      element('label', { for: select.id }, 'Content type'), select,
      element('label', { for: area.id }, 'Body'), area),
  };
}

function request(method, path, fields, content) {
  const given = fields.map(({ parameter, input: { value } }) => ({ ...parameter, value: value.trim() }))
    .filter(({ value }) => value !== '');
  const of = (place) => given.filter((one) => one.in === place);
  const filled = of('path').reduce((at, { name, value }) => at.replace(`{${name}}`, encodeURIComponent(value)), path);
  const query = of('query').map(({ name, value }) =>
    `${name}=${encodeURIComponent(value).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%2B/g, '+').replace(/'/g, '%27')}`).join('&');
  const headers = Object.fromEntries(of('header').map(({ name, value }) => [name, value]));
  if (content) {
    headers['content-type'] = content.type();
  }
  return { address: query ? `${filled}?${query}` : filled, method: method.toUpperCase(), headers, body: content?.text() };
}

async function send({ address, method, headers, body: sent }, button, result) {
  button.disabled = true;
  result.setAttribute('aria-busy', 'true');
  const began = performance.now();
  try {
    const response = await fetch(address, { method, headers, body: sent, cache: 'no-store' });
    const received = await response.text();
    const took = Math.round(performance.now() - began);
    fill(result, element('p', { class: response.ok ? 'status' : 'status bad' },
      element('b', {}, `${response.status} ${response.statusText}`.trim()), ` in ${took} ms`),
    curl(address, method, headers),
    element('h4', {}, 'Headers'),
    pre([...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')),
    element('h4', {}, 'Body'),
    pre(pretty(received)));
  } catch {
    fill(result, element('p', { class: 'status bad' }, 'The server can’t be reached. Check your connection, then send it again.'));
  } finally {
    button.disabled = false;
    result.removeAttribute('aria-busy');
  }
}

function curl(address, method, headers) {
  const options = Object.entries(headers).map(([name, value]) => ` -H '${name}: ${value}'`).join('');
  const line = `curl${options}${method === 'GET' ? '' : ' -d @document'} '${location.origin}${address}'`;
  return element('p', { class: 'curl' }, element('code', {}, line), ' ', copyButton('Copy curl', () => line));
}

/** JSON with line breaks and its numbers unchanged; any other text as it is. */
function pretty(received) {
  try {
    return JSON.stringify(JSON.parse(received, (key, value, context) =>
      typeof value === 'number' && context?.source && JSON.rawJSON ? JSON.rawJSON(context.source) : value), null, 2);
  } catch {
    return received;
  }
}

// Schemas.

function schema(name, one) {
  const details = later(name, () => [
    ...markdown(one.description),
    element('p', {}, 'Type: ', type({ ...one, $ref: undefined })),
    one.pattern ? element('p', {}, 'Pattern: ', element('code', {}, one.pattern)) : null,
    one.properties ? properties(name, one) : null,
    one.examples ? pre(JSON.stringify(one.examples[0], null, 2)) : null,
  ]);
  details.id = `schema-${name}`;
  return details;
}

function properties(name, { properties: members, required = [] }) {
  return element('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': `Members of ${name}` }, element('table', {},
    element('caption', { class: 'unseen' }, `Members of ${name}`),
    element('thead', {}, element('tr', {}, ['Member', 'Type', 'Meaning'].map((words) => element('th', { scope: 'col' }, words)))),
    element('tbody', {}, Object.entries(members).map(([member, value]) => element('tr', {},
      element('th', { scope: 'row' }, element('code', {}, member), element('small', {}, required.includes(member) ? 'always' : '')),
      element('td', {}, type(value)),
      element('td', {}, markdown(value.description ?? '')))))));
}

// The page.

function show() {
  const all = operations();
  const tags = contract.tags.map(({ name, description }) => ({
    heading: description.replace(/\.$/, ''),
    operations: all.filter((one) => one.tags.includes(name)),
  }));
  const schemas = Object.entries(contract.components.schemas);
  fill(part('contents'), tags.map((tag) => element('li', {}, element('b', {}, tag.heading),
    element('ul', {}, tag.operations.map(({ operationId, path, method }) =>
      element('li', {}, element('a', { href: `#${operationId}` }, method === 'get' ? path : `${method.toUpperCase()} ${path}`)))))),
  element('li', {}, element('a', { href: '#schemas' }, 'Schemas')));
  fill(part('about'), markdown(contract.info.description));
  fill(part('operations'), tags.map((tag) => [element('h2', {}, tag.heading), ...tag.operations.map(operation)]).flat());
  fill(part('schemas'), element('h2', {}, 'Schemas'), ...schemas.map(([name, one]) => schema(name, one)));
  part('docs').setAttribute('aria-busy', 'false');
  reveal();
}

/** Opens and shows the part that the address names. */
function reveal() {
  const target = part(decodeURIComponent(location.hash.slice(1)));
  if (target?.tagName === 'DETAILS') {
    target.open = true;
  }
  target?.scrollIntoView();
}

async function start() {
  part('failed').hidden = true;
  try {
    const response = await fetch('/openapi.json');
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    contract = await response.json();
  } catch {
    part('failed').hidden = false;
    part('about').textContent = '';
    return;
  }
  show();
}

const WIDE = matchMedia('(min-width: 60rem)');

function fold() {
  part('contents-fold').open = WIDE.matches;
}

WIDE.addEventListener('change', fold);
fold();
part('again').addEventListener('click', start);
addEventListener('hashchange', reveal);
start();
