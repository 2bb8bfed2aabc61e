package org.papermap.viz;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the Chromium of this machine and starts it.
public final class Browsers {
  /// Drawing in software, and no talk with anyone.
  private static final List<String> ARGUMENTS =
      List.of(
          "--use-gl=angle",
          "--use-angle=swiftshader",
          "--enable-unsafe-swiftshader",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking");

  private Browsers() {}

  /// A browser; where there is none the test is skipped, but fails where `CI` is `true`.
  public static Browser launch(Playwright playwright) {
    Optional<Path> chromium = find();
    if (chromium.isEmpty() && isContinuousIntegration()) {
      throw new AssertionError("no chromium found. Install it, or set CHROMIUM to its path.");
    }
    assumeTrue(chromium.isPresent(), "no chromium on this machine");
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium.get())
                // The sandbox does not start for root, as tests in containers run.
                .setChromiumSandbox(false)
                .setArgs(ARGUMENTS));
  }

  public static boolean isMissing() {
    return find().isEmpty() && !isContinuousIntegration();
  }

  private static boolean isContinuousIntegration() {
    return "true".equals(System.getProperty("CI", System.getenv("CI")));
  }

  private static Optional<Path> find() {
    String chosen = System.getenv("CHROMIUM");
    if (chosen != null) {
      return Optional.of(Path.of(chosen));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(at -> Path.of(at, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
