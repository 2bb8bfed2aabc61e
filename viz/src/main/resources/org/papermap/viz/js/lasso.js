/* Whether the next drag on the map draws a lasso. */

const lasso = (() => {
  const listeners = [];
  let armed = false;

  const arm = (on) => {
    armed = on;
    for (const listener of listeners) listener(armed);
  };

  return {
    arm,
    isArmed: () => armed,
    /** Disarms it; tells whether it was armed. */
    disarm: () => {
      if (!armed) return false;
      arm(false);
      return true;
    },
    listen: (listener) => listeners.push(listener),
  };
})();
