package org.papermap.notebook.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.papermap.files.OutputFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A notebook in Jupyter's format 4, with the outputs that it has. Immutable.
public final class Notebook {
  /// Marks a cell whose outputs depend on the machine, in the cell's metadata.
  private static final String VARIES = "varies";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ObjectNode root;

  private Notebook(ObjectNode root) {
    this.root = root;
  }

  /// Reads a notebook.
  ///
  /// @throws NotebookException if the file is none of format 4
  /// @throws IOException if it cannot be read
  public static Notebook read(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file));
  }

  static Notebook parse(String where, String text) throws NotebookException {
    try {
      if (JSON.readTree(text) instanceof ObjectNode root
          && root.path("nbformat").asInt(0) == 4
          && root.path("cells").isArray()) {
        return new Notebook(root);
      }
    } catch (JacksonException e) {
      // Reported below, like other files that are not notebooks.
    }
    throw new NotebookException(
        where + ": not a notebook of format 4. Save it with a newer Jupyter.");
  }

  /// The errors among the outputs, a line each; none when all cells ran.
  public List<String> errors() {
    List<String> errors = new ArrayList<>();
    for (JsonNode cell : codeCells()) {
      for (JsonNode output : cell.path("outputs")) {
        if (output.path("output_type").asString("").equals("error")) {
          errors.add(
              "%s: %s: %s"
                  .formatted(
                      name(cell),
                      output.path("ename").asString(""),
                      output.path("evalue").asString("").lines().findFirst().orElse("")));
        }
      }
    }
    return errors;
  }

  /// The cells whose outputs differ in a later run, a line each. Of a picture only its presence
  /// counts. The last digit of a decimal fraction may be one off, as it depends on the processor.
  /// Cells tagged `varies` may show anything.
  public List<String> differences(Notebook run) {
    List<JsonNode> cells = codeCells();
    List<JsonNode> later = run.codeCells();
    if (cells.size() != later.size()) {
      return List.of("%d cells of code, %d in the run".formatted(cells.size(), later.size()));
    }
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      JsonNode cell = cells.get(i);
      if (!varies(cell)) {
        CellOutputs.of(cell)
            .difference(CellOutputs.of(later.get(i)))
            .ifPresent(difference -> differences.add(name(cell) + ": " + difference));
      }
    }
    return differences;
  }

  /// This notebook with the outputs of a run of it; texts, metadata and order stay.
  public Notebook withOutputsOf(Notebook run) {
    return map(
        run,
        (cell, later) -> {
          ObjectNode updated = cell.deepCopy();
          updated.set("outputs", CellOutputs.of(later).toJson());
          updated.set("execution_count", later.path("execution_count"));
          return updated;
        });
  }

  private Notebook map(Notebook run, BiFunction<ObjectNode, JsonNode, ObjectNode> change) {
    ObjectNode copy = root.deepCopy();
    ArrayNode cells = copy.putArray("cells");
    int index = 0;
    for (JsonNode cell : root.path("cells")) {
      JsonNode later = run.root.path("cells").path(index++);
      cells.add(isCode(cell) ? change.apply((ObjectNode) cell, later) : cell);
    }
    return new Notebook(copy);
  }

  /// Writes the notebook as Jupyter does, in the place of the file that is there.
  public void write(Path file) throws IOException {
    OutputFile.write(file, toString());
  }

  private List<JsonNode> codeCells() {
    return root.path("cells").valueStream().filter(Notebook::isCode).toList();
  }

  private static boolean isCode(JsonNode cell) {
    return cell.path("cell_type").asString("").equals("code");
  }

  private static boolean varies(JsonNode cell) {
    return cell.path("metadata")
        .path("tags")
        .valueStream()
        .anyMatch(tag -> tag.asString("").equals(VARIES));
  }

  private static String name(JsonNode cell) {
    return "cell " + cell.path("id").asString("?");
  }

  /// The notebook as Jupyter writes it.
  @Override
  public String toString() {
    DefaultIndenter lines = new DefaultIndenter(" ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(lines)
            .withArrayIndenter(lines);
    return JSON.writer().with(printer).writeValueAsString(root) + "\n";
  }
}
