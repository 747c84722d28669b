package io.upswing.session.domain;

import static io.upswing.session.domain.DeciderSpec.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.session.domain.Publishing.Publish;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.SessionEvent.ProtocolPublished;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishingTest {
    private static final Protocol SHIPPED = CourseFixture.protocol("esk-trd-us");
    private static final Catalogue CATALOGUE = new Catalogue(List.of(SHIPPED));
    private static final Publish PUBLISH = new Publish(SHIPPED.withVersion(0), "Dr. Example", NOW);

    @Test
    void a_clinic_goes_on_from_the_version_that_was_shipped() {
        var first = Publishing.publish(PUBLISH, CATALOGUE, List.of(), NOW);
        var second = Publishing.publish(PUBLISH, CATALOGUE, List.of(first), NOW);

        assertThat(first).isEqualTo(new ProtocolPublished(SHIPPED.withVersion(2), "Dr. Example"));
        assertThat(second.protocol().version()).isEqualTo(3);
    }

    @Test
    void a_protocol_of_its_own_begins_with_version_1() {
        var published = Publishing.publish(PUBLISH, new Catalogue(List.of()), List.of(), NOW);

        assertThat(published.protocol().version()).isEqualTo(1);
    }

    @Test
    void nobody_signs_off_tomorrow() {
        var ahead = new Publish(SHIPPED, "Dr. Example", NOW.plus(Duration.ofMinutes(6)));

        assertThatThrownBy(() -> Publishing.publish(ahead, CATALOGUE, List.of(), NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_newest_is_the_clinics_and_the_older_versions_stay() {
        var own = SHIPPED.withVersion(2);
        var catalogue = CATALOGUE.with(List.of(own));

        assertThat(catalogue.newest()).containsExactly(own);
        assertThat(catalogue.version("esk-trd-us", 1)).contains(SHIPPED);
        assertThat(catalogue.version("esk-trd-us", 3)).isEmpty();
    }

    @Test
    void a_version_that_is_shipped_later_does_not_replace_the_clinics() {
        var own = CourseFixture.protocol("iv-racemic-series");

        assertThat(new Catalogue(List.of(renamed(own))).with(List.of(own)).protocols())
                .containsExactly(own);
    }

    private static Protocol renamed(Protocol protocol) {
        var schedule = CourseFixture.protocol("esk-trd-us");
        return new Protocol(
                protocol.id(),
                protocol.version(),
                schedule.effectiveOn(),
                schedule.title(),
                schedule.drug(),
                schedule.route(),
                schedule.labelStatus(),
                true,
                null,
                schedule.scale(),
                schedule.remission(),
                schedule.lapseDays(),
                true,
                false,
                schedule.doses(),
                schedule.durations(),
                schedule.observation(),
                schedule.defaultPattern(),
                schedule.patterns(),
                schedule.sources(),
                schedule.care());
    }
}
