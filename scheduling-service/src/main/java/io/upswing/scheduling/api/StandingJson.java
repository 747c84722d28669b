package io.upswing.scheduling.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.upswing.series.DueItem;
import io.upswing.series.Gate;
import io.upswing.series.Standing;
import jakarta.inject.Singleton;
import java.util.UUID;

/** A standing names all its fields: that a course has no next window is an answer too. */
@Singleton
class StandingJson implements ObjectMapperCustomizer {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    private interface Whole {}

    private interface WithAppointment {
        @JsonInclude(JsonInclude.Include.ALWAYS)
        UUID appointmentId();
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(Standing.class, Whole.class);
        mapper.addMixIn(Gate.class, Whole.class);
        mapper.addMixIn(DueItem.class, WithAppointment.class);
    }
}
