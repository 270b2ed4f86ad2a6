/**
 * Builds elements of the page. Data is inserted as text or attributes, never as HTML, so that no
 * script in it can run.
 */

/** An element. Children may be nodes or texts; null and undefined are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** The element of the page that has an id. */
export function part(id) {
  return document.getElementById(id);
}

/** Replaces the children of an element. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined));
  return parent;
}

/** A link to a web address that came as data; plain text if the address isn't http or https. */
export function link(address, words) {
  return /^https?:\/\//i.test(address ?? '')
    ? element('a', { href: address, rel: 'noreferrer' }, words)
    : words;
}

/** A button that copies a text and confirms it. */
export function copyButton(words, text) {
  const button = element('button', { type: 'button', class: 'quiet' }, words);
  button.addEventListener('click', async () => {
    const copied = await copy(text());
    button.textContent = copied ? 'Copied' : 'Press Ctrl+C';
    announce(copied ? `${words}: copied` : 'The text is selected: press Ctrl+C to copy it');
    setTimeout(() => {
      button.textContent = words;
    }, 2000);
  });
  return button;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Announces a text to screen readers. */
export function announce(words) {
  const status = part('status');
  status.textContent = '';
  // Cleared first, so that the same text is announced again.
  requestAnimationFrame(() => {
    status.textContent = words;
  });
}
