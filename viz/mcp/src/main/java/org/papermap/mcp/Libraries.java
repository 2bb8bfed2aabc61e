package org.papermap.mcp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.papermap.search.Filter;
import org.papermap.search.Neighbor;
import org.papermap.search.PaperIndex;
import org.papermap.search.Query;
import org.papermap.search.SearchMode;

/// The maps and indexes of one server, asked together.
record Libraries(List<Library> all, Embedders embedders) implements AutoCloseable {
  /// An answer, and the library that has it.
  record Found(Library library, Neighbor near) {}

  /// Opens each folder under its own name, with a number where two have one name.
  static Libraries open(List<Path> folders) throws IOException {
    Embedders embedders = Embedders.open();
    List<Library> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path folder : folders) {
      String own = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
      String name = own;
      for (int number = 2; !names.add(name); number++) {
        name = own + "-" + number;
      }
      all.add(Library.open(folder, name, embedders));
    }
    return new Libraries(all, embedders);
  }

  /// All of them for a blank name.
  ///
  /// @throws IllegalArgumentException if none has the name
  List<Library> named(String name) {
    List<Library> found =
        all.stream().filter(it -> name.isBlank() || it.name().equals(name.strip())).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "library \"%s\": not here. There are %s."
              .formatted(name, String.join(", ", all.stream().map(Library::name).toList())));
    }
    return found;
  }

  /// What is held, a line each.
  String describe() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Library library : all) {
      PaperIndex papers = library.papers();
      List<String> years = papers.values("year").keySet().stream().sorted().toList();
      lines.add(
          "%s: %s%,d papers%s, searched by %s; fields %s"
              .formatted(
                  library.name(),
                  library.isMap() ? "a map, \"" + Texts.clean(library.title()) + "\", " : "",
                  papers.size(),
                  years.isEmpty()
                      ? ""
                      : " of %s to %s".formatted(years.getFirst(), years.getLast()),
                  library.hasModel() ? "meaning and words" : "words",
                  Texts.clean(String.join(", ", papers.fields()))));
    }
    return String.join("\n", lines);
  }

  /// The answers of some libraries to one question, best first. Where all compare by one model, and
  /// by meaning alone, the similarity decides; otherwise the rank in each and then the similarity,
  /// since scores of different kinds cannot be compared. A paper that several have is told once.
  List<Found> nearest(List<Library> asked, Query query) throws IOException {
    List<Found> found = new ArrayList<>();
    for (Library library : asked) {
      boolean words = query.mode() != SearchMode.SEMANTIC && query.subject() instanceof Query.Text;
      Query own = library.hasModel() || !words ? query : query.withMode(SearchMode.KEYWORD);
      for (Neighbor near : library.papers().nearest(own)) {
        found.add(new Found(library, near));
      }
    }
    boolean comparable =
        query.mode() == SearchMode.SEMANTIC
            && asked.stream().map(Library::identity).distinct().count() == 1;
    found.sort(
        comparable
            ? Comparator.comparingDouble((Found it) -> -it.near().score())
            : Comparator.comparingInt((Found it) -> it.near().rank())
                .thenComparingDouble(it -> -similarity(it.near())));
    Set<String> seen = new HashSet<>();
    found.removeIf(it -> !seen.add(it.near().paper().title().toLowerCase(Locale.ROOT)));
    return found.subList(0, Math.min(query.k(), found.size()));
  }

  private static double similarity(Neighbor near) {
    Float cosine = near.similarity();
    return cosine == null ? 0 : cosine;
  }

  /// Says what there is where no paper passes.
  ///
  /// @throws IllegalArgumentException if none passes in any of the libraries
  static void requireSome(List<Library> asked, Filter filter, String words) throws IOException {
    for (Library library : asked) {
      if (!library.papers().papers(filter, 1).isEmpty()) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "no paper passes %s. Ask list_libraries for the fields, and list_topics for the topics."
            .formatted(words));
  }

  @Override
  public void close() throws IOException {
    for (Library library : all) {
      library.close();
    }
    embedders.close();
  }
}
