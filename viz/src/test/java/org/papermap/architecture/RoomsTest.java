package org.papermap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The sizes of the house: how many types a package has, and how many a user of the library meets.
@AnalyzeClasses(packages = "org.papermap", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
  private static final int LARGEST_PACKAGE = 35;
  private static final int MOST_PUBLIC_TYPES = 90;

  @ArchTest
  static void no_package_is_too_large_to_be_looked_over(JavaClasses classes) {
    Map<String, Long> sizes =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(sizes)
        .allSatisfy((_, size) -> assertThat(size).isLessThanOrEqualTo(LARGEST_PACKAGE));
  }

  @ArchTest
  static void a_user_meets_few_types(JavaClasses classes) {
    List<String> offered =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !type.getPackageName().contains("internal"))
            .map(JavaClass::getName)
            .sorted()
            .toList();

    assertThat(offered).hasSizeBetween(1, MOST_PUBLIC_TYPES);
  }
}
