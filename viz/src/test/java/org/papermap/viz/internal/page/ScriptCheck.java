package org.papermap.viz.internal.page;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// What TypeScript's compiler, run in a browser, finds in the page's scripts.
///
/// @param complaints of the type checker, each with its file and line
/// @param uses of definitions of other scripts
record ScriptCheck(List<String> complaints, List<Use> uses) {
  static final Path SCRIPTS = Path.of("src/main/resources/org/papermap/viz/internal/page/js");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path CONFIGURATION = Path.of("jsconfig.json");
  private static final String COMPILER = "META-INF/maven/org.webjars.npm/typescript/pom.properties";

  ScriptCheck {
    complaints = List.copyOf(complaints);
    uses = uses.stream().distinct().toList();
  }

  /// A script that uses a definition of another.
  record Use(String script, String definition, String definedIn) {
    @Override
    public String toString() {
      return script + " uses " + definition + " of " + definedIn;
    }
  }

  /// The compiler and the declarations of the language and of browsers, by file name.
  private record TypeScript(String compiler, Map<String, String> libraries) {
    static TypeScript read() throws IOException {
      try (FileSystem jar = FileSystems.newFileSystem(jar(), Map.of());
          Stream<Path> files = Files.walk(jar.getPath("META-INF/resources/webjars/typescript"))) {
        Map<String, String> libraries = new HashMap<>();
        String compiler = "";
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          String name = file.getFileName().toString();
          if (name.equals("typescript.js")) {
            compiler = Files.readString(file);
          } else if (name.startsWith("lib.") && name.endsWith(".d.ts")) {
            libraries.put(name, Files.readString(file));
          }
        }
        return new TypeScript(compiler, libraries);
      }
    }

    private static URI jar() {
      try {
        return Objects.requireNonNull(
                ScriptCheck.class.getClassLoader().getResource(COMPILER), COMPILER)
            .toURI();
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// Loads the compiler into a page that is blank.
  static void prepare(Page page) throws IOException {
    TypeScript typeScript = TypeScript.read();
    page.addScriptTag(new Page.AddScriptTagOptions().setContent(typeScript.compiler));
    page.evaluate("libraries => { window.libraries = libraries; }", typeScript.libraries);
  }

  /// Checks scripts in a page that [#prepare] has been called for.
  ///
  /// @param scripts their texts by file name
  static ScriptCheck of(Page page, Map<String, String> scripts) throws IOException {
    String found =
        (String)
            page.evaluate(
                "input => JSON.stringify((" + checker() + ")({ ...input, libraries }))",
                Map.of("scripts", scripts, "configuration", Files.readString(CONFIGURATION)));
    return JSON.readValue(found, ScriptCheck.class);
  }

  /// A script as the compiler prints it, without comments and in one layout.
  static String printed(Page page, String script) {
    return (String)
        page.evaluate(
            "text => ts.createPrinter({ removeComments: true })"
                + ".printFile(ts.createSourceFile('page.js', text, ts.ScriptTarget.Latest))",
            script);
  }

  private static String checker() throws IOException {
    try (InputStream in = ScriptCheck.class.getResourceAsStream("check-scripts.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The texts of all files in the folder of scripts, by file name.
  static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      files.forEach(file -> {
        try {
          sources.put(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
    return sources;
  }

  /// Uses of definitions that stand below the script in an order of scripts.
  List<Use> upwards(List<String> order) {
    return uses.stream()
        .filter(use -> order.indexOf(use.script()) < order.indexOf(use.definedIn()))
        .toList();
  }

  /// The shortest way from a script by the scripts that it uses back to itself, as the scripts on
  /// it; empty where there is none.
  List<String> circle() {
    Map<String, Set<String>> used = new TreeMap<>();
    uses.forEach(
        use -> used.computeIfAbsent(use.script(), _ -> new TreeSet<>()).add(use.definedIn()));
    List<String> shortest = List.of();
    for (String script : used.keySet()) {
      List<String> way = wayBack(script, used);
      if (!way.isEmpty() && (shortest.isEmpty() || way.size() < shortest.size())) {
        shortest = way;
      }
    }
    return shortest;
  }

  private static List<String> wayBack(String start, Map<String, Set<String>> used) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<List<String>> ways = new ArrayDeque<>(List.of(List.of(start)));
    while (!ways.isEmpty()) {
      List<String> way = ways.remove();
      for (String next : used.getOrDefault(way.getLast(), Set.of())) {
        List<String> longer = new ArrayList<>(way);
        longer.add(next);
        if (next.equals(start)) {
          return longer;
        }
        if (seen.add(next)) {
          ways.add(longer);
        }
      }
    }
    return List.of();
  }
}
