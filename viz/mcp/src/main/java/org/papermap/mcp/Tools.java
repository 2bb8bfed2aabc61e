package org.papermap.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.papermap.corpus.Paper;
import org.papermap.search.Neighbor;
import org.papermap.search.Query;
import org.papermap.search.SearchMode;

/// What the tools answer.
final class Tools {
  private static final int FOUND = 8;
  private static final int NEAR = 5;

  /// Papers whose topics vote on where a text belongs.
  private static final int VOTES = 10;

  private final Libraries libraries;

  Tools(Libraries libraries) {
    this.libraries = libraries;
  }

  String search(Arguments arguments) throws IOException {
    List<Library> asked = libraries.named(arguments.text("library"));
    Arguments.Conditions conditions = arguments.conditions();
    if (!conditions.words().isEmpty()) {
      Libraries.requireSome(asked, conditions.filter(), conditions.words());
    }
    Query query =
        Query.text(arguments.required("query"))
            .withK(arguments.limit(FOUND))
            .withMode(arguments.mode())
            .withFilter(conditions.filter());
    List<Libraries.Found> found = libraries.nearest(asked, query);
    return found.isEmpty()
        ? "No paper has these words. Search by meaning with mode semantic."
        : entries(found);
  }

  private static String entries(List<Libraries.Found> found) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      entries.add((i + 1) + ". " + Texts.entry(found.get(i)));
    }
    return String.join("\n\n", entries);
  }

  String show(Arguments arguments) throws IOException {
    String id = arguments.required("id");
    List<String> shown = new ArrayList<>();
    for (Library library : libraries.named(arguments.text("library"))) {
      Optional<Paper> paper = library.papers().paper(id);
      if (paper.isPresent()) {
        shown.add(Texts.whole(paper.get(), library.name()));
        shown.add("Nearest papers in " + library.name() + ":");
        for (Neighbor near : library.papers().nearestTo(id, arguments.limit(NEAR))) {
          shown.add("- " + Texts.line(near.paper()));
        }
      }
    }
    if (shown.isEmpty()) {
      throw new IllegalArgumentException(
          "id \"%s\": no library has it. Ask search_papers, whose answers name ids.".formatted(id));
    }
    return String.join("\n", shown);
  }

  String topics(Arguments arguments) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Library library : libraries.named(arguments.text("library"))) {
      List<Library.Topic> topics = library.topics();
      lines.add(
          library.name()
              + (library.isMap()
                  ? ", a map of %,d papers in %d topics:"
                      .formatted(library.papers().size(), topics.size())
                  : ": an index, which has no topics."));
      for (Library.Topic topic : topics) {
        lines.add(
            "%d: %s, %,d papers"
                .formatted(topic.number(), Texts.clean(topic.name()), topic.papers()));
        topic.central().forEach(paper -> lines.add("   - " + Texts.line(paper)));
      }
    }
    return String.join("\n", lines);
  }

  String place(Arguments arguments) throws IOException {
    String text = arguments.required("text");
    List<Library> asked =
        libraries.named(arguments.text("library")).stream().filter(Library::hasModel).toList();
    if (asked.isEmpty()) {
      throw new IllegalArgumentException(
          "no library can be searched by meaning: their vectors are of an unknown model. Search by"
              + " keyword.");
    }
    List<String> lines = new ArrayList<>();
    for (Library library : asked) {
      if (library.isMap()) {
        lines.add(likelyTopic(library, text));
      }
    }
    Query query = Query.text(text).withK(arguments.limit(NEAR)).withMode(SearchMode.SEMANTIC);
    lines.add("Nearest papers:\n");
    lines.add(entries(libraries.nearest(asked, query)));
    return String.join("\n", lines);
  }

  /// The topic of most of the nearest papers, each with the weight of its similarity.
  private static String likelyTopic(Library library, String text) throws IOException {
    Map<String, Double> votes = new LinkedHashMap<>();
    double all = 0;
    for (Neighbor near : library.papers().nearest(text, VOTES)) {
      String topic = Library.topic(near.paper());
      double weight = Math.max(0, near.score());
      all += weight;
      if (!topic.isEmpty()) {
        votes.merge(topic, weight, Double::sum);
      }
    }
    double sum = all;
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(best ->
            String.format(
                Locale.ROOT,
                "In the map %s it belongs to topic %s (%.0f %% of the %d nearest papers).",
                library.name(),
                Texts.clean(best.getKey()),
                100 * best.getValue() / sum,
                VOTES))
        .orElse("In the map " + library.name() + " it is near no topic.");
  }
}
