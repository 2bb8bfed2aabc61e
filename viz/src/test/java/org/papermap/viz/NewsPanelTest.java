package org.papermap.viz;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.papermap.map.PaperMap;

/// What the page tells of the map before it, in a real browser.
class NewsPanelTest extends PageTest {
  private static final PaperMap MAP = SampleMaps.grown(91);

  private static Path file = Path.of("");

  @BeforeAll
  static void write_the_map() throws IOException {
    file = written(MAP);
  }

  private Page open(Path map, String address) {
    return open(map, address, window(1280, 720));
  }

  @Test
  void one_click_lists_the_eight_new_papers_and_dims_all_others() {
    Page page = open(file, "");

    page.locator("#news").click();

    assertThat(page.locator("#news")).hasText("8 new since 12 May 2026");
    assertThat(page.locator("#panel h2")).hasText("8 new papers since 12 May 2026");
    assertThat(page.locator("#panel button.paper")).hasCount(8);
    assertThat(page.locator("#counts")).containsText("8 of 91 papers shown");
    for (int row = 83; row < 91; row++) {
      assertThat(page.locator("#panel button.paper[data-row='" + row + "']")).hasCount(1);
    }
    page.close();
  }

  @Test
  void the_list_tells_what_became_of_topics_and_which_papers_are_gone() {
    Page page = open(file, "#view=new");

    assertThat(page.locator("#panel .changes li")).hasCount(3);
    assertThat(page.locator("#panel .changes")).containsText("Papers of it were in: Robots (4).");
    assertThat(page.locator("#panel .changes .badge.gone")).hasCount(1);
    assertThat(page.locator("#panel .gone-papers li")).hasCount(2);
    assertThat(page.locator("#panel .gone-papers")).containsText("On <b>parsing</b>");
    assertThat(page.locator("#panel .gone-papers")).containsText("1 March 2019 · Grammars");
    assertThat(page.locator("#panel"))
        .containsText("12 May 2026: 85 papers · 2 June 2026: 91 papers");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    page.close();
  }

  @Test
  void topics_have_badges_in_the_legend_and_their_story_in_the_panel() {
    Page page = open(file, "");

    assertThat(page.locator("#legend .badge.grew")).hasText("+6");
    assertThat(page.locator("#legend .badge.born")).hasText("new");
    page.locator("#legend-rows button").first().click();
    assertThat(page.locator("#panel")).containsText("It has 6 papers more than on 12 May 2026.");
    page.close();
  }

  @Test
  void colours_tell_new_papers_from_others_and_a_paper_says_when_it_came() {
    Page page = open(file, "");

    page.locator("#color-by").selectOption(new SelectOption().setLabel("New"));

    Object old = page.evaluate("papermap.color(0)");
    assertThat(page.evaluate("papermap.color(82)")).isEqualTo(old);
    assertThat(page.evaluate("papermap.color(83)")).isNotEqualTo(old);
    assertThat(page.locator("#legend-rows")).containsText("New since 12 May 2026");
    Page paper = open(file, "#paper=" + MAP.corpus().paper(90).id());
    assertThat(paper.locator("#panel")).containsText("new on 2 June 2026");
    page.close();
    paper.close();
  }

  @Test
  void closing_the_list_shows_all_papers_again_and_an_address_opens_it() {
    Page page = open(file, "");
    page.locator("#news").click();
    String address = page.url().substring(page.url().indexOf('#'));

    page.locator("#panel .close").click();

    assertThat(page.locator("#counts")).not().containsText("of 91");
    Page again = open(file, address);
    assertThat(again.locator("#panel h2")).hasText("8 new papers since 12 May 2026");
    assertThat(again.locator("#counts")).containsText("8 of 91 papers shown");
    page.close();
    again.close();
  }

  @Test
  void a_first_map_tells_of_nothing_new() throws IOException {
    Path first = folder.resolve("first.html");
    MapWriter.write(SampleMaps.of(20), first);

    Page page = open(first, "#view=new");

    assertThat(page.locator("#news")).hasCount(0);
    assertThat(page.locator(".badge")).hasCount(0);
    assertThat(page.locator("#panel")).isHidden();
    page.close();
  }
}
