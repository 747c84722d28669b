package io.upswing.session.domain;

import io.upswing.session.events.Schedule.BloodPressure;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.util.List;
import java.util.stream.IntStream;

/** What a blood pressure asks for. No limit holds a dose or a patient by itself. */
final class Pressure {
    private Pressure() {}

    /** Strictly more than the limit in one of the two numbers. */
    static boolean isHigh(BloodPressure limits, VitalsRecorded reading) {
        return reading.systolic() > limits.systolic() || reading.diastolic() > limits.diastolic();
    }

    /** At or above the urgent limit in one of the two numbers, where the protocol has one. */
    static boolean isUrgent(BloodPressure limits, VitalsRecorded reading) {
        return (limits.urgentSystolic() != null && reading.systolic() >= limits.urgentSystolic())
                || (limits.urgentDiastolic() != null && reading.diastolic() >= limits.urgentDiastolic());
    }

    /** Whether the last of the readings after the dose is high and not below the highest of the earlier ones. */
    static boolean doesNotDecline(BloodPressure limits, List<VitalsRecorded> afterDose) {
        if (afterDose.isEmpty()) {
            return false;
        }
        var last = afterDose.getLast();
        var earlier = afterDose.subList(0, afterDose.size() - 1);
        var below = !earlier.isEmpty()
                && last.systolic() < highest(earlier.stream().mapToInt(VitalsRecorded::systolic))
                && last.diastolic() < highest(earlier.stream().mapToInt(VitalsRecorded::diastolic));
        return isHigh(limits, last) && !below;
    }

    private static int highest(IntStream values) {
        return values.max().orElse(0);
    }

    static String words(VitalsRecorded reading) {
        return reading.systolic() + "/" + reading.diastolic() + " at " + reading.at();
    }
}
