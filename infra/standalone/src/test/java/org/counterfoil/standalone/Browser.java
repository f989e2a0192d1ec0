package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A real, headless Chromium. Where none is installed its tests are skipped, unless {@code
 * -Dcounterfoil.browser=required}.
 */
final class Browser implements AutoCloseable {

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

  /** Follows a one-time link and presses its button. */
  void logIn(String link) {
    driver.get(link);
    driver.findElement(By.cssSelector("form button")).click();
  }

  /** Fills a field of a form. */
  void fill(String name, String value) {
    driver.findElement(By.name(name)).clear();
    driver.findElement(By.name(name)).sendKeys(value);
  }

  void press(String button) {
    driver.findElement(By.cssSelector(button)).click();
  }

  void visit(String address) {
    driver.get(address);
  }

  /** A value that is lost when the page is loaded again. */
  void mark() {
    driver.executeScript("window.counterfoilMark = 'here'");
  }

  boolean isMarked() {
    return "here".equals(driver.executeScript("return window.counterfoilMark"));
  }

  String text() {
    return driver.findElement(By.tagName("main")).getText();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
