package org.papermap.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// This module is under the Apache License, though the others are under the GPL: so its classes may
/// use what is under this or a freer licence, and nothing else.
class LicenceTest {
  /// What the classes of this module use, with the licence of each.
  private static final Map<String, String> USED =
      Map.ofEntries(
          Map.entry("api", "Apache-2.0"),
          Map.entry("tokenizers", "Apache-2.0"),
          Map.entry("pytorch-engine", "Apache-2.0"),
          Map.entry("slf4j-api", "MIT"),
          Map.entry("jackson-core", "Apache-2.0"),
          Map.entry("jackson-databind", "Apache-2.0"),
          Map.entry("jackson-dataformat-yaml", "Apache-2.0"),
          Map.entry("snakeyaml-engine", "Apache-2.0"),
          Map.entry("fastcsv", "MIT"),
          Map.entry("jsoup", "MIT"),
          Map.entry("commons-compress", "Apache-2.0"),
          Map.entry("lucene-core", "Apache-2.0"),
          Map.entry("lucene-analysis-common", "Apache-2.0"),
          Map.entry("pdfbox", "Apache-2.0"),
          Map.entry("hardwood-core", "Apache-2.0"),
          Map.entry("jspecify", "Apache-2.0"));

  /// The names of all classes that the classes of this module name.
  private static Set<String> named() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        ClassModel type = ClassFile.of().parse(file);
        for (PoolEntry entry : type.constantPool()) {
          if (entry instanceof ClassEntry each) {
            named.add(each.asInternalName().replaceFirst("^\\[+L(.*);$", "$1").replace('/', '.'));
          }
        }
      }
    }
    named.removeIf(name -> name.startsWith("["));
    return named;
  }

  /// The jar or folder of a class, without the version; empty for Java's own.
  private static String home(String name) {
    try {
      Class<?> type = Class.forName(name, false, LicenceTest.class.getClassLoader());
      CodeSource source = type.getProtectionDomain().getCodeSource();
      if (source == null) {
        return "";
      }
      String file = Path.of(URI.create(source.getLocation().toString())).getFileName().toString();
      return file.replaceFirst("-\\d.*", "");
    } catch (ClassNotFoundException e) {
      return name;
    }
  }

  @Test
  void no_class_reaches_code_under_the_gpl() throws IOException {
    Set<String> homes =
        named().stream().map(LicenceTest::home).collect(Collectors.toCollection(TreeSet::new));

    homes.remove("");
    homes.remove("classes");
    homes.remove("test-classes"); // where a package of tests has the same name
    assertThat(homes).isSubsetOf(USED.keySet()).contains("lucene-core", "jackson-core", "api");
  }

  @Test
  void the_licence_is_in_the_jar() throws IOException {
    assertThat(Files.readString(Path.of("target/classes/META-INF/LICENSE")))
        .contains("Apache License", "Version 2.0");
  }

  /// A mapper of Jackson 3 needs annotations that Spring Boot 3 does not have.
  @Test
  void no_class_uses_jacksons_mapper_or_annotations() throws IOException {
    assertThat(named())
        .contains("tools.jackson.core.JsonParser")
        .noneMatch(name -> name.startsWith("com.fasterxml.jackson"))
        .noneMatch(name -> name.matches("tools\\.jackson\\.databind\\..*(Mapper|Reader|Writer).*"));
  }
}
