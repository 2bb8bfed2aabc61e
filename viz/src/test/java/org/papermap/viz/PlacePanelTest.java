package org.papermap.viz;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;

/// A text of the reader's, and where on the map it belongs.
class PlacePanelTest extends PageTest {
  private static final PaperMap MAP = SampleMaps.of(240);

  /// Of the words of a topic of the map, and long enough for a text.
  private static final String TEXT =
      "A pasted title that nobody wrote: adaptive benchmarks for legged locomotion, robust legged"
          + " locomotion, inference in legged locomotion, and scaling legged locomotion";

  private Page open(String hash) throws IOException {
    return open(written(MAP), hash, window(1360, 850));
  }

  private static Topic topic(Page page) {
    String name = page.locator("#panel .path .chip").textContent();
    return MAP.topics().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void a_text_in_the_search_box_is_offered_a_place_and_a_question_is_not() throws IOException {
    Page page = open("");
    page.locator("#query").fill("legged locomotion");
    assertThat(page.locator("#asked .action")).hasCount(0);

    page.locator("#query").fill(TEXT);
    page.locator("#asked .action").click();

    assertThat(page.locator("#panel h2")).hasText("Place a paper");
    assertThat(page.locator("#place-text")).hasValue(TEXT);
    assertThat(page.locator("#query")).hasValue("");
    assertThat(page.locator("#panel .placed button.paper")).hasCount(15);
    assertThat(page.locator("#panel .placed"))
        .containsText(
            Pattern.compile(
                "\\d+ of the 15 papers nearest to it are in this topic.*Its place is .*"
                    + " of the 15 are also nearest to this place on the map"));
    List<Integer> own = topic(page).papers();
    for (int row : own.subList(0, 3)) {
      assertThat(MAP.corpus().paper(row).title()).containsIgnoringCase("locomotion");
    }
    assertThat(page.locator("#live")).containsText("Belongs to " + topic(page).name());
  }

  @Test
  void the_pin_stands_where_the_papers_of_its_words_are_and_goes_with_the_panel()
      throws IOException {
    Page page = open("#view=place");
    assertThat(page.locator("#pin")).isHidden();

    page.locator("#place-text").fill(TEXT);

    assertThat(page.locator("#pin")).isVisible();
    double x = 0;
    double y = 0;
    List<Integer> own = topic(page).papers();
    for (int row : own) {
      List<?> at = (List<?>) page.evaluate("papermap.screen(" + row + ")");
      x += ((Number) at.get(0)).doubleValue() / own.size();
      y += ((Number) at.get(1)).doubleValue() / own.size();
    }
    BoundingBox pin = Objects.requireNonNull(page.locator("#pin").boundingBox());
    assertThat(pin.x + pin.width / 2).isEqualTo(x, within(60.0));
    assertThat(pin.y + pin.height).isEqualTo(y, within(60.0));
    page.locator("#panel .placed button.paper").first().click();
    assertThat(page.locator("#pin")).isVisible();
    page.locator("#panel .close").click();
    assertThat(page.locator("#pin")).isHidden();
  }

  @Test
  void strange_words_and_papers_of_the_map_are_told() throws IOException {
    Page page = open("#view=place");

    page.locator("#place-text").fill("Zyxw vutsr qponm");
    assertThat(page.locator("#panel .placed")).hasText("None of its words is on this map.");

    String title = MAP.corpus().paper(7).title();
    page.locator("#place-text").fill(title + "\nAnd an abstract.");
    assertThat(page.locator("#panel .placed"))
        .containsText("A paper of this title is on the map: " + title);

    page.locator("#place-text").fill("");
    assertThat(page.locator("#panel .placed")).isEmpty();
    assertThat(page.locator("#pin")).isHidden();
  }

  @Test
  void axe_is_content_in_light_and_dark() throws IOException {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page = open(written(MAP), "#view=place", window(1360, 850).setColorScheme(scheme));
      page.locator("#place-text").fill(TEXT);
      assertThat(page.locator("#panel .placed button.paper")).hasCount(15);
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
  }
}
