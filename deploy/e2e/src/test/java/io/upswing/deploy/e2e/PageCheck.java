package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import org.openqa.selenium.Keys;

/** What a page must be like so that everybody can use it on a telephone, as a browser lays it out. */
final class PageCheck {
    /** Of a small telephone, and of any other at the size that WCAG 1.4.10 asks for. */
    private static final int NARROW = 320;

    /** WCAG 2.5.8: pixels; what is chosen by its label is as large as that. */
    private static final String TOO_SMALL = """
            return [...document.querySelectorAll('a, button, input:not([type=hidden])')]
                .map(each => each.closest('label') ?? each)
                .filter(each => { const box = each.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
                .map(each => each.outerHTML)""";

    private static final String WITHOUT_LABEL = """
            return [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
                .filter(each => ![...each.labels].some(label => label.innerText.trim()))
                .map(each => each.outerHTML)""";

    /** Of choices with a name one is a stop: the one that is chosen, or the first. */
    private static final String STOPS = """
            return [...document.querySelectorAll('a[href], button, input:not([type=hidden])')]
                .filter((each, at, all) => each.type !== 'radio' || each === (
                    all.find(other => other.name === each.name && other.checked)
                        ?? all.find(other => other.name === each.name)))""";

    private static final String OUTLINED = "return getComputedStyle(document.activeElement).outlineStyle !== 'none'";
    private static final String WIDTH = "return document.documentElement.scrollWidth";

    private PageCheck() {}

    /** On a page that was just opened. */
    static void of(Phone phone, String name) {
        phone.picture(name);
        assertThat(phone.browser().executeScript("return document.documentElement.lang"))
                .isEqualTo("en");
        assertThat(found(phone, TOO_SMALL)).as("too small to hit").isEmpty();
        assertThat(found(phone, WITHOUT_LABEL)).as("without a label").isEmpty();
        fits(phone);
        violatesNothing(phone);
        theKeyboardGoesEverywhere(phone);
    }

    private static List<?> found(Phone phone, String script) {
        return (List<?>) phone.browser().executeScript(script);
    }

    private static void fits(Phone phone) {
        phone.width(NARROW);
        assertThat((long) phone.browser().executeScript(WIDTH)).isLessThanOrEqualTo(NARROW);
        phone.usualWidth();
    }

    /** In the dark only colours are others. */
    private static void violatesNothing(Phone phone) {
        assertThat(violations(phone, new AxeBuilder())).isEmpty();
        phone.dark(true);
        assertThat(violations(phone, new AxeBuilder().withOnlyRules(List.of("color-contrast"))))
                .isEmpty();
        phone.dark(false);
    }

    private static List<String> violations(Phone phone, AxeBuilder rules) {
        return rules.setLegacyMode().analyze(phone.browser()).getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                .toList();
    }

    private static void theKeyboardGoesEverywhere(Phone phone) {
        for (var stop : found(phone, STOPS)) {
            phone.press(Keys.TAB);
            assertThat(phone.focused()).isEqualTo(stop);
            assertThat(phone.browser().executeScript(OUTLINED))
                    .as("seen where it is")
                    .isEqualTo(true);
        }
    }
}
