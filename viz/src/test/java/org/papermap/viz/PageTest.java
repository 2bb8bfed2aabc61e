package org.papermap.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.map.PaperMap;

/// Opens pages in a browser, and asserts that they write nothing to the console and ask for nothing
/// but the file.
public abstract class PageTest {
  @TempDir protected static Path folder;

  private static @Nullable Playwright playwright;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();

  @BeforeAll
  static void open_the_browser() {
    assumeFalse(Browsers.isMissing(), "no chromium on this machine");
    playwright = Playwright.create();
    browser = Browsers.launch(playwright);
  }

  @AfterAll
  static void close_the_browser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @AfterEach
  void nothing_was_complained_of_and_nothing_asked_for() {
    contexts.forEach(BrowserContext::close);
    assertThat(complaints).isEmpty();
  }

  protected static Path written(PaperMap map) throws IOException {
    Path file = folder.resolve("map-" + map.corpus().size() + ".html");
    MapWriter.write(map, file);
    return file;
  }

  protected static Browser.NewContextOptions window(int width, int height) {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  /// @param hash of the address, as `#view=list`, or nothing
  protected final Page open(Path map, String hash, Browser.NewContextOptions options) {
    return open(context(options), map, hash);
  }

  /// A reader of several pages, who keeps what pages store.
  protected final BrowserContext context(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    contexts.add(context);
    return context;
  }

  protected final Page open(BrowserContext context, Path map, String hash) {
    Page page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.onDialog(dialog -> complaints.add(dialog.message()));
    page.onRequest(request -> {
      if (!request.url().startsWith("file:") && !request.url().startsWith("blob:")) {
        complaints.add(request.url());
      }
    });
    visit(page, map, hash);
    return page;
  }

  /// Goes to a map and waits until it is drawn.
  protected static void visit(Page page, Path map, String hash) {
    page.navigate(map.toUri() + hash);
    page.locator("html[data-ready=true]")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }
}
