package io.upswing.links;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void every_language_has_every_text() {
        WordsContract.check(Words.class, "common");
    }
}
