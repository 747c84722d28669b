package io.upswing.http.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneClockTest {
    @ParameterizedTest
    @ValueSource(classes = {AsksForADate.class, RefersToNow.class, MakesAClock.class, MakesAnId.class})
    void whoever_asks_for_the_time_or_makes_an_id_is_found(Class<?> type) {
        var classes = new ClassFileImporter().importClasses(type);
        assertThatThrownBy(() -> OneClock.check(classes, "nobody")).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_owner_may() {
        var classes = new ClassFileImporter().importClasses(MakesAClock.class, OneClockTest.class);
        assertThatCode(() -> OneClock.check(classes, MakesAClock.class.getName()))
                .doesNotThrowAnyException();
    }

    static class AsksForADate {
        LocalDate today(ZoneId zone) {
            return LocalDate.now(zone);
        }
    }

    static class RefersToNow {
        final Supplier<Instant> time = Instant::now;
    }

    static class MakesAClock {
        final Clock clock = Clock.system(ZoneId.of("UTC"));
    }

    static class MakesAnId {
        UUID id() {
            return UUID.randomUUID();
        }
    }
}
