package org.papermap.viz.internal.diff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.papermap.map.MapDescription;
import org.papermap.map.internal.changes.MapDiff;
import org.papermap.viz.PageTest;
import org.papermap.viz.SampleMaps;

/// The page that shows what has changed, in a real browser.
class DiffPageTest extends PageTest {
  private static final MapDescription EARLIER = SampleMaps.of(60).description();

  /// Its last seven papers have hostile titles.
  private static final MapDescription LATER = SampleMaps.of(90).description();

  @SuppressWarnings("NullAway.Init")
  private Page page;

  private void visit(MapDescription earlier, MapDescription later) throws IOException {
    Path file = folder.resolve("diff.html");
    Files.writeString(file, DiffPage.toHtml(MapDiff.of(earlier, later)));
    page = open(file, "", window(1280, 900));
  }

  @Test
  void new_papers_are_listed_and_hostile_titles_are_text() throws IOException {
    visit(EARLIER, LATER);

    MapDiff diff = MapDiff.of(EARLIER, LATER);
    assertThat(page.locator("#summary")).containsText(diff.arrived().size() + " new");
    assertThat(page.locator("ul[aria-label='New papers'] li")).hasCount(diff.arrived().size());
    for (int row : diff.arrived()) {
      String title = LATER.papers().get(row).title();
      assertThat(
              (Boolean)
                  page.evaluate(
                      "title => [...document.querySelectorAll('li > :first-child')]"
                          + ".some((one) => one.textContent === title)",
                      title))
          .as(title)
          .isTrue();
    }
    assertThat(page.locator("#lists script, #lists img, #lists iframe")).hasCount(0);
    assertThat(page.locator("a[href]:not([href^='http'])")).hasCount(0);
  }

  @Test
  void gone_papers_and_topics_that_changed_are_listed_with_their_overlap() throws IOException {
    visit(LATER, EARLIER);

    assertThat(page.locator("h2")).containsText(new String[] {"Topics that changed"});
    assertThat(page.locator("ul[aria-label='Papers that are gone'] li"))
        .hasCount(MapDiff.of(LATER, EARLIER).gone().size());
    assertThat(page.locator("tbody tr").first()).containsText("%");
  }

  @Test
  void the_slider_goes_from_the_earlier_map_to_the_later() throws IOException {
    visit(EARLIER, LATER);
    byte[] later = page.locator("#canvas").screenshot();

    page.locator("#slider").focus();
    page.keyboard().press("Home");

    assertThat(page.locator("html")).hasAttribute("data-time", "0");
    assertThat(page.locator("#canvas").screenshot()).isNotEqualTo(later);
    page.keyboard().press("End");
    assertThat(page.locator("html")).hasAttribute("data-time", "1");
    assertThat(page.locator("#canvas").screenshot()).isEqualTo(later);
  }

  @Test
  void a_map_and_itself_show_that_nothing_changed() throws IOException {
    visit(LATER, LATER);

    assertThat(page.locator("#summary")).containsText("Nothing changed");
    assertThat(page.locator("#lists")).hasText("Nothing changed.");
  }

  @Test
  void the_page_is_accessible_in_light_and_dark_and_fits_a_phone() throws IOException {
    visit(EARLIER, LATER);
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    page.setViewportSize(390, 800);
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
  }
}
