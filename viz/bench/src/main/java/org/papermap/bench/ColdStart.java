package org.papermap.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.papermap.embed.Embedder;
import org.papermap.files.CacheFolder;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;

/// A process of its own, from its start to its first vector, and the memory it takes then and after
/// some texts.
final class ColdStart {
  private static final int STARTS = 3;
  private static final int TEXTS = 200;
  private static final int MOST_WORDS = 300;

  private ColdStart() {}

  static void print(Dtype dtype, PrintWriter out) throws IOException {
    List<Double> first = new ArrayList<>();
    String memory = "";
    for (int i = 0; i <= STARTS; i++) {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command(dtype)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
        String line = reader.readLine();
        double seconds = (System.nanoTime() - start) * 1e-9;
        if (line == null) {
          throw new IOException("the fresh process gave no vector. Run it alone to see why.");
        }
        // The first run reads from the disk, later ones from the system's memory.
        if (i > 0) {
          first.add(seconds);
        }
        memory = String.valueOf(reader.readLine());
      }
    }
    Quantiles seconds = Quantiles.of(first);
    out.println(
        String.format(
            Locale.ROOT,
            "fresh process in %s: first vector after %.2f s (%.2f..%.2f); %s",
            dtype.label(),
            seconds.median(),
            seconds.at(0),
            seconds.at(1),
            memory));
  }

  private static List<String> command(Dtype dtype) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!argument.startsWith("-javaagent")) {
        command.add(argument);
      }
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ColdStart.class.getName()));
    command.add(dtype.label());
    return command;
  }

  public static void main(String[] arguments) throws IOException {
    ModelSpec model = ModelCatalog.standard().defaultModel().withDtype(Dtype.of(arguments[0]));
    try (Embedder embedder = Embedder.uncached(model, CacheFolder.standard())) {
      embedder.embed(List.of("cheaper attention for long context"));
      System.out.println("first");
      long then = Memory.peakMegabytes();
      embedder.embed(RandomTexts.next(new SplittableRandom(1), TEXTS, MOST_WORDS));
      System.out.printf(
          Locale.ROOT,
          "peak memory then %,d MB, after %d texts %,d MB%n",
          then,
          TEXTS,
          Memory.peakMegabytes());
    }
  }
}
