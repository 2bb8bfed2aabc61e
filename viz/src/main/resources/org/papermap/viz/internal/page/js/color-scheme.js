// @ts-check
/* Light or dark: what the reader chose, else what the system says. */

/** @typedef {'light' | 'dark'} ColorScheme */

const colorScheme = (() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  /** @type {(() => void)[]} */
  const listeners = [];
  /** @type {Map<string, string>} */
  let tokens = new Map();
  /** @type {ColorScheme | ''} */
  let chosen = '';

  const apply = () => {
    tokens = new Map();
    document.documentElement.dataset.theme = chosen || (system.matches ? 'dark' : 'light');
    for (const listener of listeners) listener();
  };
  system.addEventListener('change', apply);
  apply();

  return {
    /** @param {ColorScheme | ''} name */
    choose: (name) => {
      chosen = name;
      apply();
    },
    /** Does something in the light colours, whatever is chosen. @param {() => void} work */
    inLight: (work) => {
      const kept = chosen;
      chosen = 'light';
      apply();
      work();
      chosen = kept;
      apply();
    },
    /** Reads the tokens anew when they are next asked for. */
    forget: () => {
      tokens = new Map();
    },
    isDark: () => document.documentElement.dataset.theme === 'dark',
    isCalm: () => calm.matches,
    /**
     * The value of a custom property of tokens.css.
     *
     * @param {string} name
     */
    token: (name) => {
      let value = tokens.get(name);
      if (value === undefined) {
        value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
        tokens.set(name, value);
      }
      return value;
    },
    /** @param {() => void} listener */
    listen: (listener) => listeners.push(listener),
  };
})();
