package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A real, headless Chromium. Where none is installed its tests are skipped, unless {@code
 * -Dcounterfoil.browser=required}.
 */
final class Browser implements AutoCloseable {

  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser open(Path profile) {
    boolean isInstalled = CHROMIUM.canExecute() && DRIVER.canExecute();
    if ("required".equals(System.getProperty("counterfoil.browser"))) {
      assertThat(isInstalled).as("Chromium and its driver are installed").isTrue();
    }
    assumeTrue(isInstalled, "Chromium is not installed");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
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
        "--lang=en",
        "--user-data-dir=" + profile);
    return new Browser(
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options));
  }

  /** Follows a one-time link, presses its button, and is in when this returns. */
  void logIn(String link) {
    driver.get(link);
    follow("form button");
    await().atMost(AT_MOST).until(() -> !address().contains("/login/"));
  }

  /** Fills a field of a form. */
  void fill(String name, String value) {
    driver.findElement(By.name(name)).clear();
    driver.findElement(By.name(name)).sendKeys(value);
  }

  /** Chooses a file to be sent. */
  void attach(String name, Path file) {
    driver.findElement(By.name(name)).sendKeys(file.toString());
  }

  /** What a field of a form holds. */
  String value(String name) {
    return String.valueOf(driver.findElement(By.name(name)).getDomProperty("value"));
  }

  /** Chooses from a list. */
  void choose(String name, String label) {
    driver
        .findElement(By.xpath("//select[@name='%s']/option[.='%s']".formatted(name, label)))
        .click();
  }

  /** Presses a button by which the page stays. */
  void press(String button) {
    driver.findElement(By.cssSelector(button)).click();
  }

  /**
   * Presses a button that leads to another page, and waits for that page. A click returns before
   * its answer is there: whoever goes elsewhere at once is overtaken by it.
   */
  void follow(String button) {
    driver.executeScript("window.counterfoilLeft = true");
    press(button);
    await()
        .atMost(AT_MOST)
        .ignoreExceptions() // between two documents there is none to ask
        .until(
            () ->
                Boolean.TRUE.equals(
                    driver.executeScript(
                        "return !window.counterfoilLeft && document.readyState === 'complete'")));
  }

  private String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  void visit(String address) {
    driver.get(address);
  }

  /** What a script returns. */
  String evaluate(String script) {
    return String.valueOf(driver.executeScript("return " + script));
  }

  /** A value that is lost when the page is loaded again. */
  void mark() {
    driver.executeScript("window.counterfoilMark = 'here'");
  }

  boolean isMarked() {
    return "here".equals(driver.executeScript("return window.counterfoilMark"));
  }

  /** As large as a telephone. */
  void asTelephone() {
    driver.manage().window().setSize(new Dimension(412, 915));
  }

  /** Keeps a picture of the page among the results of the build, for whoever wants to look. */
  void keepPicture(String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "pictures"));
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The page's text, read in one go: pages change. */
  String text() {
    return String.valueOf(
        driver.executeScript("return document.querySelector('main')?.innerText ?? ''"));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
