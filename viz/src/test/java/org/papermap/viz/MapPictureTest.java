package org.papermap.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.map.PaperMap;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class MapPictureTest {
  @Test
  void a_picture_has_a_dot_for_each_paper_and_a_name_for_each_topic() throws Exception {
    PaperMap map = SampleMaps.of(91);

    Document picture = parsed(MapPicture.toSvg(map));

    String texts = String.join(" ", texts(picture, "text"));
    map.topics().forEach(topic -> assertThat(texts).contains(topic.name().split(" ")[0]));
    assertThat(MapPicture.toSvg(map).split("h0", -1)).hasSize(91 + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void a_map_of_few_papers_makes_a_picture(int papers) throws Exception {
    String svg = MapPicture.toSvg(SampleMaps.of(papers));

    assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    assertThat(parsed(svg).getDocumentElement().getTagName()).isEqualTo("svg");
  }

  @Test
  void hostile_titles_stay_text() throws Exception {
    String title = "</title><script>alert(1)</script> & \"x\" \u0000\u0007\ud83d";

    Document picture = parsed(MapPicture.toSvg(SampleMaps.of(5, title)));

    assertThat(picture.getElementsByTagName("script").getLength()).isZero();
    assertThat(texts(picture, "title"))
        .containsExactly("</title><script>alert(1)</script> & \"x\" ");
  }

  @Test
  void equal_maps_make_equal_pictures_in_any_language() {
    String picture = MapPicture.toSvg(SampleMaps.of(60));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(MapPicture.toSvg(SampleMaps.of(60))).isEqualTo(picture);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document picture, String name) {
    NodeList nodes = picture.getElementsByTagName(name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
