package io.upswing.deploy.e2e;

import io.upswing.deploy.embedded.Wait;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A patient's telephone: Chromium in a small window, used by its keyboard alone, as those do who cannot see or point. */
final class Phone implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    /** More than the stops of any page, and once around. */
    private static final int MOST_TABS = 60;

    private static final String NEEDED = "Patients' pages are tried in Chromium by its driver (Debian: apt-get install"
            + " chromium chromium-driver); -Dstories.left.out=long,browser leaves that out.";

    private final ChromeDriver browser;

    private Phone(ChromeDriver browser) {
        this.browser = browser;
    }

    /** The machine's own browser: none is fetched. */
    static Phone start() {
        var driver = program("chromedriver");
        var options = new ChromeOptions()
                .setBinary(program("chromium", "chromium-browser", "google-chrome"))
                // root may not use the sandbox, and the pages are our own
                .addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        var phone = new Phone(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver)
                        .usingAnyFreePort()
                        .build(),
                options));
        phone.width(WIDTH);
        return phone;
    }

    private static File program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toFile)
                .orElseThrow(() -> new AssertionError("There is no " + names[0] + " on the PATH. " + NEEDED));
    }

    ChromeDriver browser() {
        return browser;
    }

    /** As wide as another device, until told otherwise. */
    void width(int pixels) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", HEIGHT, "deviceScaleFactor", 2, "mobile", true));
    }

    void usualWidth() {
        width(WIDTH);
    }

    void dark(boolean on) {
        var scheme = Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light");
        browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    void open(URI link) {
        browser.get(link.toString());
    }

    URI at() {
        return URI.create(browser.getCurrentUrl());
    }

    String title() {
        return browser.getTitle();
    }

    String text() {
        return String.valueOf(browser.executeScript("return document.body.innerText"));
    }

    /** Goes to the link or button with these words, and enters it. */
    void enter(String words) {
        goTo("?.innerText.trim() === arguments[0]", words);
        leave();
    }

    /** Of the choices with a name the one so far after the first, or after the one that is chosen. */
    void choose(String name, int further) {
        goTo("?.name === arguments[0]", name);
        press(Keys.SPACE);
        for (int i = 0; i < further; i++) {
            press(Keys.ARROW_DOWN);
        }
    }

    private void leave() {
        browser.executeScript("window.stillHere = true");
        press(Keys.ENTER);
        Wait.orFail(PATIENCE, "the next page", () -> ask("!window.stillHere && document.readyState === 'complete'"));
    }

    private void goTo(String condition, String argument) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (ask("document.activeElement" + condition, argument)) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("The keyboard does not reach " + argument + " on: " + text());
    }

    WebElement focused() {
        return browser.switchTo().activeElement();
    }

    void press(Keys key) {
        new Actions(browser).sendKeys(key).perform();
    }

    private boolean ask(String expression, Object... arguments) {
        return Boolean.TRUE.equals(browser.executeScript("return " + expression, arguments));
    }

    /** The whole page as it looks, in {@code target/pages}. */
    void picture(String name) {
        var height = (long) browser.executeScript("return document.documentElement.scrollHeight");
        var all = Map.of("x", 0, "y", 0, "width", WIDTH, "height", height, "scale", 1);
        var data =
                browser.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", all));
        var folder = Optional.ofNullable(System.getProperty("upswing.pages"))
                .map(Path::of)
                .orElseThrow();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(data.get("data"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.quit();
    }
}
