package io.upswing.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.eventlog.EventRecord;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEventTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private static final UUID SITE = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a03");

    private final List<EventRecord> log = log();

    @Test
    void every_patient_has_versions_without_gaps_in_order() {
        var streams = log.stream().collect(Collectors.groupingBy(EventRecord::stream));
        assertThat(streams).hasSize(30);
        assertThat(streams.values())
                .allSatisfy(stream -> assertThat(stream.stream().map(EventRecord::version))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 50).boxed().toList()));
    }

    @Test
    void patients_come_interleaved_in_the_order_of_dates() {
        assertThat(log).hasSize(1_500).extracting(EventRecord::happenedAt).isSorted();
        assertThat(log).extracting(EventRecord::id).doesNotHaveDuplicates();
    }

    @Test
    void the_codec_of_the_services_reads_every_event() {
        var codec = SessionEventTypes.codec();
        var kinds = log.stream()
                .map(record -> codec.decode(record.type(), record.value()).orElseThrow())
                .collect(Collectors.groupingBy(Object::getClass));
        assertThat(kinds.get(ProtocolPrescribed.class)).hasSize(30);
        assertThat(kinds.get(BenefitDecided.class)).hasSize(30);
        assertThat(kinds).hasSize(9);
    }

    @Test
    void the_same_numbers_give_the_same_bytes() {
        var again = log();
        assertThat(again).hasSameSizeAs(log);
        for (int i = 0; i < log.size(); i++) {
            assertThat(again.get(i).id()).isEqualTo(log.get(i).id());
            assertThat(Arrays.equals(again.get(i).value(), log.get(i).value())).isTrue();
        }
    }

    private static List<EventRecord> log() {
        var log = new ArrayList<EventRecord>();
        new Histories("clinic", SITE, 1_500, 30).forEach(log::add);
        return log;
    }
}
