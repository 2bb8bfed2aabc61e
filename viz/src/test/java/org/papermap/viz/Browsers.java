package org.papermap.viz;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.papermap.cli.internal.browser.Chromium;

/// Starts the Chromium of this machine.
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
    Optional<Path> chromium = Chromium.find();
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
    return Chromium.find().isEmpty() && !isContinuousIntegration();
  }

  private static boolean isContinuousIntegration() {
    return "true".equals(System.getProperty("CI", System.getenv("CI")));
  }
}
