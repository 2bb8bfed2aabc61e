package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.papermap.cli.internal.options.Models;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.embed.Readiness;
import org.papermap.files.CacheFolder;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.model.ModelSpec.ModelState;
import org.papermap.natives.LibraryFolder.LibraryState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `papermap models`: the models, and which are ready.
@Command(
    name = "models",
    header = "Lists the embedding models of models.properties, and which are ready.",
    footer = {
      "  papermap models",
      "  papermap models --check     reads every byte of models and libraries"
    })
final class ModelsCommand extends Subcommand {
  @Option(names = "--check", description = "verify imported models and unpacked libraries in full")
  private boolean check;

  @Override
  public Integer call() throws IOException {
    ModelCatalog catalog = Models.catalog();
    Readiness readiness = Readiness.of(CacheFolder.standard(), check);
    PrintWriter out = out();
    int width = catalog.models().stream().mapToInt(it -> it.name().length()).max().orElse(0);
    boolean damaged = false;
    for (ModelSpec model : catalog.models()) {
      ModelState state = readiness.model(model);
      damaged |= state == ModelState.DAMAGED;
      out.println(
          ("%s %-" + width + "s  %4d numbers  %4d tokens  %-4s  %-12s  %s")
              .formatted(
                  model.equals(catalog.defaultModel()) ? "*" : " ",
                  model.name(),
                  model.dimension(),
                  model.maxTokens(),
                  model.pooling().name().toLowerCase(Locale.ROOT),
                  model.licence(),
                  words(state)));
    }
    out.println();
    for (Dtype asked : Dtype.values()) {
      out.println(
          "--dtype %-8s  here: %s"
              .formatted(asked.label(), TerminalText.of(readiness.kernel(asked))));
    }
    Optional<LibraryState> libraries = readiness.libraries();
    libraries.ifPresent(state -> out.println("the engine's libraries are " + words(state)));
    damaged |= libraries.filter(LibraryState.DAMAGED::equals).isPresent();
    out.println("* used when none is asked for. Models are kept in " + CacheFolder.standard());
    return check && damaged ? ExitCode.FAILED : ExitCode.OK;
  }

  private static String words(LibraryState state) {
    return switch (state) {
      case READY -> "ready";
      case PACKED -> "unpacked at first use";
      case DAMAGED -> "damaged, unpacked anew at next use";
      case GIVEN -> "in a folder of yours, and not checked";
    };
  }

  private static String words(ModelState state) {
    return switch (state) {
      case READY -> "ready";
      case AVAILABLE -> "here, imported at first use";
      case REMOTE -> "fetched when asked for by name";
      case DAMAGED -> "damaged, imported anew at next use";
    };
  }
}
