package io.upswing.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What holds of the texts of every page. */
public final class WordsContract {
    private WordsContract() {}

    /** Every language has every text: none of a page is in another language than the rest. */
    public static void check(Class<?> owner, String bundle) {
        var english = texts(owner, bundle + ".properties").stringPropertyNames();
        for (var language : Language.values()) {
            if (language != Language.EN) {
                var texts = texts(owner, bundle + "_" + language.tag() + ".properties");
                assertThat(texts.stringPropertyNames()).as(language.tag()).isEqualTo(english);
                assertThat(texts.values())
                        .as(language.tag())
                        .noneMatch(text -> text.toString().isBlank());
            }
        }
    }

    private static Properties texts(Class<?> owner, String file) {
        try (var stream = Objects.requireNonNull(owner.getResourceAsStream(file), file)) {
            var texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
