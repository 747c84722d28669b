package io.upswing.deploy.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void the_same_request_has_the_same_bytes_however_it_was_put_together() {
        var one = new LinkedHashMap<String, Object>();
        one.put("on", LocalDate.parse("2026-03-02"));
        one.put("complete", true);
        var other = new LinkedHashMap<String, Object>();
        other.put("complete", true);
        other.put("on", LocalDate.parse("2026-03-02"));

        assertThat(Json.write(one)).isEqualTo(Json.write(other)).isEqualTo("{\"complete\":true,\"on\":\"2026-03-02\"}");
    }
}
