// @ts-check
/* Marks between readers: a copy of the map with them inside, and a colleague's copy taken in. */

const markExchange = (() => {
  const saveCopy = () => {
    const name = meta.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase();
    mapExport.save(`${name || 'map'}-with-marks.html`, pageCopy.html(marks.text()), 'text/html');
    toast('A copy with all marks was saved.');
  };

  /**
   * Takes in the marks of a colleague's copy.
   *
   * @param {File} file
   */
  const merge = async (file) => {
    const noMarks = `${file.name} is no copy of a map with marks.`;
    try {
      const found = pageCopy.marksIn(await file.text());
      if (!found) {
        toast(noMarks);
        return;
      }
      const count = marks.merge(found);
      toast(count ? `${counted(count, 'mark', 'marks')} taken in from ${file.name}.`
        : `${file.name} has no mark that is not here already.`);
    } catch {
      toast(noMarks);
    }
  };

  const start = () => {
    /** @param {DragEvent} event */
    const hasFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;
    addEventListener('dragover', (event) => {
      if (hasFiles(event)) event.preventDefault();
    });
    addEventListener('drop', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      for (const file of event.dataTransfer?.files ?? []) void merge(file);
    });
  };

  return { start, saveCopy, merge };
})();
