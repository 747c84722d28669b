package io.upswing.session.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every rule about what may be done in a session, by the code that answers name, with its strength (DUE-RULES 4). */
public enum Rule {
    NO_CONSENT(Strength.REFUSE),
    NOT_ENROLLED(Strength.REFUSE),
    CONTRAINDICATED(Strength.REFUSE),
    DOSE_NOT_IN_PROTOCOL(Strength.REFUSE),
    GATE_PENDING(Strength.REFUSE),
    NOT_ELIGIBLE(Strength.REFUSE),
    NO_GREEN_DOTS(Strength.REFUSE),
    INFUSION_RUNNING(Strength.REFUSE),
    STILL_OBSERVED(Strength.REFUSE),
    NOT_RESOLVED(Strength.REFUSE),

    DAY1_DOSE(Strength.OVERRIDE),
    DOSE_RANGE(Strength.OVERRIDE),
    WEEK_CAP(Strength.OVERRIDE),
    TOO_SOON(Strength.OVERRIDE),
    SAFETY_TASK(Strength.OVERRIDE),
    OBSERVATION(Strength.OVERRIDE),

    CHECKLIST_MISSING(Strength.PROMPT),
    FOOD(Strength.PROMPT),
    LIQUID(Strength.PROMPT),
    NASAL_PRODUCT(Strength.PROMPT),
    RIDE_UNCONFIRMED(Strength.PROMPT),
    PREGNANCY_NOT_ASKED(Strength.PROMPT),
    WATCH_SEDATION(Strength.PROMPT),
    WATCH_PRESSURE(Strength.PROMPT),
    WEIGHT_MISSING(Strength.PROMPT),
    WEIGHT_OLD(Strength.PROMPT),
    BP_HIGH(Strength.PROMPT),
    BP_URGENT(Strength.PROMPT),
    BP_NOT_DECLINING(Strength.PROMPT),
    GREEN_DOTS_NOT_CHECKED(Strength.PROMPT),
    DEVICE_REST(Strength.PROMPT),
    WASTE_UNWITNESSED(Strength.PROMPT),
    PART_DOSE_NOT_JUDGED(Strength.PROMPT),
    READING_MISSING(Strength.PROMPT),
    NOT_ASSESSED(Strength.PROMPT),
    NO_ESCORT(Strength.PROMPT);

    /** What a rule does to who would break it. */
    enum Strength {
        /** Nobody has a way round. */
        REFUSE,
        /** Refused until a prescriber takes it on themselves, with a reason. */
        OVERRIDE,
        /** Said, and left to staff. */
        PROMPT
    }

    private final Strength strength;

    Rule(Strength strength) {
        this.strength = strength;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isOverridable() {
        return strength == Strength.OVERRIDE;
    }

    /** A prescriber can take it on themselves. */
    boolean canBeTaken() {
        return strength != Strength.REFUSE;
    }

    static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
    }

    /** The codes that an override may name. */
    static List<String> takeable() {
        return Arrays.stream(values()).filter(Rule::canBeTaken).map(Rule::code).toList();
    }
}
