package io.upswing.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Which page of a list is wanted; a {@code @BeanParam @Valid} of every resource that lists. */
public class Paging {
    @QueryParam("page")
    @DefaultValue("0")
    @Min(0)
    @Max(1_000_000)
    int page;

    @QueryParam("size")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int size;

    public int page() {
        return page;
    }

    public int size() {
        return size;
    }

    /** The wanted part of a list that is at hand as a whole. */
    public <T> Page<T> of(List<T> all) {
        var from = (int) Math.min((long) page * size, all.size());
        return new Page<>(all.subList(from, Math.min(from + size, all.size())), all.size());
    }
}
