package io.upswing.eventlog;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Holds a decoded record to its own declaration: a component that is not {@link Nullable} must be there. */
final class Required {
    private static final ClassValue<Part[]> PARTS = new ClassValue<>() {
        @Override
        protected Part[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(Part::of)
                    .filter(part -> !part.optional() || part.isRecord())
                    .toArray(Part[]::new);
        }
    };

    private Required() {}

    static void check(@Nullable Object value) throws ReflectiveOperationException {
        if (value == null) {
            throw new IllegalArgumentException("null");
        }
        for (var part : PARTS.get(value.getClass())) {
            part.check(part.accessor().invoke(value));
        }
    }

    private record Part(String name, Method accessor, boolean optional, boolean isRecord) {
        static Part of(RecordComponent component) {
            var type = component.getType();
            var optional = type.isPrimitive() || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Part(component.getName(), component.getAccessor(), optional, type.isRecord());
        }

        void check(@Nullable Object value) throws ReflectiveOperationException {
            if (value == null && !optional) {
                throw new IllegalArgumentException(name + " is missing");
            }
            if (value != null && isRecord) {
                Required.check(value);
            }
        }
    }
}
