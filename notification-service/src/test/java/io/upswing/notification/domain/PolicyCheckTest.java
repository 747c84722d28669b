package io.upswing.notification.domain;

import static io.upswing.notification.domain.PolicyFixture.using;
import static io.upswing.notification.domain.PolicyFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.About.Kind;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies that make no sense are not adopted. */
class PolicyCheckTest {
    private static final Step GOOD = PolicyFixture.before("a-day", Duration.ofDays(1), Channel.EMAIL);

    private static List<String> fields(Policies policies) {
        return PolicyCheck.of(policies, Set.of(Channel.EMAIL, Channel.SMS), new Known()).stream()
                .map(PolicyCheck.Fault::field)
                .toList();
    }

    @Test
    void the_defaults_make_sense() {
        assertThat(fields(Policies.DEFAULTS)).isEmpty();
        assertThat(fields(using(Channel.SMS, Channel.EMAIL))).isEmpty();
    }

    @Test
    void what_is_adopted_is_read_back_from_the_log() {
        assertThat(Adoption.policies(Adoption.event("clinic-1", Policies.DEFAULTS)))
                .isEqualTo(Policies.DEFAULTS);
    }

    @Test
    void only_channels_that_the_system_has_are_used() {
        assertThat(fields(using(Channel.WEBHOOK))).containsExactly("channels");
        assertThat(fields(using(Channel.WORKLIST))).contains("channels");
    }

    @Test
    void hours_are_only_made_narrower() {
        assertThat(fields(hours(LocalTime.of(9, 0), LocalTime.of(20, 0)))).isEmpty();
        assertThat(fields(hours(LocalTime.of(7, 59), LocalTime.of(20, 0)))).containsExactly("sendingHours");
        assertThat(fields(hours(LocalTime.of(9, 0), LocalTime.of(21, 1)))).containsExactly("sendingHours");
        assertThat(fields(hours(LocalTime.of(9, 0), LocalTime.of(9, 0)))).containsExactly("sendingHours");
    }

    @Test
    void caps_let_something_through() {
        assertThat(fields(PolicyFixture.capped(0, 3))).containsExactly("caps");
        assertThat(fields(PolicyFixture.capped(4, 3))).containsExactly("caps");
    }

    static Stream<Map.Entry<Step, String>> steps() {
        return Stream.of(
                Map.entry(step("Day", GOOD.offset(), Audience.PATIENT, List.of(Channel.EMAIL), "appointment"), "name"),
                Map.entry(
                        step(
                                "far",
                                new Offset.Span(Anchor.START, Duration.ofDays(61)),
                                Audience.PATIENT,
                                List.of(Channel.EMAIL),
                                "appointment"),
                        ""),
                Map.entry(
                        step(
                                "other",
                                new Offset.Day(Anchor.ON, 0, LocalTime.NOON),
                                Audience.PATIENT,
                                List.of(Channel.EMAIL),
                                "appointment"),
                        "anchor"),
                Map.entry(step("none", GOOD.offset(), Audience.PATIENT, List.of(), "appointment"), "channels"),
                Map.entry(
                        step(
                                "twice",
                                GOOD.offset(),
                                Audience.PATIENT,
                                List.of(Channel.EMAIL, Channel.EMAIL),
                                "appointment"),
                        "channels"),
                Map.entry(step("staff", GOOD.offset(), Audience.NURSE, List.of(Channel.EMAIL), "to-do"), "channels"),
                Map.entry(
                        step("text", GOOD.offset(), Audience.PATIENT, List.of(Channel.EMAIL), "no-such"), "template"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void steps_that_make_no_sense_are_named(Map.Entry<Step, String> each) {
        var field = "policies.0.steps.0" + (each.getValue().isEmpty() ? "" : "." + each.getValue());
        assertThat(fields(with(Policies.DEFAULTS, Kind.APPOINTMENT, each.getKey())))
                .containsExactly(field);
    }

    @Test
    void nothing_is_there_twice() {
        assertThat(fields(with(Policies.DEFAULTS, Kind.APPOINTMENT, GOOD, GOOD)))
                .containsExactly("policies.0.steps.1.name");
    }

    private static Step step(String name, Offset offset, Audience audience, List<Channel> channels, String template) {
        return new Step(name, offset, audience, channels, template, 1, Stop.CLOSED);
    }

    private static Policies hours(LocalTime opens, LocalTime closes) {
        var other = Policies.DEFAULTS;
        return new Policies(
                other.policies(),
                other.channels(),
                new SendingHours(opens, closes),
                other.caps(),
                other.usefulFor(),
                other.onTime());
    }

    /** Has all templates but one. */
    private static final class Known implements Texts {
        @Override
        public Text of(
                Channel channel,
                String template,
                int version,
                Map<String, String> parameters,
                @Nullable String givenName) {
            return new Text(template, "");
        }

        @Override
        public boolean has(String template, int version) {
            return !template.equals("no-such");
        }
    }
}
