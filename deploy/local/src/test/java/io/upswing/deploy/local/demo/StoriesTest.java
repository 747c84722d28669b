package io.upswing.deploy.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoriesTest {
    private static final ZoneId ZONE = ZoneId.of(Site.ZONE);
    private static final List<Story> STORIES = Stream.of(NasalStories.all(), OtherStories.all(), Newcomers.all())
            .flatMap(List::stream)
            .toList();

    /** A week of todays: the stories must hold on each. */
    static Stream<LocalDate> todays() {
        return Stream.iterate(LocalDate.parse("2026-03-02"), day -> day.plusDays(1))
                .limit(7);
    }

    @ParameterizedTest
    @MethodSource("todays")
    void nothing_is_told_that_has_not_happened_yet(LocalDate today) {
        for (var story : STORIES) {
            var calendar = Calendar.of(story, today, ZONE);
            assertThat(story.steps())
                    .filteredOn(step -> !(step instanceof Step.Given))
                    .as(story.person().name())
                    .allSatisfy(step -> assertThat(calendar.date(step.day())).isBeforeOrEqualTo(today));
        }
    }

    @ParameterizedTest
    @MethodSource("todays")
    void sessions_are_days_apart_and_never_on_a_sunday(LocalDate today) {
        for (var story : STORIES) {
            var calendar = Calendar.of(story, today, ZONE);
            var dates = story.steps().stream()
                    .filter(Step.Given.class::isInstance)
                    .map(step -> calendar.sessionDate(step.day()))
                    .sorted()
                    .toList();
            assertThat(dates).as(story.person().name()).noneMatch(date -> date.getDayOfWeek() == DayOfWeek.SUNDAY);
            for (var i = 1; i < dates.size(); i++) {
                assertThat(dates.get(i))
                        .as(story.person().name())
                        .isAfter(dates.get(i - 1).plusDays(1));
            }
        }
    }

    @Test
    void no_two_patients_share_a_name_or_an_address() {
        assertThat(STORIES).hasSizeGreaterThanOrEqualTo(60);
        assertThat(STORIES).extracting(story -> story.person().name()).doesNotHaveDuplicates();
        assertThat(STORIES)
                .flatExtracting(story -> story.person().address().stream().toList())
                .doesNotHaveDuplicates();
    }
}
