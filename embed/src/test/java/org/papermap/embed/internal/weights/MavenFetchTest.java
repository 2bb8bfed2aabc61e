package org.papermap.embed.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.model.ModelFile.PublishedFile;

/// How Maven is called and its failures are told, with a script in Maven's place: the tests must
/// not need the network.
class MavenFetchTest {
  private static final PublishedFile FILE =
      PublishedFile.at("maven:org.example:tiny:1.0!/tiny.onnx", "0".repeat(64));

  @TempDir private Path folder;

  @Test
  void without_maven_there_is_one_line_on_what_to_do() {
    assertThatThrownBy(() -> MavenFetch.jarOf(FILE, folder, ""))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "org.example:tiny:1.0: not on this machine, and mvn is not installed to fetch it."
                + " Install Maven, or put the jar on the class path.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_jar_is_copied_by_the_dependency_plugin() throws IOException {
    // Writes its arguments, and the jar into the folder it was told.
    String path =
        maven(
            "for a in \"$@\"; do echo \"$a\"; case $a in -DoutputDirectory=*)"
                + " echo jar > \"${a#*=}/tiny-1.0.jar\";; esac; done > arguments.txt");
    Path downloads = folder.resolve("downloads");

    Path jar = MavenFetch.jarOf(FILE, downloads, path);

    assertThat(jar).isEqualTo(downloads.resolve("tiny-1.0.jar")).hasContent("jar\n");
    assertThat(Files.readAllLines(downloads.resolve("arguments.txt")))
        .contains(
            "--batch-mode",
            "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy",
            "-Dartifact=org.example:tiny:1.0",
            "-DoutputDirectory=" + downloads);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void mavens_own_first_error_is_passed_on() throws IOException {
    String path =
        maven("echo WARNING: x; echo '[ERROR] Could not resolve'; echo '[ERROR] more'; exit 1");

    assertThatThrownBy(() -> MavenFetch.jarOf(FILE, folder.resolve("downloads"), path))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "org.example:tiny:1.0: mvn could not fetch it (Could not resolve)."
                + " Check the connection and Maven's settings.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_maven_that_brings_nothing_is_named() throws IOException {
    String path = maven("exit 0");

    assertThatThrownBy(() -> MavenFetch.jarOf(FILE, folder.resolve("downloads"), path))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Maven ended without it");
  }

  private String maven(String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path file = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return "nowhere:" + bin;
  }
}
