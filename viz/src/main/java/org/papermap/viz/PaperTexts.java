package org.papermap.viz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.papermap.corpus.Paper;

/// One field of all papers as it stands in the file. Fields that no paper has are left out.
///
/// @param field `id`, `title`, `authors`, `url`, `extra` or `themes`
/// @param values one a paper
record PaperTexts(String field, List<?> values) {
  /// Stands for the paper's id in its address, which mostly ends in it.
  static final char ID_IN_URL = '\u0001';

  static final String AUTHORS_END = "\n";

  static List<PaperTexts> of(PaperMap map) {
    List<Paper> papers = map.corpus().papers();
    List<PaperTexts> texts = new ArrayList<>();
    texts.add(of("id", papers, Paper::id));
    texts.add(of("title", papers, Paper::title));
    if (papers.stream().anyMatch(paper -> !paper.authors().isEmpty())) {
      texts.add(of("authors", papers, PaperTexts::authors));
    }
    if (papers.stream().anyMatch(paper -> paper.url() != null)) {
      texts.add(of("url", papers, PaperTexts::url));
    }
    if (papers.stream().anyMatch(paper -> !paper.extra().isEmpty())) {
      texts.add(of("extra", papers, Paper::extra));
    }
    if (!map.themes().themes().isEmpty()) {
      texts.add(
          new PaperTexts(
              "themes",
              IntStream.range(0, papers.size()).mapToObj(map.themes()::themesOf).toList()));
    }
    return List.copyOf(texts);
  }

  private static PaperTexts of(String field, List<Paper> papers, Function<Paper, ?> value) {
    return new PaperTexts(field, papers.stream().map(value).toList());
  }

  private static String authors(Paper paper) {
    return String.join(
        AUTHORS_END, paper.authors().stream().map(name -> name.replace(AUTHORS_END, " ")).toList());
  }

  private static String url(Paper paper) {
    return paper.url() == null
        ? ""
        : paper.url().toString().replace(paper.id(), String.valueOf(ID_IN_URL));
  }
}
