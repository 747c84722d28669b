package io.upswing.session.api;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A reason or a note: text up to 2,000 characters, not blank. */
@Size(max = Limits.TEXT)
@Pattern(regexp = Limits.NOT_BLANK)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface Prose {
    String message() default "must have 1 to 2000 characters and not be blank";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
