package org.papermap.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.map.PaperMap;
import org.papermap.viz.internal.svg.Axis;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartTest {
  private static Document parsed(Chart chart) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(chart.svg().getBytes(StandardCharsets.UTF_8)));
  }

  private static double number(NodeList elements, int index, String attribute) {
    return Double.parseDouble(((Element) elements.item(index)).getAttribute(attribute));
  }

  @Test
  void bars_are_as_long_as_their_values_and_named() throws Exception {
    // Given
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("Ward", 0.25);
    values.put("Leiden", 0.5);
    values.put("worse than chance", -0.1);

    // When
    Chart chart = Chart.bars("Silhouette", values);

    // Then: the first rectangle is the ground
    NodeList bars = parsed(chart).getElementsByTagName("rect");
    assertThat(bars.getLength()).isEqualTo(4);
    assertThat(number(bars, 2, "width")).isCloseTo(2 * number(bars, 1, "width"), within(0.1));
    assertThat(number(bars, 3, "width")).isZero();
    assertThat(chart.text())
        .isEqualTo("Silhouette\n0.250  Ward\n0.500  Leiden\n-0.100  worse than chance\n");
  }

  @Test
  void dots_rise_with_y_and_go_right_with_x() throws Exception {
    Chart chart = Chart.dots("k", "silhouette", new double[] {2, 3, 4}, new double[] {1, 3, 2});

    NodeList dots = parsed(chart).getElementsByTagName("circle");
    assertThat(number(dots, 1, "cy")).isLessThan(number(dots, 2, "cy"));
    assertThat(number(dots, 2, "cy")).isLessThan(number(dots, 0, "cy"));
    assertThat(number(dots, 2, "cx") - number(dots, 1, "cx"))
        .isPositive()
        .isCloseTo(number(dots, 1, "cx") - number(dots, 0, "cx"), within(0.2));
  }

  @Test
  void equal_values_and_none_make_a_chart_too() throws Exception {
    parsed(Chart.dots("x", "y", new double[] {1, 1}, new double[] {0, 0}));
    parsed(Chart.dots("x", "y", new double[0], new double[0]));
    parsed(Chart.bars("none", Map.of()));
    assertThat(
            parsed(Chart.bars("zero", Map.of("a", 0.0))).getElementsByTagName("rect").getLength())
        .isEqualTo(2);
  }

  @Test
  void a_name_is_text_and_never_markup() throws Exception {
    String hostile = "<script>alert('&\"')</script>";

    Chart chart = Chart.bars(hostile, Map.of(hostile, 1.0));

    Document document = parsed(chart);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("text").item(0).getTextContent()).isEqualTo(hostile);
  }

  @Test
  void a_map_is_its_picture_and_the_names_of_its_topics() throws Exception {
    PaperMap map = SampleMaps.of(20);

    Chart chart = Chart.map(map);

    assertThat(parsed(chart).getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(chart.svg()).isEqualTo(MapPicture.toSvg(map));
    assertThat(chart.text().lines()).hasSameSizeAs(map.topics());
    assertThat(chart.text()).startsWith(map.topics().getFirst().name());
  }

  @Test
  void pairs_must_be_pairs() {
    assertThatThrownBy(() -> Chart.dots("x", "y", new double[1], new double[2]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0,10,2,6", "0,1,0.2,6", "0.11,0.19,0.01,9", "-3,3,1,7", "1000,9000,1000,9"})
  void ticks_stand_at_round_values(double low, double high, double step, int ticks) {
    Axis axis = Axis.over(new double[] {low, high}, 0, 100);

    assertThat(axis.step()).isCloseTo(step, within(1e-9));
    assertThat(axis.ticks()).hasSize(ticks);
    assertThat(axis.place(low)).isBetween(0.0, axis.place(high));
    assertThat(axis.place(high)).isLessThan(100);
  }
}
