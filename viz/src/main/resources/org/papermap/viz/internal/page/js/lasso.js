// @ts-check
/* Whether the next drag on the map draws a lasso. */

const lasso = (() => {
  /** @type {((armed: boolean) => void)[]} */
  const listeners = [];
  let armed = false;

  /** @param {boolean} on */
  const arm = (on) => {
    armed = on;
    for (const listener of listeners) listener(armed);
  };

  return {
    arm,
    isArmed: () => armed,
    /** Disarms the lasso; returns whether it was armed. */
    disarm: () => {
      if (!armed) return false;
      arm(false);
      return true;
    },
    /** @param {(armed: boolean) => void} listener */
    listen: (listener) => listeners.push(listener),
  };
})();
