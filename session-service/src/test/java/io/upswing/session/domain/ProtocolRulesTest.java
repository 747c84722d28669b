package io.upswing.session.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.SessionJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One number of a sound protocol is changed: the author is told which. */
class ProtocolRulesTest {
    private static final ObjectMapper JSON = SessionJson.mapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "esk-trd-us",
                "esk-trd-eu",
                "esk-mdsi-us",
                "iv-racemic-series",
                "im-racemic-series",
                "oral-sublingual"
            })
    void the_catalogue_keeps_its_own_rules(String id) {
        assertThat(ProtocolRules.faults(CourseFixture.protocol(id))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /id                                      | "Our own"       | schedule.id
            /route                                   | "PO"            | schedule.route
            /scale                                   | "GAD7"          | schedule.scale
            /remission/PHQ9                          | 28              | schedule.remission.PHQ9
            /remission/CSSRS                         | 0               | schedule.remission.CSSRS
            /lapseDays                               | 0               | schedule.lapseDays
            /lapseDays                               | 367             | schedule.lapseDays
            /doses/unit                              | "mL"            | schedule.doses.unit
            /doses/allowed                           | []              | schedule.doses.allowed
            /doses/start                             | 57              | schedule.doses.start
            /doses/day1/0/allowed                    | [28]            | schedule.doses.day1.0.allowed
            /doses/deviceMg                          | null            | schedule.doses.deviceMg
            /durations/checkIn                       | -1              | schedule.durations.checkIn
            /observation/minutes                     | 1441            | schedule.observation.minutes
            /observation/unescortedMinutes           | 119             | schedule.observation.unescortedMinutes
            /defaultPattern                          | "daily"         | schedule.defaultPattern
            /patterns/standard                       | []              | schedule.patterns.standard
            /patterns/standard/1/id                  | "induction"     | schedule.patterns.standard.1.id
            /patterns/standard/0/sessions            | 0               | schedule.patterns.standard.0.sessions
            /patterns/standard/0/sessions            | 101             | schedule.patterns.standard.0.sessions
            /patterns/standard/0/perWeek             | 8               | schedule.patterns.standard.0.perWeek
            /patterns/standard/0/gap/min             | 0               | schedule.patterns.standard.0.gap
            /patterns/standard/0/gap/min             | 4               | schedule.patterns.standard.0.gap
            /patterns/standard/0/gap/max             | 3               | schedule.patterns.standard.0.gap
            /patterns/standard/0/gap/max             | 367             | schedule.patterns.standard.0.gap
            /patterns/standard/1/lastDay             | 60              | schedule.patterns.standard.1.lastDay
            /patterns/standard/2/allowed/0           | 0               | schedule.patterns.standard.2.allowed
            /patterns/standard/2/flagged/21          | "why not"       | schedule.patterns.standard.2.flagged
            /patterns/standard/2/window              | 7               | schedule.patterns.standard.2.window
            /patterns/standard/2/min                 | 7               | schedule.patterns.standard.2.min
            /patterns/standard/2/defaultInterval     | 21              | schedule.patterns.standard.2.defaultInterval
            /care/bloodPressure/urgentSystolic       | 139             | schedule.care.bloodPressure.urgentSystolic
            /care/vitals/afterMinutes/0              | 0               | schedule.care.vitals.afterMinutes
            /sources/lapseDays                       | null            | sources.lapseDays
            /sources/lapseDays/provenance            | "X"             | sources.lapseDays.provenance
            /patterns/standard/0/sources/gap         | null            | schedule.patterns.standard.0.sources.gap
            """)
    void a_number_that_cannot_be_is_named(String where, String value, String field) throws JsonProcessingException {
        var faults = ProtocolRules.faults(changed("esk-trd-us", where, value));

        assertThat(faults).extracting(Fault::field).contains(field);
    }

    @ParameterizedTest
    @CsvSource({"/doses/start, 0.05, schedule.doses.start", "/doses/start, 1.01, schedule.doses.start"})
    void a_dose_by_weight_begins_within_its_range(String where, String value, String field)
            throws JsonProcessingException {
        var faults = ProtocolRules.faults(changed("iv-racemic-series", where, value));

        assertThat(faults).extracting(Fault::field).containsExactly(field);
    }

    @Test
    void an_open_phase_has_no_end_and_is_the_last() throws JsonProcessingException {
        var json = JSON.valueToTree(CourseFixture.protocol("esk-trd-us"));
        var phases = (ArrayNode) json.at("/patterns/standard");
        phases.insert(0, ((ObjectNode) phases.get(2).deepCopy()).put("id", "first"));

        assertThat(ProtocolRules.faults(JSON.treeToValue(json, Protocol.class)))
                .extracting(Fault::field)
                .containsExactly("schedule.patterns.standard.0.kind");
    }

    /** Sessions would be due for ever, or none at all. */
    @ParameterizedTest
    @CsvSource({
        "esk-mdsi-us, schedule.patterns.standard.0.gated",
        "im-racemic-series, schedule.patterns.standard.1.defaultInterval"
    })
    void no_course_is_left_without_a_decision_how_to_go_on(String id, String field) throws JsonProcessingException {
        assertThat(ProtocolRules.faults(changed(id, "/patterns/standard/0/gated", "false")))
                .extracting(Fault::field)
                .contains(field);
    }

    @Test
    void what_is_offered_can_be_prescribed_and_what_is_not_says_why() throws JsonProcessingException {
        assertThat(ProtocolRules.faults(changed("oral-sublingual", "/offered", "true")))
                .extracting(Fault::field)
                .contains("schedule.scale", "schedule.doses", "schedule.patterns", "schedule.defaultPattern");
        assertThat(ProtocolRules.faults(changed("oral-sublingual", "/notOfferedBecause", "null")))
                .extracting(Fault::field)
                .containsExactly("schedule.notOfferedBecause");
    }

    private static Protocol changed(String id, String where, String value) throws JsonProcessingException {
        JsonNode json = JSON.valueToTree(CourseFixture.protocol(id));
        var at = where.lastIndexOf('/');
        var parent = json.at(where.substring(0, at));
        var name = where.substring(at + 1);
        var changed = JSON.readTree(value);
        switch (parent) {
            case ArrayNode array -> array.set(Integer.parseInt(name), changed);
            case ObjectNode object when changed.isNull() -> object.remove(name);
            default -> ((ObjectNode) parent).set(name, changed);
        }
        return JSON.treeToValue(json, Protocol.class);
    }
}
