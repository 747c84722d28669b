package io.upswing.notification.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.StateRecord;
import io.upswing.notification.view.Courses;
import io.upswing.notification.view.Plans;
import io.upswing.scheduling.events.CareDueRecord;
import io.upswing.scheduling.events.StateCodec;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What is pending for courses; whatever changes there changes the plans of their patients. */
@Startup
@Singleton
class CareDueInbox {
    private final FollowedTopic<StateRecord> topic;
    private final StateReader<CareDueRecord> reader = new StateReader<>(CareDueInbox::decode);
    private final Courses courses;
    private final Plans plans;

    CareDueInbox(EventLogs logs, Courses courses, Plans plans) {
        this.courses = courses;
        this.plans = plans;
        topic = logs.followStates("care-due", this::fold);
    }

    @Incoming("care-due")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }

    void fold(List<StateRecord> records) {
        var batch = reader.read(records); // a course whose record is refused keeps the one it had
        var concerned = new HashSet<>(courses.put(batch.values()));
        concerned.addAll(courses.remove(batch.erased()));
        plans.replan(concerned);
    }

    private static CareDueRecord decode(byte[] value) {
        var course = StateCodec.careDue().decode(value);
        ZoneId.of(course.timeZone()); // throws
        return course;
    }
}
