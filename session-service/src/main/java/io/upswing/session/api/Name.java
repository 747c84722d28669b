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

/** A person, a code or a title: text up to 200 characters, not blank. */
@Size(max = Limits.NAME)
@Pattern(regexp = Limits.NOT_BLANK)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface Name {
    String message() default "must have 1 to 200 characters and not be blank";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
