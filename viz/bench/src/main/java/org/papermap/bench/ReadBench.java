package org.papermap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `papermap bench read`: how long reading takes, format by format, of made-up records.
@Command(name = "read", header = "Measures how fast papers are read from each main format.")
final class ReadBench extends Subcommand {
  private static final int WORDS_OF_ABSTRACT = 180;
  private static final int VOCABULARY = 20_000;

  @Option(
      names = "--papers",
      paramLabel = "N",
      defaultValue = "100000",
      description = "how many records (default: ${DEFAULT-VALUE})")
  private int papers = 100_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "how often; the fastest counts (default: ${DEFAULT-VALUE})")
  private int rounds = 3;

  /// Writes one record.
  @FunctionalInterface
  private interface Writing {
    String record(int number, String title, String text);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = out();
    Path folder = Files.createTempDirectory("papermap-bench-read");
    try {
      out.println("format          MB   seconds   records a second");
      for (Map.Entry<String, Writing> format : formats().entrySet()) {
        Path file = write(folder.resolve("papers." + format.getKey()), format);
        out.println(line(format.getKey(), file));
        out.flush();
        Files.delete(file);
      }
    } finally {
      Files.delete(folder);
    }
    return 0;
  }

  private String line(String name, Path file) throws IOException {
    double fastest = Double.MAX_VALUE;
    int kept = 0;
    for (int round = 0; round < rounds; round++) {
      long began = System.nanoTime();
      CorpusReading reading = CorpusReader.read(file);
      fastest = Math.min(fastest, (System.nanoTime() - began) / 1e9);
      kept = reading.corpus().size();
    }
    return String.format(
        Locale.ROOT,
        "%-12s %5d %9.2f %,18.0f",
        name,
        Files.size(file) / 1_000_000,
        fastest,
        kept / fastest);
  }

  private static Map<String, Writing> formats() {
    Map<String, Writing> formats = new LinkedHashMap<>();
    formats.put(
        "jsonl",
        "{\"doi\": \"10.5555/p.%d\", \"title\": \"%s\", \"abstract\": \"%s\"}\n"::formatted);
    formats.put("csv", "10.5555/p.%d,\"%s\",\"%s\"\n"::formatted);
    formats.put("tsv", "10.5555/p.%d\t%s\t%s\n"::formatted);
    formats.put(
        "ris",
        (number, title, text) ->
            "TY  - JOUR\nDO  - 10.5555/p.%d\nTI  - %s\nAB  - %s\nER  - \n\n"
                .formatted(number, title, text));
    formats.put("bib", "@article{p%d,\n  title = {%s},\n  abstract = {%s}\n}\n"::formatted);
    formats.put("txt", (_, title, text) -> title + "\n\n" + text + "\n\n");
    return formats;
  }

  private Path write(Path file, Map.Entry<String, Writing> format) throws IOException {
    Random random = new Random(1);
    try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
      String separator = format.getKey().equals("csv") ? "," : "\t";
      if (format.getKey().equals("csv") || format.getKey().equals("tsv")) {
        writer.print(String.join(separator, "doi", "title", "abstract") + "\n");
      }
      for (int number = 0; number < papers; number++) {
        String title = words(8, random) + " " + number;
        String text = words(WORDS_OF_ABSTRACT, random) + ".";
        writer.print(format.getValue().record(number, title, text));
      }
    }
    return file;
  }

  private static String words(int count, Random random) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int word = (int) (VOCABULARY * Math.pow(random.nextDouble(), 3));
      words.append(i == 0 ? "W" : " w").append(Integer.toString(word, 36));
    }
    return words.toString();
  }
}
