package io.upswing.session.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The safety tasks of a clinic, and whose they are. */
@ApplicationScoped
public class SafetyTasks implements PanacheRepositoryBase<SafetyTaskRow, UUID> {

    /** Some of the tasks that were asked for, and how many there are. */
    public record Found(List<SafetyTask> some, long total) {}

    public Optional<UUID> patientOf(String clinic, UUID taskId) {
        return find("taskId = ?1 and clinic = ?2", taskId, clinic)
                .project(SafetyTask.class)
                .firstResultOptional()
                .map(SafetyTask::patientId);
    }

    /** The longest waiting first. */
    public Found list(String clinic, SafetyTask.@Nullable State state, int page, int size) {
        var order = Sort.by("takenAt").and("taskId");
        var found = state == null
                ? find("clinic = ?1", order, clinic)
                : find("clinic = ?1 and state = ?2", order, clinic, state);
        return new Found(found.project(SafetyTask.class).page(page, size).list(), found.count());
    }
}
