package org.counterfoil.query.given;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.springframework.util.FileSystemUtils;

/**
 * A real browser without a window. Where none is installed the test is skipped, unless {@code
 * -Dcounterfoil.browser=required} says that it must not be.
 */
public final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final RunningQueryService service;
  private final Path profile;
  private final ChromeDriver driver;

  private Browser(RunningQueryService service, Path profile, ChromeDriver driver) {
    this.service = service;
    this.profile = profile;
    this.driver = driver;
  }

  /**
   * Opens one.
   *
   * @param language what it asks for, such as {@code fr}
   */
  public static Browser open(RunningQueryService service, String language) {
    requireInstalled();
    try {
      Path profile = Files.createTempDirectory("counterfoil-browser");
      ChromeOptions options = new ChromeOptions();
      options.setBinary(CHROMIUM.toString());
      options.addArguments(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          "--window-size=1200,900",
          "--user-data-dir=" + profile);
      options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
      ChromeDriverService driver =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(new File(DRIVER.toString()))
              .build();
      return new Browser(service, profile, new ChromeDriver(driver, options));
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
  }

  private static void requireInstalled() {
    boolean isInstalled = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (!isInstalled && "required".equals(System.getProperty("counterfoil.browser"))) {
      throw new AssertionError("Expected " + CHROMIUM + " and " + DRIVER + ", but found none");
    }
    Assumptions.assumeTrue(isInstalled, "SKIPPED: no Chromium is installed for browser tests");
  }

  /** Logs in by a session cookie, as following a login link does. */
  public void logIn(String session) {
    driver.get(service.url("/"));
    driver.manage().addCookie(new Cookie("counterfoil-session", session, "/"));
  }

  public void go(String path) {
    driver.get(service.url(path));
  }

  /** The text of the first element that the selector finds, read in one go: pages change. */
  public String text(String selector) {
    return String.valueOf(
        driver.executeScript(
            "return document.querySelector(arguments[0])?.innerText ?? ''", selector));
  }

  public String attribute(String selector, String name) {
    return String.valueOf(
        driver.executeScript(
            "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? ''",
            selector,
            name));
  }

  public int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  public void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  /** Presses keys where the selector finds something. */
  public void type(String selector, String text) {
    driver.findElement(By.cssSelector(selector)).sendKeys(text);
  }

  /** Presses Enter where the selector finds something. */
  public void enter(String selector) {
    driver.findElement(By.cssSelector(selector)).sendKeys(Keys.ENTER);
  }

  /** Keeps what is seen. */
  public void picture(String path) {
    try {
      Files.write(Path.of(path), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Runs a script in the page. */
  public Object run(String script) {
    return driver.executeScript(script);
  }

  /**
   * What the console complained about: errors of scripts, what the policy blocked, failed loads.
   */
  public List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
    FileSystemUtils.deleteRecursively(profile.toFile());
  }
}
