package org.papermap.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.theme.Theme;
import org.papermap.vectors.EmbeddingMatrix;

/// The 91 papers of `data/efficiency-papers.txt` with their all-MiniLM-L6-v2 vectors, which are
/// kept as 16-bit floats so that tests need no engine.
public final class RealPapers {
  private static final Path DATA = Path.of("..", "data");
  private static final String FIRST_TITLE =
      "On the Scalability of Diffusion-based Text-to-Image Generation";
  private static final int DIMENSION = 384;

  private RealPapers() {}

  public static Corpus corpus() {
    List<String> lines;
    try {
      lines = Files.readAllLines(DATA.resolve("efficiency-papers.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> texts = lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    List<Paper> papers = new ArrayList<>();
    for (int at = texts.indexOf(FIRST_TITLE); at < texts.size(); at += 2) {
      papers.add(Paper.of("p" + papers.size(), texts.get(at), texts.get(at + 1)));
    }
    return Corpus.of(papers);
  }

  public static EmbeddingMatrix vectors() {
    return matrix("papers.f16.gz");
  }

  /// The themes of `data/themes.properties`.
  public static List<Theme> themes() {
    try {
      return Theme.read(DATA.resolve("themes.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The vectors of their phrases.
  public static EmbeddingMatrix themePhrases() {
    return matrix("theme-phrases.f16.gz");
  }

  /// The vectors of the phrases of the theme Retrieval and of what stands beside an only theme.
  public static EmbeddingMatrix onlyRetrievalPhrases() {
    return matrix("only-retrieval-phrases.f16.gz");
  }

  /// For each paper the letters of the themes it is about, see the head of the file.
  public static List<String> themesByHand() {
    try (InputStream in = open("themes-by-hand.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.replaceAll("[0-9 ]", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddingMatrix matrix(String resource) {
    try (InputStream in = new GZIPInputStream(open(resource))) {
      ShortBuffer halves =
          ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
      float[] values = new float[halves.remaining()];
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.float16ToFloat(halves.get(i));
      }
      return EmbeddingMatrix.normalized(values, DIMENSION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(RealPapers.class.getResourceAsStream(resource), resource);
  }
}
