package io.upswing.scheduling.view;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.series.AntidepressantFact;
import io.upswing.series.BenefitFact;
import io.upswing.series.DatedFact;
import io.upswing.series.FollowUpFact;
import io.upswing.series.FormFact;
import io.upswing.series.IntervalFact;
import io.upswing.series.LapseFact;
import io.upswing.series.MeasureFact;
import io.upswing.series.SafetyClosure;
import io.upswing.series.SessionFact;
import io.upswing.session.events.SessionJson;
import java.util.List;

/** How what has no columns of its own is kept in a row: compactly, because a replay writes it again and again. */
final class ViewJson {
    private static final ObjectMapper JSON = mapper();

    private ViewJson() {}

    private static ObjectMapper mapper() {
        var mapper = SessionJson.mapper();
        List.of(
                        SessionFact.class,
                        BenefitFact.class,
                        IntervalFact.class,
                        DatedFact.class,
                        FollowUpFact.class,
                        FormFact.class,
                        LapseFact.class,
                        AntidepressantFact.class,
                        MeasureFact.class,
                        SafetyClosure.class)
                .forEach(fact ->
                        mapper.configOverride(fact).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)));
        return mapper;
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot keep a " + value.getClass().getSimpleName(), e);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row does not hold a " + type.getSimpleName(), e);
        }
    }

    static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row does not hold a " + type.getType(), e);
        }
    }
}
