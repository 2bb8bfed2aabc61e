package org.papermap.notebook.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.papermap.files.CacheFolder;
import org.papermap.files.OutputFile;
import org.papermap.pipeline.internal.Folders;
import tools.jackson.databind.json.JsonMapper;

/// Jupyter with a Java kernel that has Papermap on its class path. All that Jupyter keeps goes to
/// one folder, and nothing to the home directory. Immutable; safe to use from any thread.
public record Jupyter(Path folder, Programs programs) {
  /// The name of the kernel, which the notebooks ask for.
  static final String KERNEL = "papermap";

  /// The main class of the kernel's process, in a package that this one may not use.
  private static final String KERNEL_MAIN = "org.papermap.cli.KernelMain";

  /// A kernel answers within a few seconds, on a busy machine too.
  private static final int START_TIMEOUT_SECONDS = 60;

  private static final int CELL_TIMEOUT_SECONDS = 300;

  /// Jupyter in a folder of its own, which is made when it is not there. The kernel runs on the
  /// Java of this process and keeps models and vectors where this process does.
  ///
  /// @param classPath of the kernel, in the form of the system property `java.class.path`:
  ///   Papermap, and libraries that notebooks may import
  /// @throws IOException if the folder cannot be written
  public static Jupyter in(Path folder, String classPath) throws IOException {
    return in(folder, classPath, Programs.of(System.getenv("PATH")));
  }

  public static Jupyter in(Path folder, String classPath, Programs programs) throws IOException {
    Path home = folder.toAbsolutePath().normalize();
    OutputFile.write(
        home.resolve("kernels").resolve(KERNEL).resolve("kernel.json"),
        JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(description(classPath)));
    return new Jupyter(home, programs);
  }

  private static Map<String, Object> description(String classPath) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put(
        "argv",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dpapermap.cache=" + CacheFolder.standard(),
            "-cp",
            classPath,
            KERNEL_MAIN,
            "{connection_file}"));
    description.put("display_name", "Java (Papermap)");
    description.put("language", "java");
    description.put("interrupt_mode", "message");
    return description;
  }

  /// Opens a notebook, or a folder of them, in JupyterLab, or in Jupyter Notebook if there is no
  /// Lab.
  ///
  /// @param options for Jupyter, such as `--no-browser`
  /// @return the running server, which has the terminal
  /// @throws NotebookException if neither is installed
  public Process open(Path notebook, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(List.of(programs.editor().toString()));
    command.addAll(options);
    command.add(notebook.toString());
    return process(command).inheritIO().start();
  }

  /// Runs a notebook from its first cell to its last, in a kernel of its own whose current folder
  /// is the notebook's. The file stays as it is. If a cell fails, its error is among its outputs,
  /// and the cells after it still run.
  ///
  /// @throws NotebookException if it cannot be run, or not in time
  public Notebook run(Path notebook) throws IOException {
    Path out = Files.createTempDirectory(folder, "run");
    try {
      String said = convert(notebook, out);
      Path executed = out.resolve(notebook.toAbsolutePath().getFileName());
      if (!Files.exists(executed)) {
        throw new NotebookException(
            notebook + ": could not be run: " + said.lines().toList().getLast());
      }
      return Notebook.read(executed);
    } finally {
      Folders.delete(out);
    }
  }

  private String convert(Path notebook, Path out) throws IOException {
    Path log = out.resolve("nbconvert.log");
    Process process =
        process(
                List.of(
                    programs.converter().toString(),
                    "--to=notebook",
                    "--execute",
                    "--allow-errors",
                    "--ExecutePreprocessor.kernel_name=" + KERNEL,
                    "--ExecutePreprocessor.startup_timeout=" + START_TIMEOUT_SECONDS,
                    "--ExecutePreprocessor.timeout=" + CELL_TIMEOUT_SECONDS,
                    "--output-dir=" + out,
                    notebook.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(CELL_TIMEOUT_SECONDS * 2L, TimeUnit.SECONDS)) {
        throw new NotebookException(notebook + ": took too long. Make its cells quicker.");
      }
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + notebook + " ran");
    } finally {
      // The kernel is a child of nbconvert and would outlive it.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("JUPYTER_PATH", folder.toString());
    environment.put("JUPYTER_DATA_DIR", folder.toString());
    environment.put("JUPYTER_CONFIG_DIR", folder.resolve("config").toString());
    environment.put("JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString());
    environment.put("JUPYTERLAB_SETTINGS_DIR", folder.resolve("lab/settings").toString());
    environment.put("JUPYTERLAB_WORKSPACES_DIR", folder.resolve("lab/workspaces").toString());
    environment.put("IPYTHONDIR", folder.resolve("ipython").toString());
    return builder;
  }
}
