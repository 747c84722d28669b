package io.upswing.eventlog;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Events to JSON and back, each class by the name it has on the wire for ever. */
public final class JsonCodec<E> implements EventCodec<E> {

    private final JsonRecords json = new JsonRecords();
    private final Map<Class<? extends E>, String> names;
    private final Map<String, Class<? extends E>> classes;

    /** @param names of all classes of events; no two have one name */
    public JsonCodec(Map<Class<? extends E>, String> names) {
        this.names = Map.copyOf(names);
        this.classes =
                names.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    @Override
    public String typeOf(E event) {
        var name = names.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("No wire name for " + event.getClass());
        }
        return name;
    }

    @Override
    public byte[] encode(E event) {
        return json.write(event);
    }

    /** Empty for a type that this version does not know. */
    @Override
    public Optional<E> decode(String type, byte[] value) {
        return Optional.ofNullable(classes.get(type)).map(known -> json.read(value, known));
    }
}
