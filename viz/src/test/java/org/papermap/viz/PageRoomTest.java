package org.papermap.viz;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.map.PaperMap;

/// Whether the map and its tools have the room that they need, whatever is open beside them.
class PageRoomTest extends PageTest {
  private static final PaperMap MAP = SampleMaps.of(240);

  @Test
  void a_map_that_was_seen_whole_stays_whole_beside_a_view_and_comes_back() throws IOException {
    Page page = open(written(MAP), "", window(1360, 850));

    page.locator("[data-tool=charts]").click();

    BoundingBox panel = page.locator("#panel").boundingBox();
    assertThat(farthestRight(page)).isLessThan(panel.x);
    page.locator("#panel .close").click();
    assertThat(zoom(page)).isCloseTo(1, within(1e-3));
  }

  @Test
  void a_paper_that_is_opened_moves_nothing() throws IOException {
    Page page = open(written(MAP), "", window(1360, 850));
    // A paper that the panel does not cover.
    int row =
        ((Number)
                page.evaluate(
                    """
                    Array.from({ length: papermap.papers }, (_, i) => papermap.screen(i))
                      .findIndex(([x, y]) => x > 450 && x < 750 && y > 100 && y < 700)\
                    """))
            .intValue();
    Object before = page.evaluate("papermap.screen(%d)".formatted(row));

    page.evaluate("location.hash = '#paper=p%03d'".formatted(row));

    assertThat(page.locator("#panel h2")).isVisible();
    assertThat(page.evaluate("papermap.screen(%d)".formatted(row))).isEqualTo(before);
  }

  @Test
  void in_a_low_window_all_tools_can_be_reached() throws IOException {
    Page page = open(written(MAP), "", window(844, 390));

    List<Locator> tools = page.locator("#tools > button").all();

    assertThat(tools).hasSizeGreaterThan(10);
    for (Locator tool : tools) {
      BoundingBox box = tool.boundingBox();
      assertThat(box.y).isNotNegative();
      assertThat(box.y + box.height).isLessThanOrEqualTo(390);
    }
    BoundingBox all = page.locator("#tools").boundingBox();
    assertThat(farthestRight(page)).isLessThan(all.x);
  }

  @Test
  void no_card_hides_where_a_lasso_goes() throws IOException {
    Page page = open(written(MAP), "", window(1360, 850));
    page.locator("[data-tool=lasso]").click();
    List<?> place = (List<?>) page.evaluate("papermap.screen(papermap.order().at(-1))");
    double x = ((Number) place.getFirst()).doubleValue();
    double y = ((Number) place.getLast()).doubleValue();
    page.mouse().move(x, y);
    assertThat(page.locator("#hover")).isVisible();

    page.mouse().down();
    page.mouse().move(x + 60, y + 40);

    assertThat(page.locator("#hover")).isHidden();
  }

  @Test
  void what_a_lasso_encloses_is_tinted() throws IOException {
    Page page = open(written(MAP), "", window(1360, 850));
    page.locator("[data-tool=lasso]").click();
    Page.ScreenshotOptions inside = new Page.ScreenshotOptions().setClip(470, 720, 4, 4);
    byte[] before = page.screenshot(inside);

    page.mouse().move(400, 650);
    page.mouse().down();
    page.mouse().move(540, 650);
    page.mouse().move(540, 760);
    page.mouse().move(400, 760);

    assertThat(page.screenshot(inside)).isNotEqualTo(before);
    page.mouse().up();
  }

  @Test
  void on_a_tablet_the_map_is_as_large_as_the_cards_in_its_corners_allow() throws IOException {
    Page page = open(written(MAP), "", window(1024, 768));

    // Beside the head alone it would be 574 pixels wide at most.
    assertThat(width(page)).isGreaterThan(600);
    assertThat(farthestRight(page)).isLessThan(page.locator("#tools").boundingBox().x);
    assertThat(underCards(page)).isZero();
    page.locator("[data-tool=closer]").click();
    page.locator("[data-tool=fit]").click();
    assertThat(zoom(page)).isCloseTo(1, within(1e-3));
  }

  @Test
  void few_papers_among_many_are_drawn_so_large_that_they_are_seen() throws IOException {
    Page page = open(written(SampleMaps.of(2000)), "", window(1360, 850));

    page.evaluate("location.hash = '#picked=p003&picked=p050'");

    assertThat(page.locator("#counts")).hasText("2 of 2,000 papers shown");
    assertThat(((String) page.evaluate("papermap.svg()")).split("r=\"5.00\"")).hasSize(3);
  }

  @Test
  void what_was_done_is_told_above_the_strip_of_time() throws IOException {
    Page page = open(written(MAP), "#paper=p012", window(1360, 850));

    page.locator("#panel .action", new Page.LocatorOptions().setHasText("Copy link")).click();

    assertThat(page.locator("#toast")).isVisible();
    BoundingBox toast = page.locator("#toast").boundingBox();
    assertThat(toast.y + toast.height).isLessThan(page.locator("#brush").boundingBox().y);
  }

  @Test
  void long_names_of_topics_are_whole_in_a_picture() throws IOException {
    Path file = written(MAP);
    String name = "Names of topics are whole, if they are long";
    String known = "\"name\":\"" + MAP.topics().getFirst().name() + "\"";
    Path other = folder.resolve("long-name.html");
    Files.writeString(other, Files.readString(file).replace(known, "\"name\":\"" + name + "\""));

    Page page = open(other, "", window(1360, 850));

    assertThat((String) page.evaluate("papermap.svg()")).contains(name + "  ");
  }

  private static double width(Page page) {
    return ((Number)
            page.evaluate(
                """
                (() => {
                  const across = Array.from({ length: papermap.papers }, (_, i) => papermap.screen(i)[0]);
                  return Math.max(...across) - Math.min(...across);
                })()\
                """))
        .doubleValue();
  }

  /// How many papers are under a card.
  private static int underCards(Page page) {
    return ((Number)
            page.evaluate(
                """
                Array.from({ length: papermap.papers }, (_, i) => papermap.screen(i)).filter(([x, y]) =>
                  [...document.querySelectorAll('#head, #legend, #tools')]
                    .map((card) => card.getBoundingClientRect())
                    .some(({ left, top, right, bottom }) => x > left && x < right && y > top && y < bottom))
                  .length\
                """))
        .intValue();
  }

  private static double farthestRight(Page page) {
    return ((Number)
            page.evaluate(
                "Math.max(...Array.from({ length: papermap.papers }, (_, i) =>"
                    + " papermap.screen(i)[0]))"))
        .doubleValue();
  }

  private static double zoom(Page page) {
    return ((Number) page.evaluate("papermap.camera()[2]")).doubleValue();
  }
}
