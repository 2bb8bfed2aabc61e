package org.papermap.viz;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.Paper;
import org.papermap.map.PaperMap;

/// The table of papers under the map.
class PageTableTest extends PageTest {
  private static final PaperMap MAP = SampleMaps.of(240);

  private Page table(String hash) throws IOException {
    Page page = open(written(MAP), "#view=table" + hash, window(1360, 850));
    assertThat(page.locator(".paper-table")).isVisible();
    return page;
  }

  @Test
  void a_head_sorts_one_way_then_the_other_then_not_and_blanks_come_last() throws IOException {
    Page page = table("");
    assertThat(page.locator("#panel h2")).hasText("240 papers");
    assertThat(rows(page)).startsWith(0, 1, 2);

    Locator upvotes = head(page, "upvotes");
    upvotes.click();

    // Every tenth paper has as many as its row says.
    assertThat(page.locator("th[data-column=upvotes]")).hasAttribute("aria-sort", "descending");
    assertThat(rows(page)).startsWith(230, 220, 210);
    assertThat(head(page, "upvotes")).isFocused();
    upvotes.click();
    assertThat(rows(page)).startsWith(0, 10, 20).element(24).isEqualTo(1);
    upvotes.click();
    assertThat(page.locator("th[data-column=upvotes]")).hasAttribute("aria-sort", "none");
    assertThat(rows(page)).startsWith(0, 1, 2);
  }

  @Test
  void what_is_saved_is_what_is_shown_in_its_order() throws IOException {
    Page page = table("&topics=0");
    List<Integer> members = MAP.topics().getFirst().papers();
    assertThat(page.locator("#panel h2")).hasText(members.size() + " of 240 papers");

    head(page, "Date").click();
    List<String> saved = saved(page);

    assertThat(saved.getFirst())
        .isEqualTo(
            "\ufeff\"Title\",\"Authors\",\"Date\",\"Topic\",\"Themes\",\"upvotes\",\"id\",\"url\"");
    assertThat(saved).hasSize(members.size() + 1);
    List<String> newestFirst =
        members.stream()
            .map(MAP.corpus()::paper)
            .sorted(
                Comparator.comparing((Paper paper) -> Objects.requireNonNull(paper.date()))
                    .reversed())
            .map(Paper::id)
            .toList();
    for (int i = 0; i < members.size(); i++) {
      assertThat(saved.get(i + 1)).contains("\"" + newestFirst.get(i) + "\"");
    }
  }

  @Test
  void scrolling_or_a_button_brings_all_rows() throws IOException {
    Page page = table("");
    assertThat(page.locator(".paper-table tbody tr")).hasCount(100);
    assertThat(page.locator(".more-rows")).hasText("Show more, 140 papers are below");

    page.locator(".more-rows").evaluate("button => button.click()");
    assertThat(page.locator(".paper-table tbody tr").nth(199)).isAttached();
    page.locator(".paper-table").evaluate("frame => frame.scrollTo(0, frame.scrollHeight)");

    assertThat(page.locator(".paper-table tbody tr")).hasCount(240);
    assertThat(page.locator(".more-rows")).isHidden();
  }

  @Test
  void a_table_that_an_address_asks_for_holds_what_its_query_finds() throws IOException {
    Page page = table("&q=sparse");

    assertThat(page.locator("#panel h2"))
        .hasText(page.evaluate("papermap.shown().length") + " of 240 papers");
    assertThat(rows(page)).startsWith(((Number) page.evaluate("papermap.shown()[0]")).intValue());
  }

  @Test
  void the_map_stays_whole_above_the_table_and_comes_back_when_it_closes() throws IOException {
    Page page = open(written(MAP), "", window(1360, 850));
    page.getByLabel("Table of papers").click();
    assertThat(page.locator(".paper-table")).isVisible();
    page.waitForFunction("papermap.camera()[2] < 0.9");
    BoundingBox box = page.locator("#panel").boundingBox();
    double left = place(page, 0).get(0);
    assertThat(IntStream.range(1, MAP.corpus().size()).mapToDouble(row -> place(page, row).get(0)))
        .as("papers side by side")
        .anyMatch(x -> Math.abs(x - left) > 100);
    for (int row = 0; row < MAP.corpus().size(); row++) {
      assertThat(place(page, row).get(1)).isBetween(0.0, box.y);
    }

    page.locator("#panel .close").click();

    assertThat(((Number) page.evaluate("papermap.camera()[2]")).doubleValue())
        .isCloseTo(1, within(1e-3));
  }

  @Test
  void a_title_opens_its_paper_and_axe_finds_nothing() throws IOException {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page = open(written(MAP), "#view=table", window(1360, 850).setColorScheme(scheme));
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

      page.locator(".paper-table tbody button").nth(3).press("Enter");

      assertThat(page.locator("#panel h2")).hasText(MAP.corpus().paper(3).title());
    }
  }

  private static Locator head(Page page, String column) {
    return page.locator("th[data-column='" + column + "'] button");
  }

  private static List<Integer> rows(Page page) {
    return page.locator(".paper-table tbody button").all().stream()
        .map(title -> Integer.valueOf(title.getAttribute("data-row")))
        .toList();
  }

  private static List<Double> place(Page page, int row) {
    List<?> place = (List<?>) page.evaluate("papermap.screen(" + row + ")");
    return place.stream().map(value -> ((Number) value).doubleValue()).toList();
  }

  private static List<String> saved(Page page) throws IOException {
    Download download = page.waitForDownload(() -> page.getByText("Save table (CSV)").click());
    return Files.readString(download.path()).lines().toList();
  }
}
