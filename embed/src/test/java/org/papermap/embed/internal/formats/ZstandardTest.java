package org.papermap.embed.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ZstandardTest {
  @Test
  void a_library_that_could_not_be_loaded_is_seen_behind_other_failures() {
    assertThat(Zstandard.isMissing(new UnsatisfiedLinkError("no zstd"))).isTrue();
    assertThat(Zstandard.isMissing(new IllegalStateException(new NoClassDefFoundError("Native"))))
        .isTrue();
    assertThat(Zstandard.isMissing(new IOException(new IllegalStateException("damaged"))))
        .isFalse();
    assertThat(Zstandard.isMissing(null)).isFalse();
  }

  @Test
  void the_folder_and_what_to_do_are_told() {
    assertThat(Zstandard.notLoaded())
        .hasMessageContaining(System.getProperty("java.io.tmpdir"))
        .hasMessageEndingWith("to a folder from which programs may be run.");
  }
}
