package io.upswing.session.domain;

/** A prescriber's word on whether the patient may be treated. */
public enum Eligibility {
    ELIGIBLE,
    NOT_ELIGIBLE
}
