package io.upswing.scheduling.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The name of a time zone of the IANA database; offsets and abbreviations know nothing of clock changes. */
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Zone.Validator.class)
@interface Zone {
    String message() default "must be an IANA time zone such as America/New_York";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Validator implements ConstraintValidator<Zone, String> {
        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            return name == null
                    || (ZoneId.getAvailableZoneIds().contains(name)
                            && (name.contains("/") || name.equals("UTC"))
                            && !name.startsWith("SystemV/"));
        }
    }
}
