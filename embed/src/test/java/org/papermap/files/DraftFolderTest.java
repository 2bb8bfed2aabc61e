package org.papermap.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.embed.internal.files.DraftFile;
import org.papermap.embed.internal.files.Drafts;

class DraftFolderTest {
  private static final List<String> NAMES = List.of("ids.txt", "vectors.npy");

  @TempDir private Path folder;

  private static void write(DraftFolder draft, String text) throws IOException {
    for (String name : NAMES) {
      OutputFile.write(draft.path().resolve(name), text + " " + name);
    }
    draft.publish();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> String.valueOf(it.getFileName())).sorted().toList();
    }
  }

  private static void assertHolds(Path folder, String text) {
    for (String name : NAMES) {
      assertThat(folder.resolve(name)).hasContent(text + " " + name);
    }
  }

  @Test
  void a_folder_is_made_and_later_exchanged_for_a_new_one() throws IOException {
    Path place = folder.resolve("deep/out");
    for (String text : List.of("first", "second", "third")) {
      try (DraftFolder draft = DraftFolder.whole(place, NAMES)) {
        write(draft, text);
      }
      assertHolds(place, text);
      assertThat(names(place)).isEqualTo(NAMES);
      assertThat(names(folder.resolve("deep"))).containsExactly("out");
    }
  }

  @Test
  void other_files_in_the_folder_and_its_rights_stay() throws IOException {
    Path place = Files.createDirectory(folder.resolve("out"));
    Files.setPosixFilePermissions(
        place,
        java.nio.file.attribute.PosixFilePermissions.fromString("rwxrws---".replace('s', 'x')));
    try (DraftFolder draft = DraftFolder.whole(place, NAMES)) {
      write(draft, "first");
    }
    Files.writeString(place.resolve("notes.md"), "mine");

    try (DraftFolder draft = DraftFolder.whole(place, NAMES)) {
      write(draft, "second");
    }

    assertHolds(place, "second");
    assertThat(place.resolve("notes.md")).hasContent("mine");
    assertThat(names(place)).containsExactly("ids.txt", "notes.md", "vectors.npy");
    assertThat(names(folder)).containsExactly("out");
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(place)))
        .isEqualTo("rwxrwx---");
  }

  @Test
  void a_draft_that_is_closed_leaves_what_is_there() throws IOException {
    Path place = folder.resolve("out");
    try (DraftFolder draft = DraftFolder.whole(place, NAMES)) {
      write(draft, "first");
    }
    try (DraftFolder draft = DraftFolder.whole(place, NAMES)) {
      OutputFile.write(draft.path().resolve("ids.txt"), "half");
    }

    assertHolds(place, "first");
    assertThat(names(folder)).containsExactly("out");
  }

  @Test
  void publishing_that_broke_off_anywhere_is_finished_by_whoever_comes_next() throws IOException {
    for (int moved = 0; moved <= NAMES.size(); moved++) {
      // Given what a process leaves that dies after it has moved so many files
      Path place = Files.createDirectory(folder.resolve("out" + moved));
      for (String name : NAMES) {
        Files.writeString(place.resolve(name), "old " + name);
      }
      Path next = Files.createDirectory(place.resolve(".vectors.npy.next"));
      Files.createFile(next.resolve(Drafts.OWNER));
      for (String name : NAMES) {
        Files.writeString(next.resolve(name), "new " + name);
      }
      if (moved > 0) {
        Files.delete(place.resolve("vectors.npy"));
      }
      for (String name : NAMES.subList(0, moved)) {
        Files.move(
            next.resolve(name),
            place.resolve(name),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }

      // When
      DraftFolder.recover(place, NAMES);

      // Then
      assertHolds(place, "new");
      assertThat(names(place)).isEqualTo(NAMES);
    }
  }

  @Test
  void drafts_of_the_dead_are_swept_and_those_of_the_living_stay() throws IOException {
    Path dead = Files.createDirectory(folder.resolve(".vectors.npy.0123456789abcdef.draft"));
    Files.createFile(dead.resolve(Drafts.OWNER));
    Path half = Files.writeString(folder.resolve(".ids.txt.0123456789abcdef.part"), "half");
    Path old = Files.writeString(folder.resolve(".ids.txt.4711.part"), "of an earlier version");
    Path mine = Files.writeString(folder.resolve(".ids.txt.mine.part"), "somebody's own");

    try (DraftFolder living = DraftFolder.among(folder, NAMES);
        DraftFolder another = DraftFolder.among(folder, NAMES);
        DraftFile file = DraftFile.open(folder.resolve("ids.txt"))) {
      assertThat(dead).doesNotExist();
      assertThat(half).doesNotExist();
      assertThat(old).doesNotExist();
      assertThat(mine).exists();
      write(another, "other");
      write(living, "last");
      file.write("later".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      file.publish();
    }

    assertThat(folder.resolve("ids.txt")).hasContent("later");
    assertThat(folder.resolve("vectors.npy")).hasContent("last vectors.npy");
    assertThat(names(folder)).containsExactly(".ids.txt.mine.part", "ids.txt", "vectors.npy");
  }
}
