package org.papermap.viz.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.papermap.viz.Browsers;
import org.papermap.viz.SampleMaps;
import org.papermap.viz.internal.labels.MapDrawing;
import org.papermap.wordsearch.WordSearch.SearchQuality;
import tools.jackson.databind.json.JsonMapper;

/// The order and the types of the page's scripts, as TypeScript's compiler sees them in a browser.
class PageScriptsTest {
  private static final List<String> ORDER =
      PageAssets.scripts().stream().map(name -> name + ".js").toList();

  private static @Nullable Playwright playwright;

  @SuppressWarnings("NullAway.Init")
  private static Page page;

  @SuppressWarnings("NullAway.Init")
  private static ScriptCheck found;

  @BeforeAll
  static void check_the_scripts() throws IOException {
    assumeFalse(Browsers.isMissing(), "no chromium on this machine");
    playwright = Playwright.create();
    page = Browsers.launch(playwright).newPage();
    ScriptCheck.prepare(page);
    Map<String, String> scripts = ScriptCheck.sources();
    scripts.put("file.js", carried());
    found = ScriptCheck.of(page, scripts);
  }

  @AfterAll
  static void close_the_browser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  /// What a file carries, as a script that claims the types that the page's scripts expect.
  private static String carried() {
    WordSearchPayload.Facts facts =
        new WordSearchPayload.Facts(
            1, List.of("word"), 1, 1, 1, 0.4, new SearchQuality(2, 0.6, 0.4));
    return """
    (() => {
      /** @type {[Meta, SemanticFacts]} */
      const carried = [%s, %s];
      return carried;
    })();
    """
        .formatted(
            Payload.of(MapDrawing.of(SampleMaps.of(91)), false, "", List.of()).meta(),
            JsonMapper.builder().build().writeValueAsString(facts));
  }

  @Test
  void a_script_uses_only_scripts_above_it() {
    assertThat(found.uses()).hasSizeGreaterThan(ORDER.size());
    assertThat(found.upwards(ORDER)).isEmpty();
  }

  @Test
  void no_scripts_use_each_other_in_a_circle() {
    assertThat(found.circle()).isEmpty();
  }

  @Test
  void the_types_of_scripts_and_of_what_the_file_carries_agree() {
    assertThat(found.complaints()).isEmpty();
  }

  @Test
  void the_page_carries_all_of_the_scripts_but_their_comments() throws IOException {
    Map<String, String> sources = ScriptCheck.sources();
    String joined =
        ORDER.stream()
            .map(sources::get)
            .collect(Collectors.joining("", "(() => {'use strict';", "})();"));

    assertThat(ScriptCheck.printed(page, PageAssets.script()))
        .isEqualTo(ScriptCheck.printed(page, joined))
        .contains("const store = (() => {");
    assertThat(PageAssets.script())
        .doesNotContain("/**")
        .doesNotContain("@type")
        .doesNotContain("\n\n");
  }

  @Test
  void faults_of_each_kind_are_found() throws IOException {
    Map<String, String> scripts = new TreeMap<>(ScriptCheck.sources());
    scripts.merge("dom.js", "const early = () => store.set({ papre: 1 });\n", String::concat);
    scripts.merge("store.js", "const late = () => early();\n", String::concat);
    scripts.put("file.js", carried().replace("\"keptOf\":", "\"kept\":"));

    ScriptCheck faulty = ScriptCheck.of(page, scripts);

    assertThat(faulty.upwards(ORDER))
        .containsExactly(new ScriptCheck.Use("dom.js", "store", "store.js"));
    assertThat(faulty.circle()).containsExactly("dom.js", "store.js", "dom.js");
    assertThat(faulty.complaints())
        .satisfiesExactly(
            one -> assertThat(one).startsWith("dom.js:").contains("'papre' does not exist"),
            one -> assertThat(one).startsWith("file.js:").contains("'\"kept\"' does not exist"));
  }
}
