package org.papermap.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  private static final String HOME = Path.of("home").toAbsolutePath().toString();
  private static final String XDG = Path.of("xdg").toAbsolutePath().toString();

  @Test
  void the_property_comes_first_then_the_variable_then_xdg_then_home() {
    assertThat(CacheFolder.choose("p", "v", XDG, HOME)).isEqualTo(Path.of("p").toAbsolutePath());
    assertThat(CacheFolder.choose(null, "v", XDG, HOME)).isEqualTo(Path.of("v").toAbsolutePath());
    assertThat(CacheFolder.choose(" ", "", XDG, HOME)).isEqualTo(Path.of(XDG, "papermap"));
    assertThat(CacheFolder.choose(null, null, null, HOME))
        .isEqualTo(Path.of(HOME, ".cache", "papermap"));
  }

  @Test
  void a_relative_xdg_folder_is_ignored() {
    assertThat(CacheFolder.choose(null, null, "relative", HOME))
        .isEqualTo(Path.of(HOME, ".cache", "papermap"));
  }

  @Test
  void a_user_without_a_home_is_told_what_to_set() {
    assertThat(CacheFolder.choose(null, "v", null, "?")).isEqualTo(Path.of("v").toAbsolutePath());
    assertThatThrownBy(() -> CacheFolder.choose(null, null, null, "?"))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .hasMessage(
            "HOME: not set, and this user has no home folder. Set PAPERMAP_CACHE to a folder that"
                + " you may write to.");
  }
}
