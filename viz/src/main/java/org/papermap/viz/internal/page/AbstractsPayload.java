package org.papermap.viz.internal.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.corpus.Paper;
import org.papermap.files.Sha256;
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

  /// A line of the page: how many abstracts, a hash of them, and the coded abstracts.
  private record Block(int papers, String hash, String packed) {
    static Block of(WordCoding coding, List<String> texts) {
      return new Block(texts.size(), hashOf(texts), Gzip.pack(coding.encode(texts)));
    }

    /// Pages of earlier versions tell neither number nor hash.
    static Block read(String line) {
      String[] parts = line.split(" ", 3);
      return parts.length < 3
          ? new Block(0, "", line)
          : new Block(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }

    private static String hashOf(List<String> texts) {
      MessageDigest digest = Sha256.digest();
      for (String text : texts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + " ").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    String line() {
      return papers + " " + hash + " " + packed;
    }
  }

  static String of(List<Paper> papers) {
    return of(papers, "", List.of());
  }

  /// @param earlier what this class gave for an earlier page, or nothing
  /// @param rows of each paper its row on that page, or −1
  static String of(List<Paper> papers, String earlier, List<Integer> rows) {
    List<String> texts = papers.stream().map(Paper::abstractText).toList();
    TreeMap<Integer, Block> blocks = carried(texts, earlier, rows);
    List<int[]> gaps = gaps(blocks, texts.size());
    List<String> left =
        gaps.stream().flatMap(gap -> texts.subList(gap[0], gap[1]).stream()).toList();
    WordCoding coding =
        WordCoding.of(blocks.isEmpty() ? List.of() : dictionary(earlier.split("\n", 2)[0]), left);
    List<Block> fresh =
        gaps.parallelStream().map(gap -> Block.of(coding, texts.subList(gap[0], gap[1]))).toList();
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
      List<String> texts, String earlier, List<Integer> rows) {
    TreeMap<Integer, Block> carried = new TreeMap<>();
    Map<Integer, Integer> here = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      here.put(rows.get(row), row);
    }
    int papers = 0;
    int first = 0;
    for (String line : earlier.lines().skip(1).toList()) {
      Block block = Block.read(line);
      int to = here.getOrDefault(first, texts.size()) + block.papers();
      int from = to - block.papers();
      int before = first;
      if (block.papers() >= FEWEST_CARRIED
          && to <= texts.size()
          && IntStream.range(from, to).allMatch(row -> rows.get(row) == before + row - from)
          && Block.hashOf(texts.subList(from, to)).equals(block.hash())) {
        carried.put(from, block);
        papers += block.papers();
      }
      first += block.papers();
    }
    return 2 * papers < texts.size() ? new TreeMap<>() : carried;
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

  private static List<String> dictionary(String packed) {
    try {
      return JSON.readValue(Gzip.unpack(packed), new TypeReference<List<String>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The abstracts of a page; none where it carries none.
  ///
  /// @throws IOException if they are damaged
  public static List<String> read(String packed) throws IOException {
    List<String> abstracts = new ArrayList<>();
    if (!packed.isEmpty()) {
      String[] lines = packed.split("\n");
      WordCoding coding =
          WordCoding.read(
              JSON.readValue(Gzip.unpack(lines[0]), new TypeReference<List<String>>() {}));
      for (String line : Arrays.asList(lines).subList(1, lines.length)) {
        abstracts.addAll(coding.decode(Gzip.unpack(Block.read(line).packed())));
      }
    }
    return abstracts;
  }
}
