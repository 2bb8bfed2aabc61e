package org.papermap.notebook.internal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The programs of Jupyter on this machine.
///
/// @param folders where programs are looked for, in this order
record Programs(Path... folders) {
  private static final String ADVICE = "%s: not found. Install %s (Debian: apt-get install %s).";

  /// The programs on a search path, in the form of the variable `PATH`.
  static Programs of(@Nullable String searchPath) {
    return new Programs(
        Arrays.stream(Objects.requireNonNullElse(searchPath, "").split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toArray(Path[]::new));
  }

  /// JupyterLab or, where there is none, Jupyter Notebook.
  Path editor() throws NotebookException {
    return find("jupyter-lab")
        .or(() -> find("jupyter-notebook"))
        .orElseThrow(
            () -> missing("jupyter", "JupyterLab or Jupyter Notebook", "jupyter-notebook"));
  }

  /// The program that runs notebooks without a browser.
  Path converter() throws NotebookException {
    return find("jupyter-nbconvert")
        .orElseThrow(() -> missing("jupyter-nbconvert", "it", "jupyter-nbconvert"));
  }

  private static NotebookException missing(String program, String what, String debianPackage) {
    return new NotebookException(ADVICE.formatted(program, what, debianPackage));
  }

  private Optional<Path> find(String program) {
    return Arrays.stream(folders)
        .map(folder -> folder.resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
