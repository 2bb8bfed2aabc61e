package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.embed.EmbeddingStream;
import org.papermap.embed.Embeddings;
import org.papermap.embed.GivenVectors;
import org.papermap.files.CacheFolder;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.model.TextKind;
import org.papermap.natives.LibraryFolder;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.MapPipeline;
import org.papermap.pipeline.MapResult;
import org.papermap.pipeline.MapSettings;
import org.papermap.progress.ProgressListener;
import org.papermap.search.PaperIndex;
import org.papermap.search.PaperIndexWriter;
import org.papermap.vectors.EmbeddingMatrix;

/// The programs that [FaultsTest] disturbs. Each tells when it is about to write, and then writes
/// the same place with other things again and again.
final class FaultyWriter {
  private static final int DIMENSION = 16;

  private FaultyWriter() {}

  /// What to write, where, and how often; 0 is for ever.
  public static void main(String[] args) throws Exception {
    Path place = Path.of(args[1]);
    int rounds = Integer.parseInt(args[2]);
    try {
      switch (args[0]) {
        case "map" -> map(place, rounds);
        case "embed" -> embed(place, rounds);
        case "index" -> index(place, rounds);
        case "unpack" -> unpack(place, rounds);
        default -> exit(place, rounds);
      }
    } catch (FileSystemException e) {
      System.err.println("papermap: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void ready() {
    System.out.println("ready");
    System.out.flush();
  }

  /// Made of a text alone.
  static float[] vector(String text) {
    SplittableRandom random = new SplittableRandom(text.hashCode());
    float[] values = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return EmbeddingMatrix.normalized(values, DIMENSION).row(0);
  }

  private static EmbeddingMatrix vectors(List<String> texts) {
    float[] values = new float[texts.size() * DIMENSION];
    for (int i = 0; i < texts.size(); i++) {
      System.arraycopy(vector(texts.get(i)), 0, values, i * DIMENSION, DIMENSION);
    }
    return EmbeddingMatrix.of(values, DIMENSION);
  }

  /// Embeds without a model.
  private static Embedder embedder() {
    Embedder none = Embedder.none("vectors of a test", DIMENSION);
    return new Embedder() {
      @Override
      public ModelSpec model() {
        return none.model();
      }

      @Override
      public String identity() {
        return none.identity();
      }

      @Override
      public Embeddings embed(List<String> texts, TextKind kind, ProgressListener progress) {
        return Embeddings.of(vectors(texts), new int[texts.size()], 1, 0);
      }

      @Override
      public void close() {}
    };
  }

  private static void map(Path out, int rounds) throws IOException {
    List<MapResult> results = new ArrayList<>();
    for (String title : List.of("One", "Another")) {
      var reading = CorpusReader.read(Path.of("papers.csv"));
      var given = GivenVectors.of("a test", vectors(reading.corpus().texts()));
      results.add(
          MapPipeline.of(given, MapSettings.defaults().withTitle(title), ProgressListener.NONE)
              .run(reading));
    }
    ready();
    for (int round = 0; rounds == 0 || round < rounds; round++) {
      MapFolder.write(results.get(round % 2), out);
    }
  }

  private static void embed(Path npy, int rounds) throws IOException {
    ready();
    for (int round = 0; rounds == 0 || round < rounds; round++) {
      try (Embedder embedder = embedder();
          EmbeddingStream stream = EmbeddingStream.open(embedder, npy, ProgressListener.NONE, -1)) {
        for (int i = 0; i < 40; i++) {
          String id = rounds == 1 ? "p" + i : round + "-" + i;
          stream.add(id, id);
        }
        stream.finish();
      }
    }
  }

  private static final int PAPERS = 30;

  private static List<Paper> papers(int commit) {
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < PAPERS; i++) {
      papers.add(Paper.of("p" + i, "Title", "of commit " + commit));
    }
    return papers;
  }

  private static void index(Path folder, int rounds) throws IOException {
    ready();
    for (int round = 0; rounds == 0 || round < rounds; round++) {
      try (Embedder embedder = embedder();
          PaperIndexWriter writer = PaperIndexWriter.open(folder, embedder)) {
        writer.put(papers(round));
        writer.commit();
      }
    }
  }

  /// All papers are of one commit.
  static void assertOneCommit(Path folder) throws IOException {
    try (Embedder embedder = embedder();
        PaperIndex index = PaperIndex.open(folder, embedder)) {
      assertThat(index.size()).isEqualTo(PAPERS);
      String text = index.paper("p0").orElseThrow().abstractText();
      for (int i = 0; i < PAPERS; i++) {
        assertThat(index.paper("p" + i).orElseThrow().abstractText()).isEqualTo(text);
      }
    }
  }

  private static void unpack(Path cache, int rounds) throws IOException {
    Path resources = Files.createDirectories(cache.resolveSibling("resources"));
    Path library = resources.resolve("library.bin");
    if (Files.notExists(library)) {
      Files.write(library, new byte[60_000_000]);
    }
    Thread.currentThread()
        .setContextClassLoader(
            new java.net.URLClassLoader(new java.net.URL[] {resources.toUri().toURL()}));
    LibraryFolder folder =
        LibraryFolder.of(
            cache.resolve("libraries"),
            "PAPERMAP_CACHE",
            List.of(
                new LibraryFolder.Packed("one.so", "library.bin"),
                new LibraryFolder.Packed("two.so", "library.bin")));
    ready();
    folder.open();
    assertThat(folder.check()).hasToString("READY");
    while (rounds == 0) {
      Files.delete(cache.resolve("libraries/two.so"));
      folder.open();
    }
  }

  /// Exits as a library's user does, while other threads embed.
  private static void exit(Path texts, int millis) throws Exception {
    List<String> lines = Files.readAllLines(texts, StandardCharsets.UTF_8);
    Embedder embedder =
        Embedder.uncached(ModelCatalog.standard().defaultModel(), CacheFolder.standard());
    embedder.embed(lines.subList(0, 1));
    for (int i = 0; i < 2; i++) {
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            try {
              embedder.embed(lines);
            } catch (IOException | RuntimeException e) {
              // The program is ending.
            }
          });
    }
    Thread.sleep(millis);
    System.exit(7);
  }
}
