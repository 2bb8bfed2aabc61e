package org.papermap.cli.internal.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.papermap.files.InputException;
import org.papermap.map.MappedPaper;

/// A question for the search of a map, with a rule for what is on topic.
///
/// @param rule found in the title and abstract of a paper on topic; null where none is
public record SearchQuestion(String text, @Nullable Pattern rule) {
  private static final String NOTHING = "-";

  /// The questions of a file.
  ///
  /// @throws InputException if a line is no question with a rule
  public static List<SearchQuestion> read(Path file) throws IOException {
    List<SearchQuestion> questions = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\t");
      if (parts.length != 2) {
        throw new InputException(
            "%s:%d: not a question with a rule. Put one tab between the two."
                .formatted(file, i + 1));
      }
      questions.add(new SearchQuestion(parts[0], rule(parts[1], file, i + 1)));
    }
    return questions;
  }

  private static @Nullable Pattern rule(String text, Path file, int line) throws InputException {
    try {
      return text.equals(NOTHING) ? null : Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          "%s:%d: not a regular expression: %s. Correct the rule."
              .formatted(file, line, e.getDescription()));
    }
  }

  boolean hasAnswers() {
    return rule != null;
  }

  boolean isOnTopic(MappedPaper paper) {
    return rule != null && rule.matcher(paper.title() + "\n" + paper.abstractText()).find();
  }

  int onTopic(List<MappedPaper> papers) {
    return (int) papers.stream().filter(this::isOnTopic).count();
  }
}
