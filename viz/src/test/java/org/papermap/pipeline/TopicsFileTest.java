package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.files.InputException;
import org.papermap.pipeline.TopicsFile.Row;

class TopicsFileTest {
  private static final String HEAD = "topic,parent,name,papers,keyphrases,exemplars\n";

  @TempDir private Path folder;

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("topics.csv"), text);
  }

  @Test
  void rows_are_read_with_their_exemplars() throws IOException {
    assertThat(
            TopicsFile.read(
                written(HEAD + "A0,,Perception,9,x,p1; p2\n3.1,3,\"A, b\",4,y,p3\n3,A0,C,5,,p3\n")))
        .containsExactly(
            new Row(2, "A0", "", "Perception", List.of("p1", "p2")),
            new Row(3, "3.1", "3", "A, b", List.of("p3")),
            new Row(4, "3", "A0", "C", List.of("p3")));
  }

  @Test
  void a_spreadsheets_own_separator_mark_and_apostrophe_are_understood() throws IOException {
    assertThat(TopicsFile.read(written("\uFEFFtopic;parent;name;exemplars\n1;;'-;p1\n")))
        .containsExactly(new Row(2, "1", "", "-", List.of("p1")));
  }

  @Test
  void what_is_no_such_table_is_told_in_a_line() throws IOException {
    assertRefused(
        "a,b\n", ": no columns topic, parent, name and exemplars. Give a topics.csv of a map.");
    assertRefused(HEAD + "x,,A,1,,p1\n", ", line 2: topic \"x\". Leave that column as it was.");
    assertRefused(
        HEAD + "1,,A,1,,\n",
        ", line 2: no exemplars, by which the topic is found. Leave that column as it was.");
    assertRefused(
        HEAD + "1,7,A,1,,p1\n",
        ", line 2: parent \"7\", which is not a topic here. Give the number of one.");
    assertRefused(
        HEAD + "1,,A,1,,p1\n1,,B,1,,p2\n", ", line 3: topic 1 stands twice. Leave one of them.");
    assertRefused(
        HEAD + "1,," + "A".repeat(61) + ",1,,p1\n",
        ", line 2: name \""
            + "A".repeat(60)
            + "…\". Give up to 60 characters, none of them a control character.");
  }

  private void assertRefused(String text, String because) throws IOException {
    Path file = written(text);
    assertThatThrownBy(() -> TopicsFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + because);
  }
}
