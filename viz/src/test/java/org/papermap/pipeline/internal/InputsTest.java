package org.papermap.pipeline.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.files.OutputFile.OutputException;

class InputsTest {
  @TempDir private Path folder;

  @Test
  void an_input_is_no_output_by_whatever_path() throws IOException {
    Path papers = Files.writeString(folder.resolve("papers.csv"), "title,abstract\n");
    Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic.csv"), papers);
    Path hard = Files.createLink(folder.resolve("hard.csv"), papers);
    Path roundabout = folder.resolve("..").resolve(folder.getFileName()).resolve("papers.csv");
    Inputs inputs = Inputs.of(List.of(papers));

    for (Path output : List.of(papers, symbolic, hard, roundabout)) {
      assertThatThrownBy(() -> inputs.requireApart(output))
          .isInstanceOf(OutputException.class)
          .hasMessage(output + ": the same file as the input " + papers + ". Name another output.");
    }
    assertThatCode(() -> inputs.requireApart(folder.resolve("other.csv")))
        .doesNotThrowAnyException();
  }

  @Test
  void nothing_is_written_into_a_folder_that_is_read() throws IOException {
    Path papers = Files.createDirectory(folder.resolve("papers"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), papers);
    Inputs inputs = Inputs.of(List.of(papers));

    assertThatThrownBy(() -> inputs.requireApart(link.resolve("new.npy")))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("in the input " + papers);
    assertThatThrownBy(() -> inputs.requireApart(link, List.of("map.html")))
        .isInstanceOf(OutputException.class);
    assertThatCode(() -> inputs.requireApart(papers.resolve("out"), List.of("map.html")))
        .doesNotThrowAnyException();
  }
}
