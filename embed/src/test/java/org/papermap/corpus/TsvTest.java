package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.papermap.corpus.CorpusFiles.reading;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TsvTest extends CorpusFormatContract {
  @Override
  String write(List<Texts> papers) {
    return "title\tabstract\n"
        + papers.stream()
            .map(paper -> paper.title() + "\t" + paper.abstractText() + "\n")
            .collect(Collectors.joining());
  }

  @Override
  String words() {
    return "TSV";
  }

  @Override
  long lineOf(int place) {
    return place + 2L;
  }

  @Test
  void takes_quotation_marks_for_text_where_they_do_not_hold_fields_together() throws IOException {
    String text =
        "title\tabstract\n\"Why Should I Trust You?\": Explaining\tA\n\"B\" and \"C\"\t\"D\"\n";

    CorpusReading reading = reading(folder, "p.tsv", text);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("\"Why Should I Trust You?\": Explaining", "\"B\" and \"C\"");
    assertThat(reading.corpus().paper(1).abstractText()).isEqualTo("\"D\"");
  }

  @Test
  void takes_quotation_marks_as_csv_does_where_they_hold_fields_together() throws IOException {
    String text = "title\tabstract\n\"A \"\"quoted\"\"\ntitle\"\t\"B\"\nC\tD\n";

    CorpusReading reading = reading(folder, "p.tsv", text);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("A \"quoted\" title", "C");
  }
}
