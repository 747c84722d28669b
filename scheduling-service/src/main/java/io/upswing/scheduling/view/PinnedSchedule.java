package io.upswing.scheduling.view;

import io.upswing.scheduling.domain.ChairTime;
import io.upswing.series.Prescription;
import io.upswing.session.events.Phase;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What dates and durations need of a schedule. Thousands of courses pin the same one, so it is kept once. */
record PinnedSchedule(
        List<Phase> phases,
        int lapseDays,
        Source lapseSource,
        String route,
        String scale,
        Map<String, Integer> remission,
        boolean rems,
        boolean oralAntidepressantRequired,
        ChairTime chairTime) {

    static PinnedSchedule of(Prescription prescription, Schedule schedule) {
        return new PinnedSchedule(
                prescription.phases(),
                prescription.lapseDays(),
                prescription.lapseSource(),
                prescription.route(),
                prescription.scale(),
                prescription.remission(),
                prescription.rems(),
                prescription.oralAntidepressantRequired(),
                ChairTime.of(schedule));
    }

    static UUID idOf(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }
}
