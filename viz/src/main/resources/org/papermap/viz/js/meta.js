/* The description of the map, which the page reads at once; see Payload.java. */

const meta = (() => {
  try {
    return JSON.parse(byId('meta').textContent);
  } catch {
    throw new Obstacle(damaged);
  }
})();
