/**
 * Elements of the page. Whatever comes from elsewhere goes in as text or as an attribute, never as
 * HTML, so that it is shown and not run.
 */

/** An element. A child that is null or undefined is left out; any other that is no node is text. */
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

/** Puts children in the place of those that an element has. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined));
  return parent;
}

/** A link to an address from elsewhere; its words alone where it leads to no page. */
export function link(address, words) {
  return /^https?:\/\//i.test(address ?? '')
    ? element('a', { href: address, rel: 'noreferrer' }, words)
    : words;
}

/** A button that copies a text, and says that it did. */
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

/** Says something to those who hear the page. */
export function announce(words) {
  const status = part('status');
  status.textContent = '';
  // Said again where it is the same as before.
  requestAnimationFrame(() => {
    status.textContent = words;
  });
}
