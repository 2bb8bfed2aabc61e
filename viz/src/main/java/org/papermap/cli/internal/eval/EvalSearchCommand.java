package org.papermap.cli.internal.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.papermap.cli.internal.browser.Chromium;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.map.MappedPaper;
import org.papermap.viz.MapReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `papermap eval search`: the search of a map's page on questions with rules.
@Command(
    name = "search",
    header = "Measures the search of a map's page on questions.",
    description =
        "Asks the page itself, in a Chromium of this machine, and counts how many of the first five"
            + " papers are on topic. A line of the file is a question, a tab, and a regular"
            + " expression for the title and abstract of a paper on topic, or '-' where nothing is"
            + " to be found. Lines that begin with # are comments.",
    footer = "  papermap eval search map.html questions.tsv")
final class EvalSearchCommand extends Subcommand {
  private static final int TOP = 5;
  private static final int LONGEST_TITLE = 90;

  @Parameters(index = "0", paramLabel = "MAP", description = "a map.html")
  private Path map = Path.of("map.html");

  @Parameters(index = "1", paramLabel = "QUESTIONS", description = "questions and rules")
  private Path questions = Path.of("questions.tsv");

  @Option(names = "--titles", description = "prints the first titles of each question, too")
  private boolean titles;

  @Override
  public Integer call() throws IOException {
    List<SearchQuestion> asked = SearchQuestion.read(questions);
    Map<String, MappedPaper> papers = new HashMap<>();
    MapReader.read(map).papers().forEach(paper -> papers.put(paper.id(), paper));
    PrintWriter out = out();
    JsonMapper json = JsonMapper.builder().build();
    int onTopic = 0;
    int sought = 0;
    int rightlyEmpty = 0;
    int empty = 0;
    try (Chromium page =
        Chromium.open(map.toAbsolutePath(), "document.documentElement?.dataset.ready === 'true'")) {
      for (SearchQuestion question : asked) {
        List<MappedPaper> first = new ArrayList<>();
        for (JsonNode id :
            page.evaluate(
                "papermap.find(%s).slice(0, %d)"
                    .formatted(json.writeValueAsString(question.text()), TOP))) {
          MappedPaper paper = papers.get(id.asString(""));
          if (paper != null) {
            first.add(paper);
          }
        }
        if (question.hasAnswers()) {
          onTopic += question.onTopic(first);
          sought += TOP;
        } else {
          rightlyEmpty += first.isEmpty() ? 1 : 0;
          empty++;
        }
        print(question, first, out);
      }
    }
    out.println("%d of the first %d papers are on topic.".formatted(onTopic, sought));
    if (empty > 0) {
      out.println(
          "%d of %s without an answer found nothing."
              .formatted(rightlyEmpty, Count.of(empty, "question")));
    }
    return ExitCode.OK;
  }

  private void print(SearchQuestion question, List<MappedPaper> first, PrintWriter out) {
    out.println(
        (question.hasAnswers()
            ? "%d of %d  %s".formatted(question.onTopic(first), TOP, question.text())
            : "%s  %s".formatted(first.isEmpty() ? "nothing" : "  found", question.text())));
    for (MappedPaper paper : titles ? first : List.<MappedPaper>of()) {
      String title = paper.title().replaceAll("\\s+", " ");
      out.println(
          "        %s %s"
              .formatted(
                  question.isOnTopic(paper) ? "+" : "-",
                  title.substring(0, Math.min(title.length(), LONGEST_TITLE))));
    }
    out.flush();
  }
}
