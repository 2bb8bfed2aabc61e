package org.papermap.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.map.MapDescription;
import org.papermap.map.MappedPaper;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;
import org.papermap.viz.MapReader.MapPageException;
import org.papermap.viz.MapWriter.Abstracts;
import org.papermap.viz.internal.page.Columns;

class MapReaderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 91, 600})
  void all_that_was_written_is_read_back(int papers) throws IOException {
    PaperMap map = SampleMaps.of(papers);
    MapDescription page = MapReader.read(written(map, Abstracts.ALL));

    assertThat(page.title()).isEqualTo(map.title());
    assertThat(page.provenance()).isEqualTo(map.provenance());
    assertThat(page.history()).isEqualTo(map.history());
    assertThat(page.papers()).hasSize(papers);
    assertThat(page.topics()).hasSize(map.topics().size());
    for (int row = 0; row < papers; row++) {
      MappedPaper written = map.description().papers().get(row);
      MappedPaper read = page.papers().get(row);
      assertThat(read).usingRecursiveComparison().ignoringFields("subtopic").isEqualTo(written);
      assertThat(page.topicName(read)).isEqualTo(map.description().topicName(written));
      assertThat(page.subtopicName(read)).isEqualTo(map.description().subtopicName(written));
    }
    for (Topic topic : map.topics()) {
      Topic read = page.topics().get(topic.number());
      assertThat(read.name()).isEqualTo(topic.name());
      assertThat(read.papers()).isEqualTo(topic.papers());
      assertThat(read.exemplars()).isEqualTo(topic.exemplars());
      assertThat(read.evidence().source()).isEqualTo(topic.evidence().source());
      assertThat(read.quality().coherence()).isCloseTo(topic.quality().coherence(), within(1e-4));
    }
  }

  @Test
  void a_page_that_has_all_numbers_in_one_block_is_read_too() throws IOException {
    PaperMap map = SampleMaps.of(91);
    Path file = written(map, Abstracts.ALL);
    MapDescription today = MapReader.read(file);
    String page = Files.readString(file);
    String picture = element(page, "picture");
    String further = element(page, "columns");
    String earlier =
        page.replace("<script type=\"text/plain\" id=\"picture\">" + picture + "</script>", "")
            .replace(further, packed(Columns.block(picture, further)));
    Files.writeString(file, earlier);

    assertThat(earlier).doesNotContain("id=\"picture\">");
    assertThat(MapReader.read(file).papers()).usingRecursiveComparison().isEqualTo(today.papers());
  }

  private static String element(String page, String id) {
    int from = page.indexOf("id=\"" + id + "\">") + id.length() + 6;
    return page.substring(from, page.indexOf("</script>", from));
  }

  private static String packed(byte[] block) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(block);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  @Test
  void all_neighbors_are_read_back_also_those_that_the_page_does_not_list() throws IOException {
    PaperMap map = SampleMaps.of(91);

    int[][] neighbors = reader(written(map, Abstracts.NONE)).neighbors();

    assertThat(neighbors).hasDimensions(91, map.neighbors().k());
    for (int row = 0; row < 91; row++) {
      for (int rank = 0; rank < map.neighbors().k(); rank++) {
        assertThat(neighbors[row][rank]).isEqualTo(map.neighbors().neighbor(row, rank));
      }
    }
  }

  @Test
  void abstracts_can_be_left_out() throws IOException {
    MapDescription page = MapReader.read(written(SampleMaps.of(20), Abstracts.NONE));

    assertThat(page.papers()).allSatisfy(paper -> assertThat(paper.abstractText()).isEmpty());
  }

  @Test
  void a_page_in_the_first_packing_says_how_to_go_on() throws IOException {
    Path file = folder.resolve("map.html");
    MapWriter.write(SampleMaps.of(16), file);
    String page = Files.readString(file);
    Files.writeString(file, page.replaceFirst("(id=\"columns\">)\\w{8}", "$1M{t)#^9%"));

    assertThatThrownBy(() -> MapReader.read(file))
        .isInstanceOf(MapPageException.class)
        .hasMessage(
            file
                + ": an earlier version packed it, and such pages are no longer read. Make the map"
                + " anew from its papers, or from the papers.csv beside it.");
  }

  @Test
  void another_file_is_no_map() throws IOException {
    Path file = folder.resolve("other.html");
    Files.write(file, new byte[] {'<', 'p', '>', (byte) 0xff, 0});

    assertThatThrownBy(() -> MapReader.read(file))
        .isInstanceOf(MapPageException.class)
        .hasMessage(file + ": is not a map. Give a map.html that papermap made.");
  }

  @Test
  void a_file_cut_off_or_changed_anywhere_is_told_so() throws IOException {
    Path file = written(SampleMaps.of(40), Abstracts.ALL);
    String page = Files.readString(file);
    int data = page.indexOf("id=\"meta\"");
    int end = page.indexOf("</script>", page.indexOf("id=\"abstracts\""));

    for (int i = 0; i < 12; i++) {
      Files.writeString(file, page.substring(0, data + (end - data) * i / 12));
      assertThatThrownBy(() -> MapReader.read(file)).isInstanceOf(MapPageException.class);
    }
    Files.writeString(file, page.replaceFirst("id=\"papers\">.{40}", "id=\"papers\">"));
    assertThatThrownBy(() -> MapReader.read(file))
        .isInstanceOf(MapPageException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void a_page_that_was_read_is_not_asked_for_again() throws IOException {
    PaperMap map = SampleMaps.of(91);
    Path file = written(map, Abstracts.ALL);
    String abstracts = element(Files.readString(file), "abstracts");

    MapReader page = reader(file);
    Files.delete(file);

    assertThat(page.description().papers()).hasSize(91);
    assertThat(page.neighbors()).hasDimensions(91, map.neighbors().k());
    assertThat(page.packedAbstracts()).isEqualTo(abstracts);
    assertThat(page.wordSearch()).isEmpty();
  }

  private static MapReader reader(Path file) throws IOException {
    return MapReader.of(file, Files.readAllBytes(file));
  }

  private Path written(PaperMap map, Abstracts abstracts) throws IOException {
    Path file = folder.resolve("map.html");
    MapWriter.write(map, file, abstracts);
    return file;
  }
}
