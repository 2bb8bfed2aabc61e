package org.papermap.viz.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageAssetsTest {
  private static final List<String> FILES =
      PageAssets.scripts().stream().map(name -> name + ".js").toList();

  @Test
  void every_script_is_joined_once() throws IOException {
    assertThat(ScriptCheck.sources().keySet()).containsExactlyInAnyOrderElementsOf(FILES);
  }

  @Test
  void every_script_asks_for_its_types_to_be_checked() throws IOException {
    assertThat(ScriptCheck.sources().values()).allMatch(text -> text.startsWith("// @ts-check\n"));
  }

  @Test
  void comments_on_lines_of_their_own_and_types_are_left_out() {
    assertThat(PageAssets.script())
        .doesNotContain("/*", "@type", "@param", "// @ts-check")
        .contains("const unpack = (() => {\n")
        .hasSizeBetween(150_000, 260_000);
  }

  @Test
  void the_guide_tells_of_every_script_in_their_order() throws IOException {
    String guide = Files.readString(Path.of("docs/page.md"));
    String table =
        guide.substring(
            guide.indexOf("| concern |"), guide.indexOf("\n\n", guide.indexOf("| concern |")));

    assertThat(Pattern.compile("`([a-z-]+\\.js)`").matcher(table).results())
        .extracting((MatchResult file) -> file.group(1))
        .containsExactlyElementsOf(FILES);
  }
}
