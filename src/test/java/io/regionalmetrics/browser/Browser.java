package io.regionalmetrics.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium, with the actions of a user. */
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String AXE = axe();

  /** Records violations of the page's policy, from the start of the page. */
  private static final String WATCH =
      """
      window.forbidden = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        window.forbidden.push(`${event.effectiveDirective} ${event.blockedURI}`));
      """;

  private final ChromeDriver driver;

  /** A condition to wait for. */
  public interface Condition {
    boolean holds();
  }

  /** Starts a browser. */
  public Browser() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(InBrowser.Condition.BROWSER.orElseThrow().toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=en-US");
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(InBrowser.Condition.DRIVER.orElseThrow().toFile())
                .withSilent(true)
                .build(),
            options);
    cdp("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
  }

  private static String axe() {
    try (InputStream script =
        Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a command of the Chrome DevTools protocol. */
  public void cdp(String command, Map<String, Object> parameters) {
    driver.executeCdpCommand(command, parameters);
  }

  /** Sets the size of the page, since a window can't be as narrow as a phone. */
  public void resize(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    cdp(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Sets a media feature, such as a dark color scheme. */
  void prefer(String feature, String value) {
    cdp(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  /** Lets pages of an origin read the clipboard. */
  void allowClipboard(String origin) {
    cdp(
        "Browser.grantPermissions",
        Map.of(
            "origin",
            origin,
            "permissions",
            List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
  }

  /** Saves downloads in a folder. */
  void saveDownloads(Path folder) {
    cdp(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
  }

  /** Blocks requests for addresses with these patterns, and allows all others. */
  void block(String... patterns) {
    cdp("Network.enable", Map.of());
    cdp("Network.setBlockedURLs", Map.of("urls", List.of(patterns)));
  }

  /** Loads an address anew, even if it differs only in its fragment. */
  public void visit(String address) {
    driver.get("about:blank");
    driver.get(address);
  }

  /** Navigates from the current page to an address. */
  void follow(String address) {
    driver.get(address);
  }

  void back() {
    driver.navigate().back();
  }

  void forward() {
    driver.navigate().forward();
  }

  void reload() {
    driver.navigate().refresh();
  }

  String address() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  String title() {
    return Objects.requireNonNull(driver.getTitle());
  }

  /** All visible elements that match a selector. */
  List<WebElement> seen(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .filter(WebElement::isDisplayed)
        .toList();
  }

  /** Waits for an element, visible or not. */
  void expect(String selector) {
    until(() -> !driver.findElements(By.cssSelector(selector)).isEmpty(), selector + " is there");
  }

  /** Waits for a visible element that matches a selector, and returns it. */
  WebElement see(String selector) {
    until(() -> !seen(selector).isEmpty(), selector + " is seen");
    return seen(selector).getFirst();
  }

  /** The text of the first visible element that matches a selector. */
  String text(String selector) {
    return see(selector).getText();
  }

  /** The texts of all visible elements that match a selector. */
  List<String> texts(String selector) {
    return seen(selector).stream().map(WebElement::getText).toList();
  }

  void click(String selector) {
    see(selector).click();
  }

  /** Clicks the first visible element that matches a selector and contains a text. */
  void click(String selector, String words) {
    until(
        () -> seen(selector).stream().anyMatch(one -> one.getText().contains(words)),
        selector + " has " + words);
    seen(selector).stream()
        .filter(one -> one.getText().contains(words))
        .findFirst()
        .orElseThrow()
        .click();
  }

  /** Moves the pointer to a place in an element: from 0 to 1 of its width and its height. */
  void point(String selector, double x, double y) {
    WebElement element = see(selector);
    Dimension size = element.getSize();
    new Actions(driver)
        .moveToElement(
            element,
            (int) ((x - 0.5) * (size.getWidth() - 2)),
            (int) ((y - 0.5) * (size.getHeight() - 2)))
        .perform();
  }

  /** Presses keys, one after another. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses Tab until the focused element matches a selector. */
  void tabTo(String selector) {
    for (int pressed = 0; pressed < 60; pressed++) {
      if (Boolean.TRUE.equals(
          run("return document.activeElement.matches(arguments[0])", selector))) {
        return;
      }
      press(Keys.TAB);
    }
    throw new AssertionError("Tab doesn't lead to " + selector);
  }

  /** Runs a script in the page. */
  public Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** The number that a script returns. */
  public double number(String script) {
    return ((Number) Objects.requireNonNull(run(script))).doubleValue();
  }

  /** The text on the clipboard. */
  String copied() {
    return String.valueOf(
        driver.executeAsyncScript("navigator.clipboard.readText().then(arguments[0])"));
  }

  /** Waits for a condition; elements may disappear while it is evaluated. */
  public void until(Condition condition, String what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within %s: %s%n%s".formatted(PATIENCE, what, body()));
      }
      pause();
    }
  }

  private static boolean holds(Condition condition) {
    try {
      return condition.holds();
    } catch (StaleElementReferenceException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private String body() {
    return address() + "\n" + driver.findElement(By.tagName("body")).getText();
  }

  /** Waits until the page is idle. */
  public void settle() {
    until(() -> seen("[aria-busy=true]").isEmpty() && isStill(), "nothing is waited for");
  }

  private boolean isStill() {
    return Boolean.TRUE.equals(
        run(
            "return document.getAnimations().length === 0"
                + " && [...document.images].every((image) => image.complete)"));
  }

  /** Asserts that axe-core finds no accessibility problems. */
  void expectAccessible() {
    settle();
    run(AXE);
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[0];
            axe.run({resultTypes: ['violations']}).then((results) => done(results.violations.map(
              (one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary).join('; ')}`)));
            """);
    assertThat((List<?>) found).as("axe-core at " + address()).isEmpty();
  }

  /** Asserts that the page violated no policy and that no script failed. */
  void expectQuiet() {
    assertThat((List<?>) run("return window.forbidden")).as("forbidden").isEmpty();
    assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
        .extracting(LogEntry::getMessage)
        .noneMatch(message -> message.contains("Content Security Policy"))
        .noneMatch(message -> message.contains("Uncaught"));
  }

  /** Asserts that the page needs no horizontal scrolling. */
  void expectNoHorizontalScrolling() {
    assertThat(number("return document.documentElement.scrollWidth"))
        .as("the width of " + address())
        .isLessThanOrEqualTo(number("return window.innerWidth"));
  }

  /** Saves a screenshot, for people to look at. */
  void picture(String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target/pictures"));
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes the browser. */
  @Override
  public void close() {
    driver.quit();
  }
}
