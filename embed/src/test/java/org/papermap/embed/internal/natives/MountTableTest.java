package org.papermap.embed.internal.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class MountTableTest {
  private static final MountTable TABLE =
      new MountTable(
          List.of(
              "/dev/vda / ext4 rw,relatime 0 0",
              "tmpfs /tmp tmpfs rw,nosuid,noexec,relatime,size=65536k 0 0",
              "tmpfs /tmp/programs tmpfs rw,relatime 0 0",
              "/dev/sdb1 /media/a\\040disk vfat rw,noexec 0 0",
              "tmpfs /srv tmpfs rw,noexec 0 0",
              "/dev/vdc /srv ext4 rw 0 0",
              "a line of another kind"));

  @Test
  void the_nearest_file_system_above_a_folder_decides() {
    assertThat(TABLE.isNoexec(Path.of("/home/me"))).isFalse();
    assertThat(TABLE.isNoexec(Path.of("/tmp"))).isTrue();
    assertThat(TABLE.isNoexec(Path.of("/tmp/me/cache"))).isTrue();
    assertThat(TABLE.isNoexec(Path.of("/tmp/programs/cache"))).isFalse();
    assertThat(TABLE.isNoexec(Path.of("/tmpfs"))).isFalse();
  }

  @Test
  void a_place_may_have_blanks_in_its_name() {
    assertThat(TABLE.isNoexec(Path.of("/media/a disk/cache"))).isTrue();
  }

  @Test
  void what_is_mounted_over_another_hides_it() {
    assertThat(TABLE.isNoexec(Path.of("/srv/cache"))).isFalse();
  }

  @Test
  void nothing_is_known_without_a_table() {
    assertThat(new MountTable(List.of()).isNoexec(Path.of("/tmp"))).isFalse();
  }
}
