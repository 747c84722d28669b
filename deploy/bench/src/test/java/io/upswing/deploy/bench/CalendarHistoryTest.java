package io.upswing.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.eventlog.EventRecord;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.ChairAdded;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import io.upswing.scheduling.events.SchedulingEventTypes;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEventTypes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CalendarHistoryTest {
    private static final LocalDate THURSDAY = LocalDate.parse("2026-03-05");
    private static final int WAITING = 30;

    private final CalendarHistory history = new CalendarHistory("clinic", new Ids(1), THURSDAY, 20_000, WAITING);
    private final List<EventRecord> log = told(history::tellScheduling);

    @Test
    void so_many_are_booked_at_sites_of_forty_chairs() {
        assertThat(of(AppointmentBooked.class)).hasSize(history.appointments());
        assertThat(history.appointments()).isBetween(15_000, 25_000);
        assertThat(of(SiteOpened.class)).hasSize(history.sites());
        assertThat(of(ChairAdded.class)).hasSize(40 * history.sites());
    }

    @Test
    void every_stream_has_versions_without_gaps_in_order() {
        assertThat(log.stream()
                        .collect(Collectors.groupingBy(EventRecord::stream))
                        .values())
                .allSatisfy(stream -> assertThat(stream.stream().map(EventRecord::version))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, stream.size()).boxed().toList()));
        assertThat(log).extracting(EventRecord::id).doesNotHaveDuplicates();
    }

    @Test
    void no_two_have_the_same_chair_at_once() {
        of(AppointmentBooked.class).stream()
                .collect(Collectors.groupingBy(AppointmentBooked::chairId))
                .values()
                .forEach(onChair -> {
                    onChair.sort(Comparator.comparing(AppointmentBooked::start));
                    for (int i = 1; i < onChair.size(); i++) {
                        assertThat(onChair.get(i).start())
                                .isAfterOrEqualTo(onChair.get(i - 1).end());
                    }
                });
    }

    @Test
    void seven_of_ten_times_are_taken() {
        var week = of(AppointmentBooked.class).stream()
                .filter(booked -> booked.siteId().equals(history.site().id()))
                .filter(booked -> booked.start().toString().compareTo("2026-03-09") >= 0)
                .filter(booked -> booked.start().toString().compareTo("2026-03-16") < 0);
        assertThat(week).hasSize(40 * 4 * 7 * 7 / 10);
    }

    @Test
    void those_who_wait_have_a_course_each_and_a_time_that_nobody_has() {
        var codec = SessionEventTypes.codec();
        assertThat(told(history::tellSessions))
                .hasSize(WAITING)
                .allSatisfy(record -> assertThat(codec.decode(record.type(), record.value()))
                        .containsInstanceOf(ProtocolPrescribed.class));
        var taken = of(AppointmentBooked.class).stream()
                .map(booked -> new SiteCalendar.Seat(booked.chairId(), booked.start()))
                .collect(Collectors.toSet());
        assertThat(history.seatsToFill(WAITING))
                .hasSize(WAITING)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(taken);
    }

    @Test
    void a_large_calendar_is_measured_beside_a_small_one() {
        assertThat(CalendarBench.steps(10_000)).containsExactly(10_000);
        assertThat(CalendarBench.steps(1_000_000)).containsExactly(10_000, 1_000_000);
    }

    private <E extends SchedulingEvent> List<E> of(Class<E> type) {
        var codec = SchedulingEventTypes.codec();
        return log.stream()
                .map(record -> codec.decode(record.type(), record.value()).orElseThrow())
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<EventRecord> told(Consumer<Consumer<EventRecord>> history) {
        var told = new ArrayList<EventRecord>();
        history.accept(told::add);
        return told;
    }
}
