package org.papermap.viz.internal.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.corpus.Paper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The papers' abstracts as the page carries them: packed lines, first the dictionary of a
/// [WordCoding], then the coded abstracts of [Payload#BLOCK] papers each.
public final class AbstractsPayload {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AbstractsPayload() {}

  static String of(List<Paper> papers) {
    List<String> texts = papers.stream().map(Paper::abstractText).toList();
    WordCoding coding = WordCoding.of(texts);
    Stream<String> blocks =
        IntStream.range(0, Math.ceilDiv(texts.size(), Payload.BLOCK))
            .parallel()
            .mapToObj(block -> {
              int to = Math.min(texts.size(), (block + 1) * Payload.BLOCK);
              return Gzip.pack(coding.encode(texts.subList(block * Payload.BLOCK, to)));
            });
    return Stream.concat(Stream.of(Gzip.packJson(coding.dictionary())), blocks)
        .collect(Collectors.joining("\n"));
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
      for (String block : Arrays.asList(lines).subList(1, lines.length)) {
        abstracts.addAll(coding.decode(Gzip.unpack(block)));
      }
    }
    return abstracts;
  }
}
