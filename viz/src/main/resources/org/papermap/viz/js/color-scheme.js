/* Light or dark: what the reader chose, else what the system says. */

const theme = (() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const listeners = [];
  let tokens = new Map();
  let chosen = '';

  const apply = () => {
    tokens = new Map();
    document.documentElement.dataset.theme = chosen || (system.matches ? 'dark' : 'light');
    for (const listener of listeners) listener();
  };
  system.addEventListener('change', apply);
  apply();

  return {
    choose: (name) => {
      chosen = name;
      apply();
    },
    isDark: () => document.documentElement.dataset.theme === 'dark',
    isCalm: () => calm.matches,
    /** The value of what tokens.css names so. */
    token: (name) => {
      if (!tokens.has(name)) {
        tokens.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
      }
      return tokens.get(name);
    },
    listen: (listener) => listeners.push(listener),
  };
})();
