package org.papermap.viz.internal.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.corpus.Paper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The papers' abstracts as the page carries them: packed lines, first the dictionary of a
/// [WordCoding], then blocks of abstracts in the order of the papers.
///
/// A map that grows takes the blocks of the earlier page that are still the same as they stand
/// there, and adds new words to the end of its dictionary. That takes a tenth of the time of all
/// blocks anew.
public final class AbstractsPayload {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// A smaller block is not carried over, so that years of weekly maps do not make many of them.
  private static final int FEWEST_CARRIED = Payload.BLOCK / 2;

  private AbstractsPayload() {}

  /// A line of the page: how many abstracts, and these, coded and packed.
  private record Block(int papers, String packed) {
    static Block of(WordCoding coding, int papers, CutTexts texts) {
      return new Block(papers, Gzip.pack(coding.encode(texts)));
    }

    /// Pages of earlier versions do not tell the number.
    static Block read(String line) {
      String[] parts = line.split(" ", 2);
      return parts.length < 2
          ? new Block(0, line)
          : new Block(Integer.parseInt(parts[0]), parts[1]);
    }

    /// Whether these are its abstracts. What it says of itself is not trusted: the page may be a
    /// stranger's.
    boolean holds(List<String> texts, WordCoding coding) {
      try {
        return coding.decode(Gzip.unpack(packed)).equals(texts);
      } catch (IOException e) {
        return false;
      }
    }

    String line() {
      return papers + " " + packed;
    }
  }

  /// @param earlier what this class gave for an earlier page, or nothing
  /// @param rows of each paper its row on that page, or −1
  static String of(List<Paper> papers, String earlier, List<Integer> rows) {
    List<String> texts = papers.stream().map(Paper::abstractText).toList();
    WordCoding known = codingOf(earlier);
    TreeMap<Integer, Block> blocks = carried(texts, earlier, rows, known);
    List<int[]> gaps = gaps(blocks, texts.size());
    List<CutTexts> left =
        gaps.parallelStream().map(gap -> CutTexts.of(texts.subList(gap[0], gap[1]))).toList();
    WordCoding coding = WordCoding.of(blocks.isEmpty() ? List.of() : known.dictionary(), left);
    List<Block> fresh =
        IntStream.range(0, left.size())
            .parallel()
            .mapToObj(i -> Block.of(coding, gaps.get(i)[1] - gaps.get(i)[0], left.get(i)))
            .toList();
    for (int i = 0; i < fresh.size(); i++) {
      blocks.put(gaps.get(i)[0], fresh.get(i));
    }
    return Stream.concat(
            Stream.of(Gzip.packJson(coding.dictionary())),
            blocks.values().stream().map(Block::line))
        .collect(Collectors.joining("\n"));
  }

  /// The blocks of the earlier page whose papers follow one another here, too, with the same
  /// abstracts, by the row of the first; none where these are less than half of the papers, so that
  /// a dictionary does not outlive its texts.
  private static TreeMap<Integer, Block> carried(
      List<String> texts, String earlier, List<Integer> rows, WordCoding known) {
    Map<Integer, Integer> here = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      here.put(rows.get(row), row);
    }
    TreeMap<Integer, Block> found = new TreeMap<>();
    int first = 0;
    for (String line : earlier.lines().skip(1).toList()) {
      Block block = Block.read(line);
      int from = here.getOrDefault(first, texts.size());
      int before = first;
      if (block.papers() >= FEWEST_CARRIED
          && block.papers() <= texts.size() - from
          && IntStream.range(from, from + block.papers())
              .allMatch(row -> rows.get(row) == before + row - from)) {
        found.put(from, block);
      }
      first += block.papers();
    }
    Map<Integer, Block> carried =
        found.entrySet().parallelStream()
            .filter(it -> {
              int from = it.getKey();
              return it.getValue().holds(texts.subList(from, from + it.getValue().papers()), known);
            })
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    int papers = carried.values().stream().mapToInt(Block::papers).sum();
    return 2 * papers < texts.size() ? new TreeMap<>() : new TreeMap<>(carried);
  }

  /// The rows that are in none of the blocks, as first rows and ends of new ones.
  private static List<int[]> gaps(TreeMap<Integer, Block> blocks, int papers) {
    List<int[]> gaps = new ArrayList<>();
    int row = 0;
    while (row < papers) {
      Block block = blocks.get(row);
      if (block != null) {
        row += block.papers();
      } else {
        Integer next = blocks.higherKey(row);
        int to = Math.min(row + Payload.BLOCK, next == null ? papers : next);
        gaps.add(new int[] {row, to});
        row = to;
      }
    }
    return gaps;
  }

  /// The coding of an earlier page that was read before; without one, that of no words.
  private static WordCoding codingOf(String earlier) {
    try {
      return earlier.isEmpty() ? WordCoding.of(List.of()) : coding(earlier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The coding whose dictionary is the first line.
  private static WordCoding coding(String packed) throws IOException {
    String dictionary = packed.split("\n", 2)[0];
    return WordCoding.read(
        JSON.readValue(Gzip.unpack(dictionary), new TypeReference<List<String>>() {}));
  }

  /// The abstracts of a page; none where it carries none.
  ///
  /// @throws IOException if they are damaged
  public static List<String> read(String packed) throws IOException {
    List<String> abstracts = new ArrayList<>();
    if (!packed.isEmpty()) {
      String[] lines = packed.split("\n");
      WordCoding coding = coding(packed);
      for (String line : Arrays.asList(lines).subList(1, lines.length)) {
        abstracts.addAll(coding.decode(Gzip.unpack(Block.read(line).packed())));
      }
    }
    return abstracts;
  }
}
